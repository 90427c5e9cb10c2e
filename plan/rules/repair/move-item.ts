import type { Edit, Editor } from '../../syntax/edit.ts';
import type { Node, Part, Sequence } from '../../syntax/tree.ts';

/**
 * Moves an item of a list up to another's place, with the comments above it and behind it. Undefined where that could change what is read: an
 * item that borrows from another one, or comments inside a list in brackets.
 */
export function moveUp(edit: Editor, part: Part, list: Node, from: number, to: number): readonly Edit[] | undefined {
  if (list.kind !== 'sequence' || from <= to || to < 0) return undefined;
  const text = edit.at({ part, start: 0, end: part.length });
  const spans = list.flow ? list.items : blockSpans(text, list);
  const [moved, before, first, second] = [spans[from], spans[from - 1], spans[to], spans[to + 1]];
  if (!moved || !before || !first || !second) return undefined;
  const own = text.slice(moved.start, moved.end);
  const gap = text.slice(first.end, second.start);
  if (
    ALIAS.test(own) ||
    (list.flow && (!/^\s*,\s*$/.test(gap) || !/^\s*,\s*$/.test(text.slice(before.end, moved.start))))
  )
    return undefined;
  return [
    edit.replace({ part, start: first.start, end: first.start }, own + gap),
    edit.replace({ part, start: before.end, end: moved.end }, ''),
  ];
}

const ALIAS = /(?:^|[\s[{,:-])\*[^\s*]/m;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The lines of each item, from the comments above its dash to the end of its last line. */
function blockSpans(text: string, list: Sequence): readonly Stretch[] {
  const starts = list.dashes.map((dash, i) => aboveComments(text, lineStart(text, dash), i === 0));
  return list.items.map((item, i) => {
    const limit = starts[i + 1] ?? item.end;
    const written = text.slice(0, Math.min(item.end, limit)).trimEnd().length;
    return { start: starts[i] ?? item.start, end: lineEnd(text, written) };
  });
}

/** Up over the lines that are comments only; above the first item they belong to the list. */
function aboveComments(text: string, start: number, isFirst: boolean): number {
  let at = start;
  while (!isFirst && at > 0) {
    const above = lineStart(text, at - 1);
    if (!/^[ \t]*#/.test(text.slice(above, at))) break;
    at = above;
  }
  return at;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
}
