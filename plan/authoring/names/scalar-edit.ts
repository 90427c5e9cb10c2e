import type { Edit } from '../../syntax/edit.ts';
import { parse } from '../../syntax/parse.ts';
import { resolve, type Scalar, type Span } from '../../syntax/tree.ts';

/** What a stretch of a value is to say instead. `span` counts from the start of the value as it is written, `from` and `to` in its text. */
export interface Replacement {
  readonly span: Span;
  readonly from: number;
  readonly to: number;
  readonly said: string;
}

/**
 * The edits that make a value say something else in places, from the start of the value. Its style stays; a plain value gets double quotes where
 * YAML would read what it then says otherwise. Replacements are in order and do not overlap; none has a line break.
 */
export function editsIn(
  raw: string,
  scalar: Scalar,
  inFlow: () => boolean,
  replacements: readonly Replacement[],
  known: KnownEdits,
): readonly Edit[] {
  const { style } = scalar;
  const write = style === 'double' ? escaped : style === 'single' ? doubled : asItIs;
  const edits = replacements.map(({ span, said }) => ({ ...span, newText: write(said) }));
  if (style !== 'plain' || isHarmless(raw, replacements)) return edits;
  const flow = inFlow();
  const key = JSON.stringify([raw, flow, replacements]);
  const made = known.get(key) ?? (isSafe(raw, scalar, flow, edits, replacements) ? edits : inQuotes(raw, replacements));
  known.set(key, made);
  return made;
}

/** What was found of plain values already: a name stands alone in most of its places. */
export type KnownEdits = Map<string, readonly Edit[]>;

function inQuotes(raw: string, replacements: readonly Replacement[]): Edit[] {
  let quoted = '"';
  let at = 0;
  for (const { span, said } of replacements) {
    quoted += escaped(raw.slice(at, span.start)) + escaped(said);
    at = span.end;
  }
  return [{ start: 0, end: raw.length, newText: `${quoted}${escaped(raw.slice(at))}"` }];
}

/** Nearly every name is letters, and changes nothing of how a value is read, unless it is all of it: one word may be a truth or nothing. */
function isHarmless(raw: string, replacements: readonly Replacement[]): boolean {
  const isPart = replacements.every(({ span }) => span.end - span.start < raw.length);
  return replacements.every(({ said }) => HARMLESS.test(said) && (isPart || said.includes(' ')));
}

/** Of others the reader is asked. */
function isSafe(
  raw: string,
  scalar: Scalar,
  inFlow: boolean,
  edits: readonly Edit[],
  replacements: readonly Replacement[],
): boolean {
  const written = replaced(raw, edits);
  const wanted = replaced(
    scalar.text,
    replacements.map(({ from, to, said }) => ({ start: from, end: to, newText: said })),
  );
  const [document, ...others] = parse(inFlow ? `[${written}]` : `k: ${written}`).documents;
  const { part, items } = document?.sections[0] ?? {};
  const node = part && resolve(part.node);
  const read = node?.kind === 'sequence' ? node.items[0] : node;
  const alone = others.length === 0 && !items && document?.sections.length === 1 && !document.broken;
  if (!alone || part?.problems.length !== 0 || read?.kind !== 'scalar' || read.text !== wanted) return false;
  return typeof read.value === 'string' || (read.value !== null && typeof scalar.value !== 'string');
}

/** Words that nothing in YAML begins with or is made of. */
const HARMLESS = /^\p{L}(?:[\p{L}\p{M}\p{N} .'’_-]*[\p{L}\p{M}\p{N}.'’_])?$/u;

function replaced(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

function escaped(text: string): string {
  return text.replaceAll(/["\\]/g, '\\$&');
}

function doubled(text: string): string {
  return text.replaceAll("'", "''");
}

function asItIs(text: string): string {
  return text;
}
