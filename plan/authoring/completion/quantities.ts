import { minutesOf } from '../../rules/reviews/agenda-topics.ts';
import { type Around, near } from './around.ts';

/** A quantity in the unit of others, the number in it apart. */
export interface InUnit {
  readonly before: string;
  readonly number: string;
  readonly after: string;
  readonly why: string;
}

/**
 * What may stand as a number: those already written near it, in their unit. A figure that was typed takes the unit over, so that `30` becomes
 * `30 minutes per report` below a baseline of `4 hours per report` only if that is in minutes.
 */
export function quantitiesFor(property: string, typed: string, around: Around): readonly InUnit[] {
  const baseline = near(around, 'baseline', 'current');
  const goal = near(around, 'target', 'goal');
  const sources: readonly (readonly [string | undefined, string])[] =
    property === 'current'
      ? [[goal, 'in the unit of the goal']]
      : property === 'goal'
        ? [[baseline, 'in the unit of the baseline']]
        : [
            [baseline, 'in the unit of the baseline'],
            [goal, 'the goal'],
          ];
  const figure = /^["']?([\d.,]*\d)/.exec(typed)?.[1];
  const found: InUnit[] = [];
  for (const [source, why] of sources) {
    const parts = source === undefined ? undefined : apart(source);
    if (!parts) continue;
    const typedHere = figure !== undefined && { number: figure, after: inNumber(parts.after, figure) };
    const one = { ...parts, ...typedHere, why };
    if (!found.some(other => whole(other) === whole(one))) found.push(one);
  }
  return found;
}

/** A quantity as it is written. */
export function whole({ before, number, after }: Pick<InUnit, 'before' | 'number' | 'after'>): string {
  return before + number + after;
}

/** A written quantity around its first number. A percentage in brackets is left out: it follows from the rest. */
function apart(written: string): Omit<InUnit, 'why'> | undefined {
  const match = /^(.*?)(\d(?:[\d.,]*\d)?)(.*)$/.exec(written.replace(/(?<!\s)\s*\(\s*[\d.,]+\s*%\s*\)/, ''));
  return match ? { before: match[1] ?? '', number: match[2] ?? '', after: match[3] ?? '' } : undefined;
}

/** A unit of time behind its number: “1 hour” below a baseline of “6 hours”, and the other way round. */
function inNumber(unit: string, number: string): string {
  return unit.replace(UNIT_OF_TIME, (_, blank: string, name: string) => `${blank}${name}${number === '1' ? '' : 's'}`);
}

const UNIT_OF_TIME = /^( )(second|minute|hour|day|week|month|quarter|year)s?(?![\w-])/;

/** Durations of a meeting or a topic, with what is said of them: first what is left of the meeting. */
export function durationsFor(definition: string, { model }: Around): readonly (readonly [text: string, why: string])[] {
  const usual = definition === 'topic' ? [5, 10, 15, 20, 30] : [60, 30, 45, 90];
  const qbr = model?.kind === 'agenda' ? model.qbr : undefined;
  const total = qbr && minutesOf(qbr);
  const used = (qbr?.agenda.items ?? []).reduce((sum, topic) => sum + (minutesOf(topic) ?? 0), 0);
  if (definition === 'topic') {
    const left = total === undefined ? 0 : total - used;
    const first: [string, string][] = left > 0 ? [[`${left} min`, 'what is left of the meeting']] : [];
    return [
      ...first,
      ...usual.filter(one => one !== left).map((one): [string, string] => [`${one} min`, 'for one topic']),
    ];
  }
  const first: [string, string][] = used > 0 ? [[`${used} minutes`, 'what the topics take']] : [];
  return [
    ...first,
    ...usual.filter(one => one !== used).map((one): [string, string] => [`${one} minutes`, 'for the meeting']),
  ];
}
