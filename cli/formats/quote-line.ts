import stringWidth from 'string-width';
import { visible } from '../../plan/visible.ts';

/** A line of a plan and, to be printed below it in the same column, its mark. */
export interface QuotedLine {
  readonly line: string;
  readonly mark: string;
}

/** One grapheme as it is printed: where it stands in the text, and the columns it takes. */
interface Cell {
  readonly offset: number;
  readonly shown: string;
  readonly column: number;
  readonly width: number;
}

const TAB = 4;
/** Of a line without an end only this much is looked at on either side of the mark. */
const REACH = 2000;
/** Each character of such a line is one column: most lines of most plans. */
const PLAIN = /^[ -~]*$/;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Quotes a line with a mark under the UTF-16 units `from` up to `to`. Both fit into `room` columns: a longer line is cut around the
 * mark. Wide characters and emoji take two columns, tabs become spaces up to the next multiple of four.
 */
export function quoteLine(line: string, from: number, to: number, room: number): QuotedLine {
  const near = Math.max(0, from - REACH);
  if (line.length <= Math.min(room, REACH) && PLAIN.test(line)) {
    const start = Math.min(from, line.length);
    return { line, mark: marks(start, Math.max(Math.min(to, line.length), start + 1)) };
  }
  const cells = cellsOf(line.slice(near, from + REACH), near);
  const total = columnAt(cells, line.length);
  const start = columnAt(cells, from);
  const end = Math.max(columnAt(cells, to), start + 1);
  if (total <= room) return { line: cells.map(cell => cell.shown).join(''), mark: marks(start, end) };

  const left = Math.max(0, Math.min(start - Math.floor((room - Math.min(end - start, room)) / 2), total - room));
  const right = left + room;
  const shown = cells.filter(
    cell => cell.column >= (left > 0 ? left + 1 : 0) && cell.column + cell.width <= (right < total ? right - 1 : total),
  );
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return { line: '…', mark: '^' };
  const shift = (left > 0 ? 1 : 0) - first.column;
  return {
    line: `${left > 0 ? '…' : ''}${shown.map(cell => cell.shown).join('')}${right < total ? '…' : ''}`,
    mark: marks(Math.max(start, first.column) + shift, Math.min(end, last.column + last.width) + shift),
  };
}

function marks(start: number, end: number): string {
  return ' '.repeat(start) + '^'.repeat(Math.max(1, end - start));
}

function cellsOf(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const shown = segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : visible(segment);
    const width = stringWidth(shown);
    cells.push({ offset: offset + index, shown, column, width });
    column += width;
  }
  return cells;
}

/** The column in which an offset is printed; behind the last cell for one beyond them. */
function columnAt(cells: readonly Cell[], offset: number): number {
  const cell = cells.find(one => one.offset >= offset) ?? cells.at(-1);
  if (!cell) return 0;
  return cell.offset >= offset ? cell.column : cell.column + cell.width;
}
