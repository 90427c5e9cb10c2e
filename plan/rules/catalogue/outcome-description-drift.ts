import type { List, Plan, Review } from '../../model/index.ts';
import { isPutOff } from '../../model/outcomes.ts';
import { oncePer } from '../../once.ts';
import { comparable, formatDifference, formatPercent, type Quantity } from '../../quantity/index.ts';
import { quoteShort } from '../../words.ts';
import { isAlike, isLike } from '../measures/alike.ts';
import { type Drift, driftIn } from '../measures/drift.ts';
import { isJudgedByWord } from '../measures/measurable.ts';
import { type Measured, measuredName, measuredOf, metricName, quantityIn } from '../measures/measured.ts';
import { isRelative } from '../measures/relative-goal.ts';
import { inUnitOf, isBare, saidChanges } from '../measures/said-changes.ts';
import { defineRule, type Related } from '../rule.ts';
import { placeInText } from '../text/place-in-text.ts';

export default defineRule({
  id: 'outcome-description-drift',
  severity: 'info',
  summary: 'A description whose figures are not those of baseline and target',
  why: `The description is what people read, baseline and target are what is counted. When a goal is agreed anew and only one of them
changes, both sides leave the review with another promise. Speaks only of figures that must be the same ones: “from … to …”,
“… instead of …”, “by 40%”, “by $1M”, “30% less”, “by half” and “double”, in the kind of unit that baseline and target have. Rounded figures agree, and where a review has logged
the change of that very figure, everybody can see why it differs.`,
  looksAt: ['outcome'],
  reads: [],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  examples: [
    {
      bad: `outcomes:
  - id: O1
    description: Cut the time to enter an order from 12 minutes to 5 minutes
`,
      good: `outcomes:
  - id: O1
    description: Cut the time to enter an order from 12 minutes to 4 minutes
`,
    },
  ],
  check(outcome, { plan, report, looksFurther }) {
    if (isPutOff(outcome) || isJudgedByWord(outcome)) return;
    for (const measured of measuredOf(outcome)) {
      const { description, baseline, target } = measured;
      const from = quantityIn(baseline?.current);
      const to = quantityIn(target?.goal);
      if (!description || !baseline?.current || !target?.goal || !from || !to) continue;
      if (comparable(from, to) !== true || isRelative(to) || isAlike(from, to)) continue;
      const drift = driftIn(description.node, from, to, metricName(measured));
      if (!drift) continue;
      looksFurther('review_history');
      if (isLogged(drift, plan)) continue;
      const related: Related[] = [];
      if (drift.from)
        related.push({ at: baseline.current, message: `The baseline is ${quoteShort(baseline.current.text, 40)}` });
      if (drift.to) related.push({ at: target.goal, message: `The goal is ${quoteShort(target.goal.text, 40)}` });
      report({
        at: placeInText(description, drift.start, drift.end),
        message: `The description of ${measuredName(measured, outcome)} says ${quoteShort(description.node.text.slice(drift.start, drift.end), 60)}, but ${facts(drift, measured, from, to)}. Correct whichever is out of date.`,
        related,
      });
    }
  },
});

/** True where a review's plan changes name the figure that the description has: “goal of O1 changed from 4 to 5 minutes”. */
function isLogged({ figures }: Drift, plan: Plan): boolean {
  return changedFigures(plan.review_history).some(({ named, changed }) =>
    figures.some(figure => {
      const is = (one: Quantity) => isLike(one, figure) && isAlike(one, figure);
      return named.some(is) || changed.some(one => is(isBare(one) ? inUnitOf(one, figure) : one));
    }),
  );
}

/** The figures of each entry that names two and more, and those of them that are said to change from one to the other; read once a log. */
const changedFigures = oncePer(({ items }: List<Review>) => {
  const entries = items.flatMap(({ plan_changes: { items: lines, word } }) => (word ? [...lines, word] : lines));
  const read = entries.map(({ text }) => {
    const { changes, quantities } = saidChanges(text);
    const changed = changes.flatMap(({ from, to }) => (from ? [from.quantity, to.quantity] : []));
    return { named: quantities.map(found => found.quantity), changed };
  });
  return read.filter(({ named }) => named.length > 1);
});

function facts(drift: Drift, { baseline, target }: Measured, from: Quantity, to: Quantity): string {
  const was = quoteShort(baseline?.current?.text ?? '', 40);
  const goal = quoteShort(target?.goal?.text ?? '', 40);
  if (drift.change === 'amount')
    return `from ${was} to ${goal} is a change of ${formatDifference(Math.abs(to.value - from.value), from)}`;
  if (drift.change === 'share')
    return `from ${was} to ${goal} is a change of ${formatPercent(Math.abs(to.value - from.value) / Math.abs(from.value))}`;
  if (drift.from && drift.to) return `baseline and goal say ${was} and ${goal}`;
  return drift.from ? `the baseline says ${was}` : `the goal says ${goal}`;
}
