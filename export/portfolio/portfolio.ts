import type { Portfolio } from '../../plan/portfolio/types.ts';
import type { PortfolioFileFormat } from '../../protocol/portfolio.ts';
import { portfolioCsv } from './csv.ts';
import { portfolioJson } from './json.ts';
import { portfolioMarkdown } from './markdown.ts';

export type PaperFormat = Exclude<PortfolioFileFormat, 'html'>;

const WRITERS: Readonly<Record<PaperFormat, (portfolio: Portfolio) => Iterable<string>>> = {
  csv: portfolio => [portfolioCsv(portfolio)],
  markdown: portfolio => [portfolioMarkdown(portfolio)],
  json: portfolioJson,
};

/** All plans as a file, in pieces to be written one behind the other. For the vendor's own people: nothing is left out. Never throws. */
export function portfolioIn(format: PaperFormat, portfolio: Portfolio): Iterable<string> {
  return WRITERS[format](portfolio);
}
