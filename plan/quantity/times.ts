import type { Token } from './lex.ts';
import type { Lead, Measure } from './measure.ts';
import { clean } from './round.ts';
import { DURATION_ADJECTIVES, DURATIONS, type DurationUnit } from './units.ts';

/** The unit of time at `at`, behind an adjective such as "business" if need be. */
export function readDurationUnit(
  tokens: readonly Token[],
  at: number,
): { unit: DurationUnit; text: string; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const unit = DURATIONS.get(token.lower);
  if (unit) return { unit, text: token.text, next: at + 1 };
  if (!DURATION_ADJECTIVES.has(token.lower)) return undefined;
  const following = tokens[at + 1];
  const second = following?.kind === 'word' ? DURATIONS.get(following.lower) : undefined;
  return second && following ? { unit: second, text: `${token.text} ${following.text}`, next: at + 2 } : undefined;
}

/** `1:30` is hours and minutes, `1:30:00` too; `3:1` is a proportion. */
export function readClock(tokens: readonly Token[], at: number, figure: number, lead: Lead): Measure | undefined {
  const colon = tokens[at + 1];
  const second = tokens[at + 2];
  if (colon?.text !== ':' || colon.spaced || second?.kind !== 'number' || second.spaced || lead.currency)
    return undefined;
  const base = { currency: undefined, scale: 1, plus: false };
  const style = { decimals: 0, before: '', after: '' };
  if (second.text.length !== 2 || second.value > 59 || !Number.isInteger(figure)) {
    if (second.value === 0) return undefined;
    const value = figure / second.value;
    return {
      ...base,
      value,
      dimension: 'number',
      unit: '',
      unitKey: '',
      next: at + 3,
      style: { ...style, factor: 1, compound: false },
    };
  }
  const third = tokens[at + 3]?.text === ':' && tokens[at + 4]?.kind === 'number' ? tokens[at + 4] : undefined;
  let next = third ? at + 5 : at + 3;
  const named = readDurationUnit(tokens, next);
  if (named) next = named.next;
  const minutesFirst = !third && named?.unit.key === 'minute';
  const sign = lead.sign === '-' ? -1 : 1;
  const seconds = minutesFirst
    ? Math.abs(figure) * 60 + second.value
    : Math.abs(figure) * 3600 + second.value * 60 + (third?.value ?? 0);
  const hour = DURATIONS.get('h');
  return {
    ...base,
    value: sign * seconds,
    dimension: 'duration',
    unit: named?.text ?? 'h',
    unitKey: hour?.key ?? 'hour',
    next,
    style: { ...style, factor: hour?.seconds ?? 3600, compound: true },
  };
}

/** `1h 30m`, `1 hour and 30 minutes`, `1h30`: each part smaller than the one before. */
export function readCompound(
  tokens: readonly Token[],
  first: { unit: DurationUnit; text: string; next: number },
  figure: number,
  decimals: number,
  negative: boolean,
): Pick<Measure, 'value' | 'unit' | 'unitKey' | 'style' | 'next'> {
  let seconds = Math.abs(figure) * first.unit.seconds;
  let smallest = first.unit;
  let next = first.next;
  let compound = false;
  for (;;) {
    const joint = tokens[next];
    const at = joint?.lower === 'and' || joint?.text === ',' || joint?.text === '&' ? next + 1 : next;
    const number = tokens[at];
    if (number?.kind !== 'number') break;
    const part = readDurationUnit(tokens, at + 1);
    if (part && part.unit.seconds < smallest.seconds) {
      seconds += number.value * part.unit.seconds;
      smallest = part.unit;
      next = part.next;
    } else if (!part && smallest.key === 'hour' && !number.spaced && number.text.length === 2) {
      seconds += number.value * 60;
      next = at + 1;
      compound = true;
      break;
    } else break;
    compound = true;
  }
  return {
    value: clean(negative ? -seconds : seconds),
    unit: first.text,
    unitKey: first.unit.key,
    next,
    style: { factor: first.unit.seconds, decimals, before: '', after: '', compound },
  };
}
