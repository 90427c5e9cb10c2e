import * as path from 'node:path';
import type { ResolvedConfig } from '../plan/config/resolve.ts';
import { slashed } from './config-file.ts';
import { readTextFile } from './text-file.ts';

/** Reads the text of a configuration that is, or is to be, in a file; what it extends is read from disk. What that takes is loaded with the first one. Never rejects. */
export async function readConfigText(file: string, text: string): Promise<ResolvedConfig> {
  const { resolveConfig } = await import('../plan/config/resolve.ts');
  return resolveConfig(slashed(file), text, async other => {
    const { text: read, failure } = await readTextFile(path.normalize(other));
    return { text: read, failure };
  });
}
