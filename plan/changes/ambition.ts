import { boundOf } from '../attainment/hold.ts';
import type { Element } from '../model/index.ts';
import { comparable, type Quantity, quantityOf } from '../quantity/index.ts';
import type { Both } from './differences.ts';
import { fieldOf, isElement, valuesOf } from './parts-of.ts';
import { readingOf } from './same-field.ts';

/**
 * Whether a goal asks for less or more than it did: seen from its baseline, else from its own bound. Undefined where neither tells, or where the amounts
 * do not compare.
 */
export function ambitionOf({ old, now, around }: Both): 'lowered' | 'raised' | undefined {
  const [before, after] = [goalIn(old), goalIn(now)];
  if (!before || !after || comparable(before, after) !== true || before.value === after.value) return undefined;
  const [first, last] = [wayOf(before, around?.old), wayOf(after, around?.now)];
  if (first === 0 || first !== last) return undefined;
  return after.value > before.value === first > 0 ? 'raised' : 'lowered';
}

/** Where a goal leads: 1 to higher values, -1 to lower ones, 0 where nobody can tell. */
function wayOf(goal: Quantity, holder: Element | undefined): number {
  const baseline = holder && valuesOf(holder).get('baseline');
  const from = isElement(baseline) ? quantityOf(readingOf(fieldOf(baseline, 'current'))) : undefined;
  if (from && comparable(from, goal) === true && from.value !== goal.value) return Math.sign(goal.value - from.value);
  const bound = boundOf(goal);
  return bound === undefined ? 0 : bound === 'at least' ? 1 : -1;
}

function goalIn(target: Element | undefined): Quantity | undefined {
  return target && quantityOf(readingOf(fieldOf(target, 'goal')));
}
