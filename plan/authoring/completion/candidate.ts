import type { Cursor } from '../../syntax/cursor.ts';
import { quoteLike } from '../../syntax/quote.ts';

/** Something that may stand at the cursor. `replace` counts from the start of the text. */
export interface Candidate {
  readonly kind: 'key' | 'section' | 'value' | 'person' | 'reference' | 'day' | 'text';
  readonly label: string;
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  readonly insert: string;
  readonly replace: { readonly start: number; readonly end: number };
  /** True if something is to be chosen next, so that the list opens again. */
  readonly goesOn: boolean;
}

/** The text as it is put into the plan: inside quotes that are open already, or in the quotes it needs. */
function written(value: string, cursor: Cursor): string {
  if (cursor.quote === '"') return quoteLike('double', value);
  if (cursor.quote === "'") return quoteLike('single', value);
  return quoteLike('plain', value);
}

/** A value that goes in as it is called, in the quotes that it needs there. */
export function candidate(kind: Candidate['kind'], label: string, detail: string, cursor: Cursor): Candidate {
  return {
    kind,
    label,
    detail,
    documentation: '',
    insert: written(label, cursor),
    replace: cursor.replace,
    goesOn: false,
  };
}
