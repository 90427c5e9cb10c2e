/** A Markdown table whose columns stand under each other; the columns named as texts to the left, figures to the right. */
export function table(rows: readonly (readonly string[])[], texts: readonly number[] = [0]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const pad = (cell: string, n: number) =>
    texts.includes(n) ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0);
  const rule = widths.map((width, n) => (texts.includes(n) ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`));
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${rule.join('|')}|`, ...body.map(line)].join('\n');
}

/** A figure with two digits that count, a large one without a fraction; a word for none. */
export function formatFigure(value: number | undefined): string {
  if (value === undefined) return 'not measured';
  return value.toLocaleString('en', value < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 });
}

/** `0.31 ×`, and a dash for none. */
export function formatRatio(ratio: number | undefined): string {
  return ratio === undefined ? '–' : `${formatFigure(ratio)} ×`;
}
