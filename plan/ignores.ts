import { Beside } from './once.ts';
import type { EditedText } from './syntax/edited-text.ts';
import { lineEnd, lineStart } from './syntax/lines.ts';
import { locate } from './syntax/locate.ts';
import type { Mapping, Source, Span } from './syntax/tree.ts';

/** A rule that a comment names, as it is written there. */
export interface IgnoredRule extends Span {
  readonly id: string;
  /** What goes if it is taken out of the comment: with it the comma, or the whole comment if it is the only one. */
  readonly removal: Span;
}

/** A comment that silences rules: on its line, or where it stands alone below it, or in the whole file. */
export interface Ignore {
  /** The word by which it is known, and whether it is written as it must be. */
  readonly keyword: Span & { readonly text: string; readonly exact: boolean };
  readonly rules: readonly IgnoredRule[];
  /** The comment with the line it has for itself, or with the blanks before it. */
  readonly removal: Span;
  /** Where findings are silenced; a span's end belongs to it. */
  readonly over: readonly Span[];
  /** True where a blank line parts the comment from what it was perhaps meant for. */
  readonly adrift: boolean;
  /** True where it stands behind something else in a line, and so speaks for that line alone. */
  readonly behind: boolean;
}

/** Lines of comments that were last looked through, up to the line that they stand above. */
interface Block {
  from: number;
  to: number;
}

const COMMENT =
  /(^\uFEFF?|[ \t])#[ \t]*(success[-_ ]?plan[-_ ]?ignore(?:[-_ ](?:file|next-line|line|next_line))?)(?![\w-])([^\r\n]*)/gim;
const EXACT = /^success-plan-ignore(-file)?$/;
const RULES = /^[ \t]+([^\s,:#][^\s,:]*(?:[ \t]*,[ \t]*(?:[^\s,:]+)?)*)/;

/** The ignore comments of a text, half-written ones too. What only looks like one inside a value is none. Never throws. */
export function findIgnores(source: Source): Ignore[] {
  const { text } = source;
  // A search for a few plain letters is many times faster than the pattern, and most plans have no such comment.
  if (silent.get(source)) return [];
  if (!speaks(text)) {
    silent.set(source, true);
    return [];
  }
  const ignores: Ignore[] = [];
  const block: Block = { from: 0, to: 0 };
  for (const match of text.matchAll(COMMENT)) {
    const start = match.index + (match[1]?.length ?? 0);
    if (locate(source, start + 1)?.on === 'value') continue;
    const [whole, , word = '', behind = ''] = match;
    const end = match.index + whole.length;
    const keyword = { start: end - behind.length - word.length, end: end - behind.length, text: word };
    const removal = removalOf(text, start, end);
    const exact = EXACT.exec(word);
    const reach = exact?.[1]
      ? { over: [{ start: 0, end: text.length }], adrift: false, behind: false }
      : reachOf(source, start, block);
    ignores.push({
      keyword: { ...keyword, exact: exact !== null },
      rules: rulesOf(behind, keyword.end, removal),
      removal,
      ...reach,
    });
  }
  return ignores;
}

/** Texts without any such comment. */
const silent = new Beside<Source, true>();

function speaks(text: string): boolean {
  return text.includes('gnore') || text.includes('GNORE');
}

/** Notes that a text has no such comment where the one before had none and an edit brought none: so the text need not be looked through. */
export function staysWithout(before: Source, now: Source, letters: EditedText): void {
  const { start, text } = letters.edit;
  if (silent.get(before) && !speaks(letters.slice(Math.max(0, start - AROUND), start + text.length + AROUND)))
    silent.set(now, true);
}

/** An edit may put together what stood apart. */
const AROUND = 10;

function rulesOf(behind: string, from: number, whole: Span): IgnoredRule[] {
  const list = RULES.exec(behind);
  const written = list?.[1] ?? '';
  const at = from + (list?.[0].length ?? 0) - written.length;
  const found = [...written.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    start: at + index,
    end: at + index + id.length,
  }));
  return found.map((rule, index) => {
    const [before, next] = [found[index - 1], found[index + 1]];
    if (next) return { ...rule, removal: { start: rule.start, end: next.start } };
    return { ...rule, removal: before ? { start: before.end, end: rule.end } : whole };
  });
}

/** Its line, where the comment stands alone on it; else it and the blanks before it. */
function removalOf(text: string, start: number, end: number): Span {
  const line = saidFrom(text, start);
  if (text.slice(line, start).trim() !== '') {
    const before = text.slice(line, start).trimEnd();
    return { start: line + before.length, end };
  }
  const next = lineEnd(text, end);
  if (next < text.length) return { start: line, end: next + 1 };
  // The last line takes the line break before it along.
  const back = text.slice(0, line).endsWith('\r\n') ? 2 : Math.min(line, 1);
  return { start: line - back, end };
}

/** The line of the comment; where it stands alone on it, also the line that the comments there stand right above. */
function reachOf(source: Source, start: number, block: Block): Pick<Ignore, 'over' | 'adrift' | 'behind'> {
  const { text } = source;
  const from = saidFrom(text, start);
  const own = lineEnd(text, start);
  if (!/^\s*(?:#|$)/.test(text.slice(from, start)))
    return { over: [{ start: from, end: own }], adrift: false, behind: true };
  if (start < block.from || block.to <= start) {
    block.from = from;
    block.to = own + 1;
    while (/^[ \t]*#/.test(text.slice(block.to, lineEnd(text, block.to)))) block.to = lineEnd(text, block.to) + 1;
  }
  const next = block.to;
  const end = lineEnd(text, next);
  const line = text.slice(next, end);
  const adrift = line.trim() === '';
  const over = [{ start: from, end: adrift ? own : end }];
  const dash = /^[ \t]*-[ \t]*/.exec(line);
  if (dash) over.push(...namesOf(source, next + line.indexOf('-')));
  return { over, adrift, behind: false };
}

/** A comment above an item speaks for the item itself, wherever in it its id and name are written. */
function namesOf(source: Source, dash: number): Span[] {
  for (let at = dash + 1; at < source.text.length; at++) {
    if (/[ \t\r\n]/.test(source.text.charAt(at))) continue;
    const found = locate(source, at);
    const item = found?.steps.findLast(step => step.kind === 'item');
    if (!found || item?.kind !== 'item' || item.node.kind !== 'mapping') return [];
    return namePairs(item.node).map(pair => ({ start: found.base + pair.start, end: found.base + pair.end }));
  }
  return [];
}

function namePairs(mapping: Mapping): readonly Span[] {
  return mapping.pairs.filter(pair => ['id', 'name'].includes(pair.key.text));
}

/** Where the line of an offset starts, behind a byte order mark. */
function saidFrom(text: string, at: number): number {
  const start = lineStart(text, at);
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}
