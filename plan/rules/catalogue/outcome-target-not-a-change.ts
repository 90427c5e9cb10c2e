import type { Outcome } from '../../model/index.ts';
import { comparable, type Quantity } from '../../quantity/index.ts';
import { quoteShort } from '../../words.ts';
import { isAlike, isLike } from '../alike.ts';
import { isJudgedByWord } from '../measurable.ts';
import { type Measured, measuredName, measuredOf, quantityIn } from '../measured.ts';
import { metricsDiffer } from '../metric-names.ts';
import { isRelative, saysHold } from '../relative-goal.ts';
import { defineRule } from '../rule.ts';
import { saidChanges } from '../said-changes.ts';

export default defineRule({
  id: 'outcome-target-not-a-change',
  severity: 'info',
  summary: 'A goal that is the same as the baseline, though nothing says that it is to be held',
  why: `A goal that was reached before the work began shows nothing at the renewal. Most often one of the two figures was copied. To
hold what is good is a sensible outcome too, as long as it says so: “keep”, “hold”, “at least” or “at most” in the description, the
goal or the metric is enough. Goals of zero and of 100% speak for themselves.`,
  looksAt: ['outcome'],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  examples: [
    {
      bad: `outcomes:
  - id: O1
    target: { metric: Order entry time, goal: 12 minutes, target_date: 2026-06-30 }
`,
      good: `outcomes:
  - id: O1
    description: Keep the time to enter an order at 12 minutes in the peak season
    target: { metric: Order entry time, goal: 12 minutes, target_date: 2026-06-30 }
    measurements:
      - { date: 2026-01-20, value: 12 minutes }
`,
    },
  ],
  check(outcome, { report }) {
    const status = outcome.status?.value;
    if (status === 'deferred' || status === 'missed' || isJudgedByWord(outcome)) return;
    for (const measured of measuredOf(outcome)) {
      const { baseline, target } = measured;
      if (!target?.goal || !baseline?.current || !isSame(measured) || isHeld(measured, outcome)) continue;
      report({
        at: target.goal,
        message: `The goal of ${measuredName(measured, outcome)}, ${quoteShort(target.goal.text, 40)}, is where it started, so reaching it would change nothing. Correct the goal or the baseline, or say in the description that it is to be held.`,
        related: [{ at: baseline.current, message: 'The baseline is the same' }],
      });
    }
  },
});

/** True if goal and baseline are one value of one metric. */
function isSame({ baseline, target }: Measured): boolean {
  const from = quantityIn(baseline?.current);
  const to = quantityIn(target?.goal);
  if (!from || !to || comparable(from, to) !== true || isRelative(to)) return false;
  if (Math.abs(from.value - to.value) > 1e-9 * Math.abs(from.value) || isExtreme(to)) return false;
  if (!sameEnds(from, to)) return false;
  return !metricsDiffer(baseline?.metric?.text ?? '', target?.metric?.text ?? '');
}

/** Zero cannot be improved on, nor can 100%. */
function isExtreme({ value, dimension }: Quantity): boolean {
  return value === 0 || (dimension === 'ratio' && value === 1);
}

/** A range and the value in its middle are two things. */
function sameEnds(a: Quantity, b: Quantity): boolean {
  return a.range?.low === b.range?.low && a.range?.high === b.range?.high;
}

function isHeld({ target, baseline, description }: Measured, outcome: Outcome): boolean {
  const goal = quantityIn(target?.goal);
  if (!goal || goal.comparator !== undefined) return true;
  if (saysHold(target?.goal?.text, target?.metric?.text, baseline?.metric?.text)) return true;
  const texts = [description?.text, outcome.description?.text];
  return saysHold(...texts) && !texts.some(text => text !== undefined && namesChange(text, goal));
}

/** True for a text that wants this to reach another value: “from 4 hours to 30 minutes while quality stays”. */
function namesChange(text: string, goal: Quantity): boolean {
  return saidChanges(text).changes.some(({ to }) => isLike(to.quantity, goal) && !isAlike(to.quantity, goal));
}
