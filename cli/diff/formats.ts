import type { Look } from '../formats/format.ts';
import type { Compared } from './result.ts';

/** Writes a comparison and its summary. The whole of it ends with a line end. */
export type DiffFormat = (compared: Compared, summary: string, look: Look) => string;

/** The formats by the name that `--format` knows, loaded when one is used. */
export const DIFF_FORMATS: ReadonlyMap<string, () => Promise<DiffFormat>> = new Map([
  ['text', async () => (await import('./text.ts')).asText],
  ['json', async () => (await import('./json.ts')).asJson],
  ['markdown', async () => (await import('./markdown.ts')).asMarkdown],
]);
