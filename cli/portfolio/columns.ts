import stringWidth from 'string-width';
import { visible } from '../../plan/visible.ts';

/** A column of a table in a terminal. */
export interface Column<T> {
  readonly head: string;
  /** What is said, plain. */
  readonly text: (row: T) => string;
  /** The least and the most columns of the terminal that it takes. */
  readonly least: number;
  readonly most: number;
  readonly right?: true;
  /** Where there is little room, the highest goes first; absent: it stays. */
  readonly spare?: number;
  /** Goes before any other is narrowed. */
  readonly extra?: true;
  readonly paint?: (text: string, row: T) => string;
}

const GAP = 2;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns with their widths, as they fit. */
export type Fitted<T> = readonly (readonly [column: Column<T>, width: number])[];

/** Which columns fit into a terminal, and how wide: as wide as what they say, and narrower where that is too much. */
export function fitInto<T>(columns: readonly Column<T>[], rows: readonly T[], room: number): Fitted<T> {
  let kept = columns.map(column => {
    const said = rows.reduce((most, row) => Math.max(most, widthOf(column.text(row))), widthOf(column.head));
    return { column, width: Math.max(column.least, Math.min(column.most, said)) };
  });
  const wanted = () => kept.reduce((sum, { width }) => sum + width + GAP, -GAP);
  for (const extra of columns.filter(column => column.extra))
    if (wanted() > room) kept = kept.filter(({ column }) => column !== extra);
  const needed = (all: typeof kept) => all.reduce((sum, { column }) => sum + column.least + GAP, -GAP);
  while (needed(kept) > room) {
    const [first] = kept
      .filter(({ column }) => column.spare !== undefined)
      .sort((a, b) => (b.column.spare ?? 0) - (a.column.spare ?? 0));
    if (!first) break;
    kept = kept.filter(one => one !== first);
  }
  let over = wanted() - room;
  while (over > 0) {
    const [widest] = [...kept].sort((a, b) => b.width - b.column.least - (a.width - a.column.least));
    if (!widest || widest.width <= widest.column.least) break;
    widest.width--;
    over--;
  }
  return kept.map(({ column, width }) => [column, width] as const);
}

/** One line of the table. */
export function lineOf<T>(fitted: Fitted<T>, row: T): string {
  return fitted
    .map(([column, width]) => {
      const said = cell(column.text(row), width, column.right === true);
      return column.paint ? column.paint(said, row) : said;
    })
    .join(' '.repeat(GAP))
    .trimEnd();
}

/** The line above. */
export function headOf<T>(fitted: Fitted<T>): string {
  return fitted
    .map(([{ head, right }, width]) => cell(head, width, right === true))
    .join(' '.repeat(GAP))
    .trimEnd();
}

/** Text from a plan in so many columns of the terminal, filled up with blanks; a longer one is cut. */
export function cell(text: string, width: number, right = false): string {
  const said = cut(text, width);
  const blank = ' '.repeat(Math.max(0, width - stringWidth(said)));
  return right ? blank + said : said + blank;
}

/** Text from a plan in at most so many columns. */
export function cut(text: string, width: number): string {
  const said = visible(text);
  if (width < 2) return '';
  if (stringWidth(said) <= width) return said;
  let kept = '';
  let used = 1;
  for (const { segment } of segmenter.segment(said)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function widthOf(text: string): number {
  return stringWidth(visible(text));
}
