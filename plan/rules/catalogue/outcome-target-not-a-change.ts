import { quoteShort } from '../../words.ts';
import { isJudgedByWord } from '../measures/measurable.ts';
import { measuredName, measuredOf } from '../measures/measured.ts';
import { isUnchanged } from '../measures/unchanged-goal.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'outcome-target-not-a-change',
  severity: 'info',
  summary: 'A goal that is the same as the baseline, though nothing says that it is to be held',
  why: `A goal that was reached before the work began shows nothing at the renewal. Most often one of the two figures was copied. To
hold what is good is a sensible outcome too, as long as it says so: “keep”, “hold”, “at least” or “at most” in the description, the
goal or the metric is enough. Goals of zero and of 100% speak for themselves.`,
  looksAt: ['outcome'],
  reads: [],
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
      if (!target?.goal || !baseline?.current || !isUnchanged(measured, outcome)) continue;
      report({
        at: target.goal,
        message: `The goal of ${measuredName(measured, outcome)}, ${quoteShort(target.goal.text, 40)}, is where it started, so reaching it would change nothing. Correct the goal or the baseline, or say in the description that it is to be held.`,
        related: [{ at: baseline.current, message: 'The baseline is the same' }],
      });
    }
  },
});
