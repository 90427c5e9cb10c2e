import { type Line, lineAt, lineStart } from '../../syntax/lines.ts';

/** What Enter took along from the end of a value: the quote and brackets that close it. */
export interface TornOff {
  /** Where they belong: the blanks at the end of the line above. */
  readonly home: { readonly start: number; readonly end: number };
  /** Where they stand: right behind the cursor, alone on its line. */
  readonly stray: { readonly start: number; readonly end: number };
}

/**
 * What an editor that closes quotes and brackets by itself leaves behind Enter at the end of a value: `"`, `]` or `}` alone on the next line, with the cursor
 * before it. Undefined where a list goes on, or a line is so long that somebody breaks it.
 */
export function tornOff(text: string, offset: number): TornOff | undefined {
  const line = lineAt(text, lineStart(text, offset));
  const column = offset - line.start;
  const closers = line.text.slice(column);
  if (line.start === 0 || !/^["'\]}][\]} ]*$/.test(closers) || line.text.slice(0, column).trim() !== '')
    return undefined;
  const above = lineAt(text, lineStart(text, line.start - 1));
  const words = above.text.trimEnd();
  if (words.length > LONG || /[[{,:]$/.test(words) || stillOpen(above) !== closers.replaceAll(' ', ''))
    return undefined;
  return {
    home: { start: above.start + words.length, end: above.start + above.text.length },
    stray: { start: offset, end: offset + closers.length },
  };
}

/** Whoever breaks a longer line goes on with it on the next. */
const LONG = 80;

/** What closes a value that begins behind a line's key or dash, from the inside. */
function stillOpen({ text, dashes, key }: Line): string {
  const value =
    dashes.length > 0 || key !== undefined ? /^[ -]*(?:[^"'[{#]*?:[ \t]+)?(["'[{].*)$/.exec(text)?.[1] : undefined;
  if (value === undefined) return '';
  let open = '';
  let before = '[';
  for (const sign of value.charAt(0) + value.slice(1).replaceAll(/\\.|''/g, '--')) {
    const quote = open.charAt(0);
    if (quote === '"' || quote === "'") open = sign === quote ? open.slice(1) : open;
    else if ((sign === '"' || sign === "'") && /[\s[{,]/.test(before)) open = sign + open;
    else if (sign === '[' || sign === '{') open = (sign === '[' ? ']' : '}') + open;
    else if (sign === open.charAt(0)) open = open.slice(1);
    before = sign;
  }
  return open;
}
