import type { PlanSummary, Portfolio } from '../../plan/portfolio/types.ts';
import type { Look } from '../formats/format.ts';

/** One way to write a portfolio. */
export interface PortfolioFormat {
  /** A plan as it is read; absent where all of them are waited for. */
  readonly plan?: (plan: PlanSummary) => string;
  /** All of them, in pieces; absent where each was written as it was read. */
  readonly all?: (portfolio: Portfolio, look: Look) => Iterable<string>;
}

const ndjson: PortfolioFormat = { plan: plan => `${JSON.stringify(plan)}\n` };

async function onPaper(format: 'html' | 'csv' | 'markdown' | 'json'): Promise<PortfolioFormat> {
  const { portfolioIn } = await import('../../export/export.ts');
  return { all: portfolio => portfolioIn(format, portfolio) };
}

/** The formats by the name that `--format` knows, loaded when one is used. */
export const PORTFOLIO_FORMATS: ReadonlyMap<string, () => Promise<PortfolioFormat>> = new Map<
  string,
  () => Promise<PortfolioFormat>
>([
  ['table', async () => ({ all: (await import('./table.ts')).portfolioTable })],
  ['json', () => onPaper('json')],
  ['ndjson', async () => ndjson],
  ['csv', () => onPaper('csv')],
  ['markdown', () => onPaper('markdown')],
  ['html', () => onPaper('html')],
]);

/** What a file's name says of its format. */
export function formatOf(file: string | undefined): string | undefined {
  const ending = /\.([^./\\]+)$/.exec(file ?? '')?.[1]?.toLowerCase() ?? '';
  const known: Readonly<Record<string, string>> = { md: 'markdown', htm: 'html', jsonl: 'ndjson' };
  const format = known[ending] ?? ending;
  if (ending === '' || ending === 'txt') return 'table';
  return PORTFOLIO_FORMATS.has(format) ? format : undefined;
}
