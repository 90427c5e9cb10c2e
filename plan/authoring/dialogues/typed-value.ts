import type { Metric } from '../../attainment/index.ts';
import {
  comparable,
  formatQuantity,
  fromDisplay,
  type Quantity,
  quantityOf,
  readQuantity,
} from '../../quantity/index.ts';

/** True for a number alone, which is meant in the unit of the others. */
export function isBare(quantity: Quantity): boolean {
  return quantity.dimension === 'number' && quantity.unitKey === '' && !quantity.range && !quantity.comparator;
}

/** True where a number alone would not say what it counts: beside `1h 30m`, 45 may be either. */
export function needsUnit(answer: Quantity, like: Quantity | undefined): boolean {
  return like?.style.compound === true && isBare(answer) && answer.value !== 0;
}

/**
 * A measured value as it was typed, but for a number alone, which gets the unit of the others with every digit it was typed with: the `14` of
 * `8 of 25` is `14 of 25`, the `45` between `2 hours` and `30 min` is `45 min`, and `1456700` beside `$1.2M` is no million times as much.
 */
export function typedValue(answer: string, metric: Metric | undefined): string {
  const typed = quantityOf(readQuantity(answer));
  const like = metric?.like;
  if (!typed || !like) return answer;
  if (isMinutesFirst(like) && CLOCK.test(answer)) return `${answer.trim()} ${like.unit}`;
  if (!isBare(typed) || like.style.compound || (isBare(like) && like.style.factor === 1)) return answer;
  const among = [like, metric.goal, metric.baseline].filter(
    one => one !== undefined && !isBare(one) && !one.style.compound && comparable(like, one) === true,
  );
  const dressed = among.flatMap(one => (one ? [dress(answer, typed, one), dress(answer, typed, plainly(one))] : []));
  const first = dressed[0] ?? dress(answer, typed, like);
  const meant = isOnTheWay(first, metric) ? first : (dressed.find(one => isOnTheWay(one, metric)) ?? first);
  const text = formatQuantity(meant, { form: 'long' }).replaceAll('−', '-');
  return like.statedPercent === undefined ? text.replace(/ \([\d.,]+%\)$/, '') : text;
}

const CLOCK = /^\s*\d+:\d\d\s*$/;

/** `6:45 min`: without its unit it would be hours. */
function isMinutesFirst({ unit, style }: Quantity): boolean {
  return style.compound && /^m(?:in|ins|inutes?)?$/i.test(unit);
}

/** The same without the scale: whole dollars for `$1.2M`, single users for `2k users`. */
function plainly(like: Quantity): Quantity {
  if (like.dimension !== 'money' && like.dimension !== 'count') return like;
  const after = like.dimension === 'money' ? like.style.after.replace(/^\s?[a-z]+\.?(?=\s|$)/i, '') : '';
  return { ...like, style: { ...like.style, factor: 1, after } };
}

function dress(answer: string, typed: Quantity, like: Quantity): Quantity {
  const { of, dimension, style, unit, unitKey, currency, per } = like;
  const base = {
    dimension,
    unit,
    unitKey,
    ...(currency !== undefined && { currency }),
    ...(per !== undefined && { per }),
    written: answer,
  };
  if (of && typed.value >= 0 && typed.value <= of.whole)
    return { ...base, value: typed.value / of.whole, of: { part: typed.value, whole: of.whole }, style };
  // Money is written with signs that only its currency explains: €180.000.
  const money =
    dimension === 'money' ? quantityOf(readQuantity(`${style.before}${answer.trim()}${style.after}`)) : undefined;
  return {
    ...base,
    value: money?.currency === currency && money ? money.value : fromDisplay(typed.value, like),
    style: { ...style, decimals: typed.style.decimals },
  };
}

/** Between baseline and goal, or as far again on either side. */
function isOnTheWay({ value }: Quantity, { baseline, goal }: Metric): boolean {
  if (!baseline || !goal) return true;
  const way = Math.abs(goal.value - baseline.value) || Math.abs(goal.value);
  return value >= Math.min(baseline.value, goal.value) - way && value <= Math.max(baseline.value, goal.value) + way;
}
