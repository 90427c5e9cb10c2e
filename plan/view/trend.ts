import { type Day, daysBetween, formatDay, formatFullDay } from '../day.ts';
import type { Phrase, TrendPoint, TrendView } from './types.ts';
import { dayNear, span } from './words.ts';

/** A measured number on its day, in the outcome's unit. */
export interface Measured {
  readonly day: Day;
  readonly value: number;
  /** As people write it. */
  readonly label: string;
}

/** What the small line of an outcome is made of. */
export interface TrendFacts {
  readonly today: Day;
  readonly metric: string;
  readonly baseline?: Measured;
  readonly goal?: Measured;
  /** After the baseline, in order of time. */
  readonly measurements: readonly Measured[];
  /** The day on which the trend reaches the goal, with where the trend stands on the day of the last measurement. */
  readonly forecast?: { readonly day: Day; readonly start: number };
  /** The day since which the goal has been reached, if it is known. */
  readonly reached?: Day;
  readonly achieved?: boolean;
  /** The goal is to keep what the baseline says. */
  readonly hold?: boolean;
  /** What keeps the values from being held against the goal. */
  readonly hindrance?: string;
}

/** A forecast further away than this many times the plan's own span runs out of the drawing. */
const FARTHEST = 1.6;

/** Lays out the small line; undefined where there is neither a baseline day nor a measurement. */
export function layoutTrend(facts: TrendFacts): TrendView | undefined {
  const measured = facts.baseline === undefined ? facts.measurements : [facts.baseline, ...facts.measurements];
  const first = measured[0];
  const last = measured[measured.length - 1];
  if (first === undefined || last === undefined) return undefined;

  const ends = [last.day, facts.goal?.day ?? last.day];
  const planned = Math.max(1, ...ends.map(day => daysBetween(first.day, day)));
  const ahead = facts.forecast === undefined ? 0 : daysBetween(first.day, facts.forecast.day);
  const span = Math.max(planned, Math.min(ahead, planned * FARTHEST));
  const values = measured.map(point => point.value).concat(facts.goal === undefined ? [] : [facts.goal.value]);
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  const at = (day: Day, value: number): TrendPoint => ({
    x: daysBetween(first.day, day) / span,
    y: (value - low) / range,
  });

  const goal = facts.goal === undefined ? undefined : at(facts.goal.day, facts.goal.value);
  const now = daysBetween(first.day, facts.today) / span;
  return {
    points: measured.map(point => at(point.day, point.value)),
    ...(goal === undefined || facts.baseline === undefined
      ? {}
      : { expected: { from: at(facts.baseline.day, facts.baseline.value), to: goal } }),
    ...forecastLine(facts, last, at),
    ...(goal === undefined ? {} : { goal }),
    ...(now < 0 || now > 1 ? {} : { today: now }),
    sentence: describe(facts, measured),
    ...words(facts, measured.length),
  };
}

function forecastLine(
  facts: TrendFacts,
  last: Measured,
  at: (day: Day, value: number) => TrendPoint,
): Pick<TrendView, 'forecast'> {
  if (facts.forecast === undefined || facts.goal === undefined) return {};
  const from = at(last.day, facts.forecast.start);
  const to = at(facts.forecast.day, facts.goal.value);
  if (to.x <= from.x) return {};
  if (to.x <= 1) return { forecast: { from, to, reached: true } };
  const share = (1 - from.x) / (to.x - from.x);
  return { forecast: { from, to: { x: 1, y: from.y + (to.y - from.y) * share }, reached: false } };
}

function words(facts: TrendFacts, points: number): Pick<TrendView, 'words' | 'muted'> {
  if (facts.reached !== undefined) return { words: reachedWords(facts.reached, facts) };
  if (facts.achieved === true) return { words: [{ text: 'Goal reached' }] };
  if (facts.hindrance !== undefined) return { words: [{ text: `No forecast: ${facts.hindrance}` }], muted: true };
  if (facts.hold === true)
    return {
      words: [{ text: points < 2 ? 'To be held; not measured since' : 'To be held, so no forecast' }],
      muted: true,
    };
  if (points < 2) return { words: [{ text: 'No forecast from a single point' }], muted: true };
  if (facts.forecast === undefined)
    return { words: [{ text: 'No forecast: the trend does not lead to the goal' }], muted: true };
  const day: Phrase = { text: dayNear(facts.forecast.day, facts.today), strong: true };
  if (facts.forecast.day < facts.today)
    return { words: [{ text: 'The trend reached the goal on ' }, day, { text: ', not measured since' }] };
  if (facts.goal === undefined) return { words: [{ text: 'Forecast ' }, day] };
  const late = daysBetween(facts.goal.day, facts.forecast.day);
  const rest =
    late === 0 ? ', on the goal date' : `, ${span(Math.abs(late))} ${late > 0 ? 'after' : 'before'} the goal date`;
  return { words: [{ text: 'Forecast ' }, day, { text: rest }] };
}

function reachedWords(day: Day, facts: TrendFacts): Phrase[] {
  const phrases: Phrase[] = [{ text: 'Reached on ' }, { text: dayNear(day, facts.today), strong: true }];
  const late = facts.goal === undefined ? 0 : daysBetween(facts.goal.day, day);
  if (late !== 0) phrases.push({ text: `, ${span(Math.abs(late))} ${late > 0 ? 'after' : 'before'} the goal date` });
  return phrases;
}

function describe(facts: TrendFacts, measured: readonly Measured[]): string {
  const list = measured.map(point => `${point.label} on ${formatDay(point.day)}`).join(', ');
  const goal = facts.goal === undefined ? '' : `; goal ${facts.goal.label} by ${formatFullDay(facts.goal.day)}`;
  const forecast =
    facts.forecast === undefined
      ? '; no forecast'
      : `; the trend ${facts.forecast.day < facts.today ? 'reached' : 'reaches'} it on ${formatFullDay(facts.forecast.day)}`;
  return `${facts.metric}: ${list}${goal}${forecast}.`;
}
