import * as path from 'node:path';
import { type Phrase, phrase } from '../plan/phrase.ts';
import type { ConfigFile } from './config-file.ts';

/**
 * Why nothing can be made for a customer under this configuration, as a sentence; undefined where it can. What of a configuration cannot be
 * followed does not count, and that may be the very line that withholds something.
 */
export function whyUnsure({ path: own, failure, files }: ConfigFile): Phrase | undefined {
  const wrong = failure === undefined ? files.find(({ problems }) => problems.length > 0)?.path : own;
  if (wrong === undefined) return undefined;
  return phrase(
    'It is not certain what a customer must not see: {0} cannot be followed as a whole. Mend it first.',
    path.basename(wrong),
  );
}
