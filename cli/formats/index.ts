import type { Format } from './format.ts';
import { json } from './json.ts';
import { text } from './text.ts';

/** The output formats by the name that `--format` knows, loaded when one is used: SARIF describes every rule. */
export const FORMATS: ReadonlyMap<string, () => Promise<Format>> = new Map<string, () => Promise<Format>>([
  ['text', async () => text],
  ['json', async () => json],
  ['ndjson', async () => (await import('./ndjson.ts')).ndjson],
  ['sarif', async () => (await import('./sarif.ts')).sarif],
  ['junit', async () => (await import('./junit.ts')).junit],
  ['github', async () => (await import('./github.ts')).github],
  ['gitlab', async () => (await import('./gitlab.ts')).gitlab],
  ['markdown', async () => (await import('./markdown.ts')).markdown],
]);
