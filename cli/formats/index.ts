import type { Format } from './format.ts';
import { json } from './json.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** The output formats by the name that `--format` knows. */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['text', text],
  ['json', json],
  ['sarif', sarif],
]);
