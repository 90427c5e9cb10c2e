import { type FoundQuantity, findQuantities, type Quantity } from '../../quantity/index.ts';
import { isAlike, isLike } from './alike.ts';
import type { SaidChange } from './said-changes.ts';

/** Right before a figure that is to be reached: “Achieve 80% adoption”, “answer at least 95%”. */
const PROMISE =
  /^\s*(?:achieve|reach|attain|hit|get to|answer|resolve|deliver|ensure|keep|hold|maintain)\s+(?:at least |an? |around |about )?$/i;
/** Right before a figure that is where it starts: “(today 71%)”. */
const START = /\b(?:today|currently|now|was|were|baseline|from|up from|down from)[:,]?\s+(?:at |about |only )?$/i;

/**
 * The figure that a description begins with as its goal, where that goal is another than the plan's and the description names no second figure of
 * that kind but the start. `quantities` are those of the text, for those who have them. Only percentages and money: everything else in a sentence may count something else.
 */
export function promisedGoal(
  text: string,
  from: Quantity,
  to: Quantity,
  quantities = findQuantities(text),
): FoundQuantity | undefined {
  if (to.dimension !== 'ratio' && to.dimension !== 'money') return undefined;
  const found = quantities.filter(({ quantity }) => quantity.of === undefined && isLike(quantity, to));
  const rest = found.filter(one => !(START.test(text.slice(0, one.start)) && isAlike(one.quantity, from)));
  const [only] = rest;
  if (!only || rest.length !== 1 || !PROMISE.test(text.slice(0, only.start))) return undefined;
  return isAlike(only.quantity, to) || isAlike(only.quantity, from) ? undefined : only;
}

/** A change in bare figures, read in the unit of baseline and goal where its start is the baseline: “NPS from 18 to 35”. */
export function inUnits(change: SaidChange, from: Quantity, to: Quantity): SaidChange {
  const { from: was, to: wanted } = change;
  const isBare = ({ dimension, unitKey }: Quantity) => dimension === 'number' && unitKey === '';
  if (!was || !isBare(was.quantity) || !isBare(wanted.quantity) || isBare(from) || from.of || to.of) return change;
  if (from.dimension !== 'count' || was.quantity.value !== from.value) return change;
  const unit = ({ value, written }: Quantity): Quantity => ({ ...from, value, written });
  return {
    from: { ...was, quantity: unit(was.quantity) },
    to: { ...wanted, quantity: isBare(to) ? wanted.quantity : unit(wanted.quantity) },
  };
}
