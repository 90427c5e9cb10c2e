import type { List, Plan, Review } from '../../model/index.ts';
import { oncePer } from '../../once.ts';
import { comparable, type FoundQuantity, findQuantities, formatPercent, type Quantity } from '../../quantity/index.ts';
import type { Scalar } from '../../syntax/tree.ts';
import { quoteShort } from '../../words.ts';
import { isAlike, isFar, isLike, isRightShare } from '../measures/alike.ts';
import { isJudgedByWord } from '../measures/measurable.ts';
import { type Measured, measuredName, measuredOf, quantityIn } from '../measures/measured.ts';
import { inUnits, promisedGoal } from '../measures/promised-goal.ts';
import { isRelative } from '../measures/relative-goal.ts';
import { type SaidChange, saidChanges } from '../measures/said-changes.ts';
import { defineRule, type Related } from '../rule.ts';
import { placeInText } from '../text/place-in-text.ts';

export default defineRule({
  id: 'outcome-description-drift',
  severity: 'info',
  summary: 'A description whose figures are not those of baseline and target',
  why: `The description is what people read, baseline and target are what is counted. When a goal is agreed anew and only one of them
changes, both sides leave the review with another promise. Speaks only of figures that must be the same ones: “from … to …”,
“… instead of …”, “by 40%”, in the kind of unit that baseline and target have. Rounded figures agree, and where a review has logged
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
    if (outcome.status?.value === 'deferred' || isJudgedByWord(outcome)) return;
    for (const measured of measuredOf(outcome)) {
      const { description, baseline, target } = measured;
      const from = quantityIn(baseline?.current);
      const to = quantityIn(target?.goal);
      if (!description || !baseline?.current || !target?.goal || !from || !to) continue;
      if (comparable(from, to) !== true || isRelative(to) || isAlike(from, to)) continue;
      const drift = driftIn(description.node, from, to);
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

/** Where the description strays, and from which of the two. */
interface Drift {
  readonly start: number;
  readonly end: number;
  readonly from: boolean;
  readonly to: boolean;
  readonly share: boolean;
  /** The figures that stray. */
  readonly figures: readonly Quantity[];
}

/** The one figure or pair of figures that is about this metric and not what it says; undefined where any agrees or several could be meant. */
function driftIn(node: Scalar, from: Quantity, to: Quantity): Drift | undefined {
  const { text } = node;
  const said = saidIn(node);
  const { by } = said;
  const changes = said.changes.map(change => inUnits(change, from, to));
  const own = changes.filter(change => isAbout(change, from, to));
  if (own.length > 0) {
    const [only] = own;
    if (!only || own.some(change => agrees(change, from, to))) return undefined;
    return own.length === 1 ? strayed(only, from, to) : undefined;
  }
  const promised = changes.length === 0 && by.length === 0 ? promisedGoal(text, from, to, said.quantities) : undefined;
  if (promised)
    return {
      start: promised.start,
      end: promised.end,
      from: false,
      to: true,
      share: false,
      figures: [promised.quantity],
    };
  const [share] = by;
  if (changes.length > 0 || by.length !== 1 || !share || from.value === 0) return undefined;
  return isRightShare(share.quantity, from, to)
    ? undefined
    : { start: share.start, end: share.end, from: true, to: true, share: true, figures: [share.quantity] };
}

/** What a text says stays with it while something below it is edited. */
const saidIn = oncePer(({ text }: Scalar) => saidChanges(text));

function isAbout({ from: was, to: wanted }: SaidChange, from: Quantity, to: Quantity): boolean {
  const { quantity } = wanted;
  if (!isLike(quantity, to) || (was && !isLike(was.quantity, from))) return false;
  // “to 12 months” is the length of something else than a time of minutes.
  if (isFar(quantity, to) && (!was || isFar(was.quantity, from))) return false;
  return was !== undefined || !['count', 'number'].includes(to.dimension) || quantity.unitKey === to.unitKey;
}

function agrees({ from: was, to: wanted }: SaidChange, from: Quantity, to: Quantity): boolean {
  return (!was || isAlike(was.quantity, from)) && isAlike(wanted.quantity, to);
}

function strayed({ from: was, to: wanted }: SaidChange, from: Quantity, to: Quantity): Drift {
  const fromStrays = was !== undefined && !isAlike(was.quantity, from);
  const toStrays = !isAlike(wanted.quantity, to);
  const marked: FoundQuantity[] = [...(was && fromStrays ? [was] : []), ...(toStrays ? [wanted] : [])];
  const start = Math.min(...marked.map(one => one.start));
  const end = Math.max(...marked.map(one => one.end));
  const figures = marked.map(one => one.quantity);
  return { start, end, from: fromStrays, to: toStrays, share: false, figures };
}

/** True where a review's plan changes name the figure that the description has: “goal of O1 changed from 4 to 5 minutes”. */
function isLogged({ figures }: Drift, plan: Plan): boolean {
  return changedFigures(plan.review_history).some(named =>
    figures.some(figure => named.some(one => isLike(one, figure) && isAlike(one, figure))),
  );
}

/** The figures of each entry that names two and more, read once a log. */
const changedFigures = oncePer(({ items }: List<Review>): readonly (readonly Quantity[])[] => {
  const entries = items.flatMap(({ plan_changes: { items: lines, word } }) => (word ? [...lines, word] : lines));
  const named = entries.map(entry => findQuantities(entry.text).map(found => found.quantity));
  return named.filter(figures => figures.length > 1);
});

function facts(drift: Drift, { baseline, target }: Measured, from: Quantity, to: Quantity): string {
  const was = quoteShort(baseline?.current?.text ?? '', 40);
  const goal = quoteShort(target?.goal?.text ?? '', 40);
  if (drift.share)
    return `from ${was} to ${goal} is a change of ${formatPercent(Math.abs(to.value - from.value) / Math.abs(from.value))}`;
  if (drift.from && drift.to) return `baseline and goal say ${was} and ${goal}`;
  return drift.from ? `the baseline says ${was}` : `the goal says ${goal}`;
}
