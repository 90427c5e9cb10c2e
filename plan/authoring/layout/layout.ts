import { applyEdits } from '../../check.ts';
import type { Edit } from '../../syntax/edit.ts';
import { lineEnd, lineStart, lineUpTo } from '../../syntax/lines.ts';
import { parse } from '../../syntax/parse.ts';
import { isTorn, partsOf, type Source, type Span } from '../../syntax/tree.ts';
import { blankEdits } from './blanks.ts';
import { sameReading } from './same-reading.ts';
import { standIn } from './stand-ins.ts';

/** A formatter of YAML. May reject. */
export type Format = (text: string) => Promise<string>;

/** The edits that lay a text out, or else why there are none. */
export type Layout = { readonly edits: readonly Edit[] } | { readonly refusal: string };

/** Formatting texts longer than this would keep everybody waiting. */
const LONGEST = 500_000;

/**
 * Lays a text out by a formatter: as small edits of blanks and line breaks, after which it says what it said before, comments and quotes included; with `within`,
 * on the lines of this span alone. Refuses where that cannot be had, as in a text that YAML cannot read. Never rejects.
 */
export async function layOut(source: Source, format: Format, within?: Span): Promise<Layout> {
  const { text } = source;
  if (text.length > LONGEST) return { refusal: `it is longer than ${LONGEST.toLocaleString('en')} characters` };
  if (isBroken(source)) return { refusal: 'YAML cannot read all of it' };
  const stoodIn = standIn(source);
  if (!stoodIn) return { refusal: 'it holds characters that the formatter needs for itself' };
  let formatted: string;
  try {
    formatted = stoodIn.restore(await format(stoodIn.text));
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return { refusal: `the formatter cannot read it: ${first}` };
  }
  if (!saysTheSame(source, formatted)) return { refusal: 'the formatter would change what it says' };
  const edits = blankEdits(text, formatted);
  return { edits: within ? onLines(source, edits, linesOf(text, within)) : edits };
}

function isBroken({ documents }: Source): boolean {
  return documents.some(
    document =>
      document.broken ||
      document.problems.some(isTorn) ||
      [...partsOf(document)].some(({ problems }) => problems.some(isTorn)),
  );
}

function saysTheSame(source: Source, text: string): boolean {
  return text === source.text || sameReading(source, parse(text));
}

/** The edits on some lines. Where lines cannot be moved without those around them, what is on them is still put in order. */
function onLines(source: Source, edits: readonly Edit[], lines: Span): readonly Edit[] {
  const { text } = source;
  const inside = edits.filter(({ start, end }) => lines.start <= start && end <= lines.end);
  const inLines = inside.filter(
    edit => !/[\n\r]/.test(edit.newText) && /[^\s][ \t]*$/.test(lineUpTo(text, edit.start)),
  );
  return [inside, inLines].find(some => saysTheSame(source, applyEdits(text, some))) ?? [];
}

/** The whole lines of a span; one that it only reaches the beginning of is not among them. */
function linesOf(text: string, { start, end }: Span): Span {
  const last = end > start && text.charAt(end - 1) === '\n' ? end - 1 : end;
  return { start: lineStart(text, start), end: lineEnd(text, last) };
}
