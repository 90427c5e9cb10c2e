import { isZero, type Quantity } from '../quantity/index.ts';

/** Behind the figure, words for how much it is to differ: “50% less”, “a 30% reduction”. */
const DIFFERS = /\d\D*\b(?:less|fewer|lower|shorter|faster|quicker|higher|reduction|decrease)\b/i;
const BY = /\bby\s+\D{0,12}\d/i;
/** A metric of changes has changes for values. */
const OF_CHANGES = /\b(?:less|fewer|lower|reduc\w*|decreas\w*|chang\w*|sav(?:ed|ings?)|delta|variance|growth)\b/i;
/** What may well fall below zero. */
const SIGNED = /\b(?:net|nps|margin|profit|loss|cash|balance|position|growth)\b/i;

/**
 * True for a goal that is in the unit of its baseline and can only be a change of it: “50% less” of 9%, “+$300k” on $1.2M. Taken for a value, it would turn
 * progress into its contrary. `names` are those of the metric. Never throws.
 */
export function isChange(goal: Quantity, baseline: Quantity, names: readonly (string | undefined)[]): boolean {
  if (goal.comparator !== undefined || isZero(baseline)) return false;
  const says = (words: RegExp) => names.some(name => name !== undefined && words.test(name.slice(0, 400)));
  const written = goal.written.slice(0, 400);
  if (DIFFERS.test(written) || BY.test(written) || isInPoints(goal, baseline)) return !says(OF_CHANGES);
  if (goal.sign === undefined || baseline.sign !== undefined) return false;
  return goal.sign === '+' ? goal.value < baseline.value : baseline.value > 0 && !says(SIGNED);
}

/** Points of a share: +5 pp on 60%. */
function isInPoints(goal: Quantity, baseline: Quantity): boolean {
  return POINTS.has(goal.unitKey) && !POINTS.has(baseline.unitKey);
}

const POINTS: ReadonlySet<string> = new Set(['percentage point', 'basis point']);
