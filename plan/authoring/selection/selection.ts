import { commentsOf } from '../../syntax/comments.ts';
import { lineEnd, lineStart } from '../../syntax/lines.ts';
import { type Location, locate } from '../../syntax/locate.ts';
import { absolute, type Node, type Scalar, type Source, type Span } from '../../syntax/tree.ts';

/**
 * What an editor selects step by step around an offset: the word, the value without and with its quotes, the field, the item, the section, the document, the
 * text. Each span holds the one before it and is larger; the first may be empty. Never throws.
 */
export function selections(source: Source, offset: number): Span[] {
  const { text } = source;
  const location = locate(source, offset);
  const comment = commentsOf(source).find(({ start, end }) => start <= offset && offset <= end);
  const wanted = [
    ...words(text, offset),
    ...(comment ? aroundComment(source, comment) : []),
    ...(location ? around(location, text, offset) : []),
    { start: 0, end: text.length },
  ];
  const growing: Span[] = [];
  let last: Span = { start: offset, end: offset };
  for (const span of wanted) {
    if (span.start > last.start || span.end < last.end || span.end - span.start <= last.end - last.start) continue;
    growing.push({ start: span.start, end: span.end });
    last = span;
  }
  return growing.length > 0 ? growing : [last];
}

/** The figures or letters at the offset, and with them what is written without a blank: `Torres`, `mike.torres@example.com`. */
function words(text: string, offset: number): Span[] {
  return [/[\p{L}\p{N}_]/u, /[^\s"'[\]{},:#]/u].map(kind => {
    const isIn = (at: number) => at >= 0 && at < text.length && kind.test(characterAt(text, at));
    let start = offset;
    let end = offset;
    while (isIn(start - 1)) start--;
    while (isIn(end)) end++;
    return { start, end };
  });
}

/** The whole character that a UTF-16 unit belongs to. */
function characterAt(text: string, at: number): string {
  const isSecond = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0;
  return String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0);
}

/** A comment without and with its mark, and those that stand right above and below it. */
function aroundComment(source: Source, comment: Span): Span[] {
  const { text } = source;
  const words = /^#+\s*/.exec(text.slice(comment.start, comment.end))?.[0].length ?? 1;
  const all = commentsOf(source);
  const index = all.indexOf(comment);
  const follows = (one: Span | undefined, next: Span | undefined) =>
    one && next && /^\r?\n[ \t]*$/.test(text.slice(one.end, next.start));
  let first = index;
  let last = index;
  while (follows(all[first - 1], all[first])) first--;
  while (follows(all[last], all[last + 1])) last++;
  const block = { start: all[first]?.start ?? comment.start, end: all[last]?.end ?? comment.end };
  return [{ start: comment.start + words, end: comment.end }, comment, block];
}

function around({ document, part, base, steps, on }: Location, text: string, offset: number): Span[] {
  const spans: Span[] = [];
  const take = (span: Span) => spans.push(trimmed({ start: base + span.start, end: base + span.end }, text));
  steps.toReversed().forEach((step, index) => {
    const node: Node = step.kind === 'pair' ? step.pair.value : step.node;
    if (step.kind === 'pair') {
      const scalar = index > 0 || on !== 'key' ? node : step.pair.key;
      if (scalar.kind === 'scalar' && index === 0 && on !== 'between')
        spans.push(...insideScalar(scalar, base, text, offset));
      take(scalar);
      take(step.pair);
      if (step.mapping) take(step.mapping);
      return;
    }
    if (node.kind === 'scalar' && index === 0 && on !== 'between')
      spans.push(...insideScalar(node, base, text, offset));
    take(node);
    take({ start: step.sequence ? (step.sequence.dashes[step.index] ?? node.start) : 0, end: node.end });
    if (step.sequence) take(step.sequence);
  });
  if (steps.length === 0) take(part.node);
  const section = document.sections.find(one => one.part === part || one.items?.includes(part));
  const last = section?.items?.at(-1);
  if (section && last) {
    const first = section.items?.[0] ?? last;
    const list = { start: absolute(document, { part: first, start: 0, end: 0 }).start, end: 0 };
    const { end } = absolute(document, { part: last, start: 0, end: last.length });
    spans.push(trimmed({ ...list, end }, text));
    spans.push(trimmed({ start: absolute(document, { part: section.part, start: 0, end: 0 }).start, end }, text));
  }
  spans.push(trimmed(document, text), document);
  return spans;
}

/** The line of a text block, and what stands between quotes. */
function insideScalar({ start, end, style }: Scalar, base: number, text: string, offset: number): Span[] {
  if (style === 'single' || style === 'double') return [{ start: base + start + 1, end: base + end - 1 }];
  if (style === 'empty') return [];
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  const isOwn = base + start < line.start;
  if (style === 'plain' || !isOwn) return [];
  const header = text.indexOf('\n', base + start) + 1;
  return [trimmed(line, text), trimmed({ start: header, end: base + end }, text)];
}

/** The span without the blanks at its ends. */
function trimmed({ start, end }: Span, text: string): Span {
  let from = start;
  let to = Math.min(end, text.length);
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  while (from < to && /[\s\uFEFF]/.test(text.charAt(from))) from++;
  return { start: from, end: to };
}
