import { type Day, parseDay } from '../../plan/day.ts';
import type { Past } from '../checking/task.ts';

/** A result as it is kept. */
export interface Kept {
  readonly packed: string;
  /** The older versions that had a part in it. `head`: what is the same as long as they are; undefined where that is not known. */
  readonly past: (Past & { readonly head: string | undefined }) | undefined;
}

/** One line for the past, empty where there is none, and the findings behind it. */
export function writeRecord({ packed, past }: Kept): string {
  return `${past ? JSON.stringify([past.from, past.versions ?? null, past.head ?? null]) : ''}\n${packed}`;
}

/** What was written; undefined for anything else. */
export function readRecord(record: string): Kept | undefined {
  const end = record.indexOf('\n');
  if (end < 0) return undefined;
  const packed = record.slice(end + 1);
  if (end === 0) return { packed, past: undefined };
  const [from, versions, head]: readonly (string | null | undefined)[] = JSON.parse(record.slice(0, end));
  const day: Day | undefined = parseDay(from ?? '');
  return day && { packed, past: { from: day, versions: versions ?? undefined, head: head ?? undefined } };
}
