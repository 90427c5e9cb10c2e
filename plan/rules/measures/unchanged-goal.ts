import type { Outcome } from '../../model/index.ts';
import { comparable, type Quantity } from '../../quantity/index.ts';
import { isAlike, isLike } from './alike.ts';
import { type Measured, quantityIn } from './measured.ts';
import { metricsDiffer } from './metric-names.ts';
import { isRelative, saysHold } from './relative-goal.ts';
import { saidChanges } from './said-changes.ts';

/** True for a goal that is where it started, though nothing says that it is to be held there. */
export function isUnchanged(measured: Measured, outcome: Outcome): boolean {
  return isSame(measured) && !isHeld(measured, outcome);
}

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
  const texts = [description?.text, outcome.description?.text].map(text => text?.slice(0, 2000).replaceAll(MEANS, ' '));
  return saysHold(...texts) && !texts.some(text => text !== undefined && namesChange(text, goal));
}

/** What a change is made with says nothing of what is held: “30% more claims with the same team”. */
const MEANS = /\b(?:with|by|using) (?:the |our |their |its )?(?:same|existing|current|available) \w+/gi;

/** True for a text that wants this to reach another value: “from 4 hours to 30 minutes while quality stays”. */
function namesChange(text: string, goal: Quantity): boolean {
  return saidChanges(text).changes.some(({ to }) => isLike(to.quantity, goal) && !isAlike(to.quantity, goal));
}
