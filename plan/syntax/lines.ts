/** The lines of a text that may be half typed, as the cursor's surroundings are read from them. */

/** A line taken apart: columns of its dashes, and its key if it has one. */
export interface Line {
  readonly start: number;
  readonly text: string;
  readonly dashes: readonly number[];
  /** Column of the first character behind dashes; the line's length if there is none. */
  readonly content: number;
  readonly key: string | undefined;
}

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends: before its line feed, or with the text. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline;
}

/** The line of an offset, up to it. */
export function lineUpTo(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset);
}

/**
 * The lines above an offset, nearest first, up to the beginning of the document. Lines that are indented deeper than
 * `deepest` are passed over unread: most of a long plan is. Blank lines and comments are left out.
 */
export function* linesAbove(text: string, start: number, deepest: () => number): Generator<Line> {
  let end = start - 1;
  while (end >= 0) {
    const from = startAbove(text, end, deepest());
    if (from < 0) return;
    end = from - 1;
    if (indentAt(text, from) === 0 && isDocumentMark(text, from)) return;
    const line = lineAt(text, from);
    if (!isBlank(line.text)) yield line;
  }
}

/** Where the nearest line starts that ends at a line feed or above it, and is indented by `deepest` at most; -1 if there is none. */
function startAbove(text: string, end: number, deepest: number): number {
  let nearest = lineStart(text, end);
  while (indentAt(text, nearest) > deepest) {
    if (nearest === 0 || deepest < 0) return -1;
    if (deepest <= DEEPEST_SEARCHED) return shallowAbove(text, nearest - 1, deepest);
    nearest = lineStart(text, nearest - 1);
  }
  return nearest;
}

/** The same for a line that ends at a line feed. */
function shallowAbove(text: string, end: number, deepest: number): number {
  // Searched by the engine in windows that grow: thousands of lines, one by one, are milliseconds before V8 has compiled that.
  const shallow = shallowLine(deepest);
  for (let [to, size] = [end, WINDOW]; ; size *= 2) {
    const from = to - size <= 0 ? 0 : Math.max(0, text.lastIndexOf('\n', to - size));
    let found = -1;
    for (const { index } of text.slice(from, to).matchAll(shallow)) found = index;
    if (found >= 0) return from + found + 1;
    if (from === 0) return indentAt(text, 0) <= deepest ? 0 : -1;
    to = from;
  }
}

const WINDOW = 512;
/** Deeper columns are rare, and near to each other. */
const DEEPEST_SEARCHED = 40;

/** Finds the line feeds before lines that are indented by `deepest` at most. */
function shallowLine(deepest: number): RegExp {
  const known = SHALLOW.get(deepest) ?? new RegExp(`\\n(?! {${deepest + 1}})`, 'g');
  SHALLOW.set(deepest, known);
  return known;
}

const SHALLOW = new Map<number, RegExp>();

/** The lines below a line down to the first that is indented less than `column`, or the document's end. Deeper ones are passed over unread. */
export function* linesBelow(text: string, line: Line, column: number): Generator<Line> {
  let newline = text.indexOf('\n', line.start + line.text.length);
  while (newline >= 0) {
    const from = newline + 1;
    const indent = indentAt(text, from);
    newline = text.indexOf('\n', from);
    if (indent > column) continue;
    if (indent === 0 && isDocumentMark(text, from)) return;
    const next = lineAt(text, from);
    if (isBlank(next.text)) continue;
    if (indent < column) return;
    yield next;
  }
}

/** The next line below with something on it; undefined at the document's end. Lines that are indented deeper than `deepest` are passed over unread. */
export function lineBelow(text: string, line: Line, deepest = Number.POSITIVE_INFINITY): Line | undefined {
  let newline = text.indexOf('\n', line.start + line.text.length);
  while (newline >= 0) {
    const from = newline + 1;
    const indent = indentAt(text, from);
    newline = text.indexOf('\n', from);
    if (indent > deepest) continue;
    if (indent === 0 && isDocumentMark(text, from)) return undefined;
    const next = lineAt(text, from);
    if (!isBlank(next.text)) return next;
  }
  return undefined;
}

/** The column of the first character on a line. */
export function indentOf(line: Line): number {
  return line.dashes[0] ?? line.content;
}

/** The line that starts at an offset, taken apart. */
export function lineAt(text: string, start: number): Line {
  const whole = text.slice(start, lineEnd(text, start));
  const line = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
  const dashes: number[] = [];
  let at = 0;
  for (;;) {
    while (line.charAt(at) === ' ' || line.charAt(at) === '\uFEFF') at++;
    if (line.charAt(at) !== '-' || (at + 1 < line.length && line.charAt(at + 1) !== ' ')) break;
    dashes.push(at);
    at++;
  }
  const content = dashes.length > 0 && at >= line.length ? Math.max(at, (dashes.at(-1) ?? 0) + 2) : at;
  const match = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#"'[\]{},](?:[^:#]*[^\s:#])?)\s*:(?=\s|$)/.exec(line.slice(at));
  return { start, text: line, dashes, content, key: match?.[1] && keyText(match[1]) };
}

/** A key as it is written, without quotes. */
export function keyText(written: string): string {
  return written.replace(/^["']|["']$/g, '');
}

/** How far the key of a line reaches, up to its colon. */
export function keyLength(line: Line): number {
  const rest = line.text.slice(line.content);
  return /^(?:(?:"(?:[^"\\]|\\.)*"|'[^']*')\s*|[^:#]*)(?=:)/.exec(rest)?.[0].length ?? 0;
}

/** What stands on a line before its comment, without the blanks at its end. */
export function withoutComment(line: string): string {
  const at = line.search(/(?:^|\s)#/);
  return (at < 0 ? line : line.slice(0, at)).trimEnd();
}

function isBlank(line: string): boolean {
  const trimmed = line.trimStart();
  return trimmed === '' || trimmed.startsWith('#');
}

function indentAt(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at - from;
}

const SPACE = 32;

/** True where a line parts or ends documents. */
export function isDocumentMark(text: string, from: number): boolean {
  return text.startsWith('---', from) || text.startsWith('...', from);
}
