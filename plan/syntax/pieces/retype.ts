import { parseAllDocuments } from 'yaml';
import { convert } from '../convert.ts';
import type { Mapping, Node, Pair, Part, Scalar, Section } from '../tree.ts';
import { LIBRARY_OPTIONS, type Piece } from './piece.ts';
import { differsAt } from './recut.ts';

/**
 * Most keys are pressed inside a value that stands on one line. Nothing but that value can then be read otherwise, as long as it is still one on that
 * line: it alone is read, and everything behind it in its piece is moved.
 */

/** A value with its key, in text that was read, and by how much what stands behind it moves. */
interface Change {
  readonly old: Pair;
  readonly value: Scalar;
  /** From here on offsets move, in the part as it was. */
  readonly from: number;
  readonly by: number;
}

/** A text that was read, and what became of it. */
interface Versions {
  readonly before: string;
  readonly now: string;
}

/**
 * The piece as reading `now` would give it, made from that of `before`. Undefined where more than one value on one line differs, or may be read otherwise:
 * the piece is then to be read anew. Never throws.
 */
export function retyped(piece: Piece, texts: Versions): Piece | undefined {
  const { broken, hasAlias, problems, starts } = piece;
  const [[part, start] = []] = starts;
  if (broken || hasAlias || problems.length > 0 || starts.size !== 1 || !part || start === undefined) return undefined;
  if (part.problems.length > 0 || !isWhole(piece, part)) return undefined;
  const change = changeIn(part, texts, start);
  if (!change) return undefined;
  const node = movedNode(part.node, change);
  const now: Part = { ...part, node, length: Math.max(node.end, part.key?.end ?? 0) };
  const section: Section = { part: now, items: undefined };
  return {
    ...piece,
    end: piece.end + change.by,
    listEnd: piece.listEnd + change.by,
    sections: piece.kind === 'section' ? [section] : [],
    items: piece.kind === 'items' ? [now] : [],
    starts: new Map([[now, start]]),
  };
}

/** True where the part is all that the piece holds. */
function isWhole({ kind, sections, items }: Piece, part: Part): boolean {
  if (kind === 'items') return items.length === 1 && items[0] === part && sections.length === 0;
  const [section] = sections;
  return kind === 'section' && sections.length === 1 && section?.part === part && section.items === undefined;
}

function changeIn(part: Part, { before, now }: Versions, start: number): Change | undefined {
  const first = differsAt(before, now);
  const by = now.length - before.length;
  const same = sameAtEnd(before, now, Math.min(before.length, now.length) - first);
  const old = pairAround(part.node, first - start, before.length - same - start);
  if (old?.value.kind !== 'scalar' || old.key.text === '<<' || !ON_ONE_LINE.has(old.value.style)) return undefined;
  const from = start + old.key.start;
  const end = lineEnd(before, from);
  if (start + old.value.end > end || !isBlank(before, start + old.value.end, end)) return undefined;
  const value = valueOn(now.slice(from, end + by), old);
  // Blanks behind it are no part of it: what stands behind moves as it does only where they are as many as before.
  if (!value || lineEnd(now, from) !== end + by || value.end + old.key.start - old.value.end !== by) return undefined;
  const moved = { ...value, start: old.value.start, end: old.value.end + by };
  return { old, value: moved, from: old.value.end, by };
}

/** The value on a line that is nothing but a key, known already, and a value written as before. */
function valueOn(line: string, pair: Pair): Scalar | undefined {
  return wordsOn(line, pair) ?? readOn(line, pair);
}

/** Where words of plain letters stand behind a key and a colon, and did before: they are what they say. Most keys are pressed in such. */
function wordsOn(line: string, { key, value }: Pair): Scalar | undefined {
  if (value.kind !== 'scalar' || value.style !== 'plain') return undefined;
  const [behindKey, start] = [key.end - key.start, value.start - key.start];
  const text = line.slice(start);
  if (!COLON.test(line.slice(behindKey, start)) || !WORDS.test(text) || NO_WORD.test(text)) return undefined;
  return { kind: 'scalar', value: text, text, style: 'plain', start, end: line.length };
}

/** What the library makes of the line. */
function readOn(line: string, { key, value }: Pair): Scalar | undefined {
  try {
    const parsed = parseAllDocuments(line, LIBRARY_OPTIONS);
    const [source] = Array.isArray(parsed) && parsed.length === 1 ? parsed : [];
    if (!source || source.errors.length > 0 || source.warnings.length > 0) return undefined;
    const { sections, problems, hasAlias } = convert(line, source);
    const [section] = sections;
    if (sections.length !== 1 || !section || hasAlias || problems.length > 0) return undefined;
    const { key: read, node, problems: own } = section.part;
    if (node.kind !== 'scalar' || value.kind !== 'scalar' || node.style !== value.style) return undefined;
    if (own.length > 0 || node.start !== value.start - key.start || read?.text !== key.text) return undefined;
    return node.start < node.end && isBlank(line, node.end, line.length) ? node : undefined;
  } catch {
    return undefined;
  }
}

/** The pair of a mapping in lines whose value holds the offsets; undefined inside braces and brackets. */
function pairAround(node: Node, start: number, end: number): Pair | undefined {
  if (node.kind === 'mapping' && !node.flow) {
    const pair = node.pairs.find(({ value }) => value.start <= start && end <= value.end);
    return pair?.value.kind === 'scalar' ? pair : pair && pairAround(pair.value, start, end);
  }
  if (node.kind !== 'sequence' || node.flow) return undefined;
  const item = node.items.find(one => one.start <= start && end <= one.end);
  return item && pairAround(item, start, end);
}

function movedNode(node: Node, change: Change): Node {
  const { from, by, old, value } = change;
  if (node === old.value) return value;
  if (node.end < from) return node;
  const start = moved(node.start, change);
  const end = node.end + by;
  if (node.kind === 'mapping') return { ...node, pairs: movedPairs(node, change), start, end };
  if (node.kind !== 'sequence') return { ...node, start, end };
  const items = node.items.map(item => movedNode(item, change));
  return { ...node, items, dashes: node.dashes.map(dash => moved(dash, change)), start, end };
}

function movedPairs({ pairs }: Mapping, change: Change): Pair[] {
  return pairs.map(pair => {
    if (pair.end < change.from) return pair;
    const { key } = pair;
    const start = moved(key.start, change);
    const there = start === key.start ? key : { ...key, start, end: key.end + change.by };
    return { ...pair, key: there, value: movedNode(pair.value, change), start, end: pair.end + change.by };
  });
}

function moved(offset: number, { from, by }: Change): number {
  return offset < from ? offset : offset + by;
}

function sameAtEnd(a: string, b: string, most: number): number {
  let count = 0;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

/** Where the line break stands, or the text ends. */
function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return text.length;
  return text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}

/** Nothing but spaces: a tab or a comment is looked at by the library. */
function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== 32) return false;
  return true;
}

const COLON = /^: +$/;
const WORDS = /^[A-Za-z]+(?:[ _-][A-Za-z]+)*$/;
/** Words that YAML's core schema reads as something else. */
const NO_WORD = /^(?:null|true|false)$/i;
const ON_ONE_LINE: ReadonlySet<string> = new Set(['plain', 'single', 'double']);
