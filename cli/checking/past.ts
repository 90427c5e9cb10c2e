import { createHash } from 'node:crypto';
import type { Day } from '../../plan/day.ts';
import type { PlanVersion } from '../../plan/history/versions.ts';
import type { Past } from './task.ts';

/** Older versions of a file as the cache knows them. */
export function pastOf(from: Day, history: readonly PlanVersion[] | undefined): Past {
  if (history === undefined) return { from, versions: undefined };
  const hash = createHash('sha256');
  for (const { committedOn, text } of history) hash.update(`${committedOn} ${text.length}\n${text}`);
  return { from, versions: hash.digest('base64') };
}
