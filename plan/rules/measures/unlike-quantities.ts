import { comparable, findQuantities, isPerNamed, type Quantity, ratioContradiction } from '../../quantity/index.ts';
import type { Severity } from '../rule.ts';
import { metricsDiffer } from './metric-names.ts';
import { isRelative } from './relative-goal.ts';

/** Why two quantities cannot be compared, as the end of a sentence, and how loudly that may be said. */
export interface Clash {
  readonly why: string;
  readonly advice?: string;
  readonly severity?: Severity;
}

const NAMES: Readonly<Record<Quantity['dimension'], string>> = {
  number: 'a bare number',
  count: 'a number of things',
  ratio: 'a share',
  money: 'a sum of money',
  duration: 'a time',
};

const SPANS = /\b(?:second|minute|hour|day|week|month|quarter|year)\b/;

/**
 * Why `to` cannot be compared with `from`; undefined where it can, or where it is sensible all the same: a change (`50% less`, by the `texts`
 * about it), nothing at all (0), or a text that names several quantities of which one fits. A unit that `metrics` name is missed less loudly.
 */
export function clashOf(
  from: Quantity,
  to: Quantity,
  texts: readonly (string | undefined)[],
  metrics: readonly (string | undefined)[],
): Clash | undefined {
  const reason = comparable(from, to);
  // A figure that contradicts itself has a finding of its own.
  if (ratioContradiction(from) || ratioContradiction(to)) return undefined;
  if (reason === true || isNothing(from) || isNothing(to) || anyFits(from, to)) return undefined;
  if ((to.dimension === 'ratio' || from.dimension === 'ratio' || to.dimension === 'number') && isRelative(to, ...texts))
    return undefined;
  if (isRelative(to)) return undefined;
  switch (reason) {
    case 'currency':
      return {
        why: `one in ${from.currency ?? ''} and the other in ${to.currency ?? ''}`,
        advice: 'Write both in one currency.',
      };
    case 'per':
      return perClash(from, to, metrics);
    case 'unit':
      return metricsDiffer(from.unit, to.unit)
        ? { why: `one counted in ${from.unit} and the other in ${to.unit}`, advice: 'Count the same thing in both.' }
        : undefined;
    case 'dimension':
      return dimensionClash(from, to, metrics);
  }
}

function perClash(from: Quantity, to: Quantity, metrics: readonly (string | undefined)[]): Clash | undefined {
  const [one, other] = [from.per, to.per];
  if (one !== undefined && other !== undefined)
    return {
      why: `one per ${one} and the other per ${other}`,
      advice: 'Write both for the same.',
      // “per analyst” and “per report” may be two words for one thing.
      ...(SPANS.test(one) && SPANS.test(other) ? {} : metricsDiffer(one, other) ? {} : { severity: 'hint' as const }),
    };
  const span = one ?? other ?? '';
  if (isPerNamed(from, to, metrics)) return undefined;
  return {
    why: `and only one of them says per ${span}`,
    advice: 'Add it to the other one, so that the two compare.',
    severity: 'hint',
  };
}

/** A metric that names the unit which the figure lacks: `Adoption (%)`. */
const UNIT_NAMES = /[%$€£]|\b(?:percent\w*|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|usd|eur|gbp)\b/i;

function dimensionClash(from: Quantity, to: Quantity, names: readonly (string | undefined)[]): Clash {
  const [bare, dressed] = isBare(from) ? [from, to] : isBare(to) ? [to, from] : [undefined, undefined];
  if (bare && dressed)
    return {
      why: `${bare === from ? 'the first' : 'the second'} without a unit`,
      advice: 'Add the unit, so that the two compare.',
      ...((dressed.of || names.some(name => UNIT_NAMES.test(name ?? ''))) && { severity: 'info' as const }),
    };
  const counts = (from.of && to.dimension === 'count') || (to.of && from.dimension === 'count');
  return {
    why: `${NAMES[from.dimension]} against ${NAMES[to.dimension]}, which do not compare`,
    ...(counts && { severity: 'info' as const }),
  };
}

function isBare({ dimension, unitKey }: Quantity): boolean {
  return dimension === 'number' && unitKey === '';
}

/** A zero without a unit is nothing of everything. */
function isNothing(quantity: Quantity): boolean {
  return quantity.value === 0 && (isBare(quantity) || quantity.dimension === 'count');
}

/** `3 systems, 12 minutes each` against `4 minutes`: one of several quantities is the one that is meant. */
function anyFits(from: Quantity, to: Quantity): boolean {
  const all = [from, to].map(quantity => findQuantities(quantity.written).map(found => found.quantity));
  const [some = [], others = []] = all;
  if (some.length < 2 && others.length < 2) return false;
  return some.some(a => others.some(b => !isBare(a) && !isBare(b) && comparable(a, b) === true));
}
