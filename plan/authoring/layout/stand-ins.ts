import { lineUpTo } from '../../syntax/lines.ts';
import {
  absolute,
  type Node,
  type Pair,
  partsOf,
  type Scalar,
  type Source,
  type Span,
  type SyntaxDocument,
} from '../../syntax/tree.ts';

/** A text in which words stand in for what a formatter is to leave as it is. */
export interface StoodIn {
  readonly text: string;
  /** The formatted text with the own words back in it. */
  restore(formatted: string): string;
}

/**
 * Formatters choose quotes, and fill lines anew; what is in a plan is its author's. So they are shown one plain word in place of everything in quotes and
 * of every value or bracket that goes over several lines; these move with the line that they begin on. Undefined where the text leaves no word for it.
 */
export function standIn(source: Source): StoodIn | undefined {
  const { text } = source;
  if (text.includes(OPEN) || text.includes(CLOSE)) return undefined;
  const kept = keptIn(source);
  let stoodIn = '';
  let from = 0;
  kept.forEach(({ start, end }, index) => {
    stoodIn += `${text.slice(from, start)}${OPEN}${index}${CLOSE}`;
    from = end;
    // Behind quotes a colon needs no blank, behind a word it does.
    if (/^:\S/.test(text.slice(end, end + 2))) {
      stoodIn += ': ';
      from++;
    }
  });
  stoodIn += text.slice(from);
  return { text: stoodIn, restore: formatted => restored(text, kept, formatted) };
}

/** Characters that mean nothing to anybody. */
const OPEN = '\uE0A0';
const CLOSE = '\uE0A1';
const STAND_IN = /\uE0A0(\d+)\uE0A1/g;

/** What stays as it is written, in text order. */
function keptIn({ text, documents }: Source): Span[] {
  const kept: Span[] = [];
  for (const document of documents) {
    const braces = aroundAll(text, document);
    if (braces) {
      kept.push(braces);
      continue;
    }
    for (const part of partsOf(document)) {
      const { start: base } = absolute(document, { part, start: 0, end: 0 });
      const keep = ({ start, end }: Span) => kept.push({ start: base + start, end: base + end });
      const goesOn = ({ start, end }: Span) => text.slice(base + start, base + end).includes('\n');
      const scalar = (value: Scalar, isInside: boolean) => {
        if (value.style === 'single' || value.style === 'double') keep(value);
        // A comma in a value in brackets was meant as part of it, which a formatter cannot know.
        else if (value.style === 'plain' && (goesOn(value) || (isInside && value.text.includes(',')))) keep(value);
      };
      const pair = ({ key, value }: Pair, isInside: boolean) => {
        scalar(key, isInside);
        node(value, isInside);
      };
      const node = (value: Node, isInside: boolean): void => {
        if (value.kind === 'alias') return;
        if (value.kind === 'scalar') scalar(value, isInside);
        else if (value.flow && goesOn(value)) keep(value);
        else if (value.kind === 'mapping') for (const one of value.pairs) pair(one, isInside || value.flow);
        else for (const item of value.items) node(item, isInside || value.flow);
      };
      if (part.key) scalar(part.key, false);
      node(part.node, false);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The braces that a whole document stands in, where they go over several lines. */
function aroundAll(text: string, document: SyntaxDocument): Span | undefined {
  const head = /^(?:[\s\uFEFF]|#.*|---|%.*)*\{/.exec(text.slice(document.start, document.end));
  const last = document.sections.at(-1);
  const part = last?.items?.at(-1) ?? last?.part;
  if (!head || !part) return undefined;
  const behind = absolute(document, { part, start: part.length, end: part.length }).end;
  const span = { start: document.start + head[0].length - 1, end: text.indexOf('}', behind) + 1 };
  return text.slice(span.start, span.end).includes('\n') ? span : undefined;
}

function restored(text: string, kept: readonly Span[], formatted: string): string {
  const eol = formatted.includes('\r\n') ? '\r\n' : '\n';
  return formatted.replace(STAND_IN, (word, index: string, at: number) => {
    const span = kept[Number(index)];
    if (!span) return word;
    const [first = '', ...further] = text.slice(span.start, span.end).split(/\r?\n/);
    if (further.length === 0) return first;
    const before = lineUpTo(text, span.start);
    const after = lineUpTo(formatted, at);
    return [first, ...shifted(further, indentOf(after) - indentOf(before), keyColumn(after) + 1)].join(eol);
  });
}

/** Lines moved by some columns, all by the same, but none to the left of a column. */
function shifted(lines: readonly string[], by: number, leftmost: number): string[] {
  const columns = lines.filter(line => line.trim() !== '').map(indentOf);
  const shift = Math.max(by, leftmost - Math.min(...columns));
  return lines.map(line => (line.trim() === '' ? '' : ' '.repeat(indentOf(line) + shift) + line.trimStart()));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The column of the key or dash that what follows on the line belongs to; left of it where it has the line for itself. */
function keyColumn(line: string): number {
  if (line.trim() === '') return line.length - 1;
  const dashes = /^\uFEFF?\s*(?:-\s+)*/.exec(line)?.[0].length ?? 0;
  return dashes < line.length ? dashes : line.lastIndexOf('-');
}
