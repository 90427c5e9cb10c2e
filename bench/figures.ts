import {
  PEERS,
  type Peer,
  READING_MEASURES,
  type ReadingMeasure,
  type Samples,
  SERVER_MEASURES,
  type ServerMeasure,
} from './measures.ts';
import { median, p95 } from './stats.ts';

/** All that one run found out about one size of plan. */
export interface SizeFigures {
  readonly name: string;
  readonly lines: number;
  readonly bytes: number;
  readonly servers: Readonly<Record<Peer, Samples<ServerMeasure>>>;
  readonly reading: Samples<ReadingMeasure>;
  /** What each rule costs, as a part of what reading costs. */
  readonly rules: Samples<string>;
}

/** What was measured, on what kind of machine. */
export interface Figures {
  /** Cores, system and Node: enough to compare, not enough to recognise a machine. */
  readonly machine: string;
  readonly bundleBytes: number;
  readonly sizes: readonly SizeFigures[];
}

/** The figures as Markdown that also reads well in a terminal: a table a size, then the ratios in one line each. */
export function report(figures: Figures): string {
  const parts = [`${figures.machine}. Server bundle: ${Math.round(figures.bundleBytes / 1000)} kB.`];
  for (const size of figures.sizes) {
    parts.push(`### ${title(size)}`, table(serverRows(size)), table(readingRows(size)), rulesInWords(size));
  }
  return parts.join('\n\n');
}

/** One line a measure: how our server stands to yaml-language-server as shipped, at every size. */
export function summary(figures: Figures): string {
  const lines = ids(SERVER_MEASURES).flatMap(measure => {
    const said = figures.sizes.flatMap(({ name, servers }) => {
      const ratio = quotient(servers.ours[measure], servers.yls[measure]);
      return ratio === undefined ? [] : [`${name} ${formatRatio(ratio)}`];
    });
    return said.length > 0 ? [`- ${SERVER_MEASURES[measure].title}: ${said.join(', ')}`] : [];
  });
  return ['Ours / yaml-language-server as shipped (medians):', ...lines].join('\n');
}

/** The figures as data: for every measure the samples in the order they were taken, their median and their p95. */
export function toJson(figures: Figures): object {
  const described = <K extends string>(samples: Samples<K>) =>
    Object.fromEntries(
      Object.entries<number[] | undefined>(samples).map(([kind, list = []]) => [
        kind,
        { median: median(list), p95: p95(list), samples: list },
      ]),
    );
  return {
    ...figures,
    sizes: figures.sizes.map(size => ({
      ...size,
      servers: Object.fromEntries(ids(PEERS).map(peer => [peer, described(size.servers[peer])])),
      reading: described(size.reading),
    })),
  };
}

function title({ name, lines, bytes }: SizeFigures): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${lines.toLocaleString('en')} lines, ${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}

function serverRows({ servers }: SizeFigures): string[][] {
  const rows = [
    ['in the editor', 'success-plan', 'yaml-language-server', 'without its delay', 'ratio', 'ratio without delay'],
  ];
  for (const measure of ids(SERVER_MEASURES)) {
    const { title, unit } = SERVER_MEASURES[measure];
    const row = (name: string, middle: typeof median) => [
      name,
      ...ids(PEERS).map(peer => formatFigure(servers[peer][measure], middle)),
      formatRatio(quotient(servers.ours[measure], servers.yls[measure], middle)),
      formatRatio(quotient(servers.ours[measure], servers.ylsNoDelay[measure], middle)),
    ];
    rows.push(row(`${title}, ${unit}`, median));
    if (measure === 'key') rows.push(row(`the same, p95, ${unit}`, p95));
  }
  return rows;
}

function readingRows({ reading }: SizeFigures): string[][] {
  const rows = [['in one process', 'median', 'p95', 'to reading']];
  for (const measure of ids(READING_MEASURES)) {
    const { title, unit } = READING_MEASURES[measure];
    const ratio = formatRatio(quotient(reading[measure], reading.read));
    rows.push([
      `${title}, ${unit}`,
      formatFigure(reading[measure], median),
      formatFigure(reading[measure], p95),
      ratio,
    ]);
  }
  return rows;
}

/** The rules that cost most, in one line. */
function rulesInWords({ rules }: SizeFigures): string {
  const costs = Object.entries(rules)
    .map(([rule, samples]) => ({ rule, cost: median(samples ?? []) }))
    .sort((a, b) => b.cost - a.cost);
  const percent = (cost: number) => `${(cost * 100).toFixed(1)}%`;
  const all = costs.reduce((sum, { cost }) => sum + cost, 0);
  const dearest = costs.slice(0, DEAREST).map(({ rule, cost }) => `\`${rule}\` ${percent(cost)}`);
  return costs.length === 0
    ? 'The rules were not measured one by one.'
    : `All ${costs.length} rules one by one take ${percent(all)} of the time of reading; most of all ${dearest.join(', ')}.`;
}

/** So many rules are named. */
const DEAREST = 8;

function quotient(
  ours: readonly number[] | undefined,
  theirs: readonly number[] | undefined,
  middle = median,
): number | undefined {
  const ratio = middle(ours ?? []) / middle(theirs ?? []);
  return Number.isFinite(ratio) ? ratio : undefined;
}

function formatFigure(samples: readonly number[] | undefined, middle: typeof median): string {
  if (!samples || samples.length === 0) return 'not measured';
  const value = middle(samples);
  return value.toLocaleString('en', value < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 });
}

function formatRatio(ratio: number | undefined): string {
  if (ratio === undefined) return '–';
  return `${ratio.toLocaleString('en', ratio < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 })} ×`;
}

/** A Markdown table whose columns stand under each other; the first column to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, n) => (n === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

function ids<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  const known = (key: string): key is K => Object.hasOwn(record, key);
  return Object.keys(record).filter(known);
}
