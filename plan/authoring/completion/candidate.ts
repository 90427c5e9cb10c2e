import type { Cursor } from '../../syntax/cursor.ts';
import { quoteLike } from '../../syntax/quote.ts';
import type { ScalarStyle } from '../../syntax/tree.ts';
import type { Insert } from './insert.ts';

/** Something that may stand at the cursor. `replace` counts from the start of the text. */
export interface Candidate {
  /** `block`: several lines at once. `text`: an example, or a text still to be typed. */
  readonly kind: 'key' | 'section' | 'block' | 'value' | 'person' | 'reference' | 'day' | 'quantity' | 'text';
  readonly label: string;
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  readonly insert: string;
  /** The same as a snippet of LSP, with stops for the tab key; undefined where there is nothing to stop at. */
  readonly snippet?: string | undefined;
  readonly replace: { readonly start: number; readonly end: number };
  /** True if something is to be chosen next, so that the list opens again. */
  readonly goesOn: boolean;
}

/** The text as it is put into the plan: inside quotes that are open already, or in those of its neighbours, or where it needs some. */
function written(value: string, { quote, flow }: Cursor, style: ScalarStyle): string {
  if (quote === '"') return quoteLike('double', value);
  if (quote === "'") return quoteLike('single', value);
  return quoteLike(flow && style === 'plain' && /[,[\]{}]/.test(value) ? 'double' : style, value);
}

/** A value that goes in as it is called, in the quotes that it needs there, or in those that are usual. */
export function candidate(
  kind: Candidate['kind'],
  label: string,
  detail: string,
  cursor: Cursor,
  style: ScalarStyle = 'plain',
): Candidate {
  return {
    kind,
    label,
    detail,
    documentation: '',
    insert: cursor.before + written(label, cursor, style),
    replace: cursor.replace,
    goesOn: false,
  };
}

/** Something that was put together for the place. */
export function blockCandidate(
  kind: Candidate['kind'],
  label: string,
  detail: string,
  { plain, snippet }: Insert,
  { replace }: Cursor,
): Candidate {
  const documentation = plain.includes('\n') ? `\`\`\`yaml\n${unindented(plain)}\n\`\`\`` : '';
  return { kind, label, detail, documentation, insert: plain, snippet, replace, goesOn: false };
}

/** A piece of YAML as it would stand at the left edge. */
function unindented(yaml: string): string {
  const lines = yaml.replace(/^\s*\n/, '').split('\n');
  const rest = lines.slice(1).filter(line => line.trim() !== '');
  const own = (line: string) => line.length - line.trimStart().length;
  const least = Math.min(...rest.map(own), ...(yaml.startsWith('\n') ? [own(lines[0] ?? '')] : []));
  return lines
    .map((line, index) =>
      index > 0 || yaml.startsWith('\n') ? line.slice(Math.max(0, least - (yaml.startsWith('\n') ? 0 : 2))) : line,
    )
    .join('\n');
}
