import { type Day, parseDay } from '../../plan/day.ts';
import type { Past } from '../checking/task.ts';

/** A result as it is kept. */
export interface Kept {
  readonly packed: Uint8Array;
  /** The older versions that had a part in it. `head`: what is the same as long as they are; undefined where that is not known. */
  readonly past: (Past & { readonly head: string | undefined }) | undefined;
}

/** One line for the past, empty where there is none, and the findings behind it. */
export function writeRecord({ packed, past }: Kept): Buffer {
  const line = past ? JSON.stringify([past.from, past.versions ?? null, past.head ?? null]) : '';
  return Buffer.concat([Buffer.from(`${line}\n`), packed]);
}

/** What was written; undefined for anything else. */
export function readRecord(record: Buffer): Kept | undefined {
  const end = record.indexOf('\n');
  if (end < 0) return undefined;
  const packed = record.subarray(end + 1);
  if (end === 0) return { packed, past: undefined };
  const [from, versions, head]: readonly (string | null | undefined)[] = JSON.parse(record.toString('utf8', 0, end));
  const day: Day | undefined = parseDay(from ?? '');
  return day && { packed, past: { from: day, versions: versions ?? undefined, head: head ?? undefined } };
}
