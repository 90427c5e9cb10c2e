import { capitalise } from '../plan/words.ts';
import type {
  Figures,
  PanelFigures,
  PortfolioFigures,
  RepositoryFigures,
  SizeFigures,
  WindowFigures,
} from './figures.ts';
import { goalTable } from './goal-table.ts';
import {
  figureOf,
  ids,
  PANEL_MEASURES,
  PEERS,
  PORTFOLIO_MEASURES,
  PROCESS_MEASURES,
  PROGRAMS,
  READING_MEASURES,
  ratioOf,
  SERVER_MEASURES,
  WINDOW_MEASURES,
} from './measures.ts';
import { longest, median, p95 } from './stats.ts';
import { formatFigure, formatRatio, table } from './table.ts';

/** The figures as Markdown that also reads well in a terminal: the goals, then a table a size and a repository. */
export function report(figures: Figures): string {
  const parts = [`${figures.machine}.`, '### Goals', goalTable(figures)];
  for (const size of figures.sizes) {
    parts.push(`### ${title(size)}`, table(serverRows(size)), table(readingRows(size)), rulesInWords(size));
  }
  for (const repository of figures.repositories)
    parts.push(`### ${repositoryTitle(repository)}`, table(programRows(repository)));
  if (ids(figures.portfolio.took).length > 0)
    parts.push(
      `### The portfolio of ${figures.portfolio.plans.toLocaleString('en')} plans`,
      portfolioTable(figures.portfolio),
    );
  if (ids(figures.window.took).length > 0) parts.push('### Inside VS Code', windowTable(figures.window));
  parts.push('### The panel, and what is downloaded', panelTable(figures.panel), sizesInWords(figures));
  return parts.join('\n\n');
}

/** One line a measure: how our server stands to yaml-language-server as shipped, at every size. */
export function summary({ sizes }: Figures): string {
  const measures = ids(SERVER_MEASURES).filter(measure => !SERVER_MEASURES[measure].title.startsWith('floor'));
  const lines = measures.flatMap(measure => {
    const said = sizes.flatMap(({ name, servers }) => {
      const ratio = ratioOf(figureOf(servers.ours[measure]), figureOf(servers.yls[measure]));
      return ratio === undefined ? [] : [`${name} ${formatRatio(ratio)}`];
    });
    return said.length > 0 ? [`- ${SERVER_MEASURES[measure].title}: ${said.join(', ')}`] : [];
  });
  return lines.length > 0 ? ['Ours / yaml-language-server as shipped (medians):', ...lines].join('\n') : '';
}

function title({ name, lines, bytes }: SizeFigures): string {
  return `${capitalise(name)}: ${lines.toLocaleString('en')} lines, ${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}

function serverRows({ servers, edits }: SizeFigures): string[][] {
  const rows = [
    ['in the editor', 'success-plan', 'yaml-language-server', 'without its delay', 'ratio', 'ratio without delay'],
  ];
  for (const measure of ids(SERVER_MEASURES)) {
    const { title, unit } = SERVER_MEASURES[measure];
    const name = measure === 'memoryEdited' ? `memory after ${edits} edits` : title;
    const row = (name: string, figure: typeof median) => {
      const [ours, yls, noDelay] = ids(PEERS).map(peer => figureOf(servers[peer][measure], figure));
      const ratios = [formatRatio(ratioOf(ours, yls)), formatRatio(ratioOf(ours, noDelay))];
      return [name, ...[ours, yls, noDelay].map(formatFigure), ...ratios];
    };
    rows.push(row(`${name}, ${unit}`, median));
    if (measure === 'key') rows.push(row(`the same, p95, ${unit}`, p95));
  }
  return rows;
}

function readingRows({ reading }: SizeFigures): string[][] {
  const rows = [['in one process', 'median', 'p95', 'to reading']];
  for (const measure of ids(READING_MEASURES)) {
    const { title, unit } = READING_MEASURES[measure];
    const middle = figureOf(reading[measure]);
    const ratio = formatRatio(ratioOf(middle, figureOf(reading.read)));
    rows.push([`${title}, ${unit}`, formatFigure(middle), formatFigure(figureOf(reading[measure], p95)), ratio]);
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

function repositoryTitle({ plans, bytes }: RepositoryFigures): string {
  return `${plans.toLocaleString('en')} plans, ${formatFigure(bytes / 1e6)} MB`;
}

function programRows({ programs, missing }: RepositoryFigures): string[][] {
  const measures = ids(PROCESS_MEASURES);
  const titles = measures.map(measure => `${PROCESS_MEASURES[measure].title}, ${PROCESS_MEASURES[measure].unit}`);
  const rows = [['whole process', ...titles, 'p95 of time', 'time to ours']];
  const ours = figureOf(programs.ours?.wall);
  for (const program of ids(PROGRAMS)) {
    const samples = programs[program];
    if (!samples) {
      rows.push([`${PROGRAMS[program]}: ${missing[program] ?? 'not measured'}`, '–', '–', '–', '–', '–']);
      continue;
    }
    const cells = measures.map(measure => formatFigure(figureOf(samples[measure])));
    const ratio = formatRatio(ratioOf(figureOf(samples.wall), ours));
    rows.push([PROGRAMS[program], ...cells, formatFigure(figureOf(samples.wall, p95)), ratio]);
  }
  return rows;
}

function panelTable({ drawn, missing }: PanelFigures): string {
  if (missing !== undefined) return `The panel was not measured: ${missing}.`;
  if (ids(drawn).length === 0) return 'The panel was not measured.';
  const rows = ids(PANEL_MEASURES).map(measure => [
    `${PANEL_MEASURES[measure].title}, ${PANEL_MEASURES[measure].unit}`,
    formatFigure(figureOf(drawn[measure])),
    formatFigure(figureOf(drawn[measure], p95)),
  ]);
  return table([['new view model → drawn', 'median', 'p95'], ...rows]);
}

function windowTable({ took }: WindowFigures): string {
  const rows = ids(WINDOW_MEASURES).map(measure => [
    `${WINDOW_MEASURES[measure].title}, ${WINDOW_MEASURES[measure].unit}`,
    ...[median, p95].map(figure => formatFigure(figureOf(took[measure], figure))),
  ]);
  return table([['first plan opened → diagnostics', 'median', 'p95'], ...rows]);
}

function portfolioTable({ took, missing }: PortfolioFigures): string {
  const rows = ids(PORTFOLIO_MEASURES).map(measure => [
    `${PORTFOLIO_MEASURES[measure].title}, ${PORTFOLIO_MEASURES[measure].unit}`,
    ...[median, p95, longest].map(figure => formatFigure(figureOf(took[measure], figure))),
  ]);
  const note = missing === undefined ? '' : `\n\nThe page was not drawn: ${missing}.`;
  return `${table([['with all files to be read', 'median', 'p95', 'longest'], ...rows])}${note}`;
}

function sizesInWords({ loaded: { diagnostics, writing, all }, vsixBytes }: Figures): string {
  const kB = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
  const vsix = vsixBytes === undefined ? 'not made, run `npm run package`' : kB(vsixBytes);
  return [
    `Of the server, minified, ${kB(diagnostics)} are loaded until the first diagnostics of a plan, and ${kB(writing)} once an editor has asked all that it asks of a plan in`,
    `which somebody writes. All parts together, with those that write files and the formatter, are ${kB(all)}; none of it is there twice. The package is ${vsix}.`,
  ].join('\n');
}
