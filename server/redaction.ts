import * as path from 'node:path';
import type { ConfigFile } from './config-file.ts';

/**
 * Why nothing can be made for a customer under this configuration, as a sentence; undefined where it can. What of a configuration cannot be
 * followed does not count, and that may be the very line that withholds something.
 */
export function whyUnsure({ path: own, failure, files }: ConfigFile): string | undefined {
  const wrong = failure === undefined ? files.find(({ problems }) => problems.length > 0)?.path : own;
  if (wrong === undefined) return undefined;
  return `It is not certain what a customer must not see: ${path.basename(wrong)} cannot be followed as a whole. Mend it first.`;
}
