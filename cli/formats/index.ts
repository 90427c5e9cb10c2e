import type { Format } from './format.ts';
import { json } from './json.ts';
import { text } from './text.ts';

/** The output formats by the name that `--format` knows, loaded when one is used: SARIF describes every rule. */
export const FORMATS: ReadonlyMap<string, () => Promise<Format>> = new Map([
  ['text', async () => text],
  ['json', async () => json],
  ['sarif', async () => (await import('./sarif.ts')).sarif],
]);
