import type { Look } from '../formats/format.ts';
import type { ChangedPlan, Compared } from './result.ts';

/** What formats say alike. */
export interface InWords {
  readonly summary: string;
  /** How much has changed in a plan: `2 changes, 1 new finding`. */
  countsOf(plan: ChangedPlan): string;
}

/** Writes a comparison. The whole of it ends with a line end. */
export type DiffFormat = (compared: Compared, words: InWords, look: Look) => string;

/** The formats by the name that `--format` knows, loaded when one is used. */
export const DIFF_FORMATS: ReadonlyMap<string, () => Promise<DiffFormat>> = new Map([
  ['text', async () => (await import('./text.ts')).asText],
  ['json', async () => (await import('./json.ts')).asJson],
  ['markdown', async () => (await import('./markdown.ts')).asMarkdown],
]);
