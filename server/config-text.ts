import * as path from 'node:path';
import { type ResolvedConfig, resolveConfig } from '../plan/config/resolve.ts';
import { slashed } from './config-file.ts';
import { readTextFile } from './text-file.ts';

/** Reads the text of a configuration that is, or is to be, in a file; what it extends is read from disk. Never rejects. */
export function readConfigText(file: string, text: string): Promise<ResolvedConfig> {
  return resolveConfig(slashed(file), text, async other => {
    const { text: read, failure } = await readTextFile(path.normalize(other));
    return { text: read, failure };
  });
}
