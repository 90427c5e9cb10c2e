import { stringify } from 'csv-stringify/sync';
import type { PlanOnPaper } from '../plan/view/paper.ts';
import type { CsvRow } from './csv-row.ts';
import { csvRows } from './csv-rows.ts';

/** The columns, in their order: `docs/export.md` says what each holds. New ones are added at the end, since tables refer to them by place. */
export const CSV_COLUMNS = [
  'company',
  'kind',
  'id',
  'name',
  'outcome',
  'owner',
  'side',
  'status',
  'planned',
  'actual',
  'slip_days',
  'baseline',
  'now',
  'expected',
  'goal',
  'unit',
  'attainment_percent',
  'expected_percent',
  'forecast',
  'health',
  'impact',
  'likelihood',
  'score',
  'opened_on',
  'reviewed_on',
  'note',
] as const satisfies readonly (keyof CsvRow)[];

/** Excel takes a file without it for one in the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff';

/** Everything in a plan that has a day or a number, as one table. Never throws. */
export function planCsv(paper: PlanOnPaper): string {
  return csvTable(CSV_COLUMNS, csvRows(paper));
}

/** A table with a head: RFC 4180, UTF-8 with a byte order mark, CRLF. Texts are as they stand, but no spreadsheet takes one for a formula. Never throws. */
export function csvTable<Column extends string>(
  columns: readonly Column[],
  rows: readonly { readonly [K in Column]?: string | number | undefined }[],
): string {
  const table = stringify(
    rows.map(row => columns.map(column => cell(row[column]))),
    {
      columns: [...columns],
      header: true,
      record_delimiter: '\r\n',
      quote_record_delimiter: true,
      // A spreadsheet runs what begins with = + - or @, unless an apostrophe says that it is text. Numbers stay numbers.
      escape_formulas: true,
    },
  );
  return BYTE_ORDER_MARK + table;
}

/** Where a semicolon parts the columns, what stands behind one begins a cell of its own. */
function cell(value: string | number | undefined): string | number {
  if (value === undefined) return '';
  return typeof value === 'number' ? value : value.replaceAll(/;(?=\s*[=+@\-＝＋＠－])/gu, ";'");
}
