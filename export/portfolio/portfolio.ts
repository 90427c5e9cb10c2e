import type { Portfolio } from '../../plan/portfolio/types.ts';
import type { PortfolioFileFormat } from '../../protocol/portfolio.ts';
import { portfolioCsv } from './csv.ts';
import { portfolioHtml } from './html.ts';
import { portfolioJson } from './json.ts';
import { portfolioMarkdown } from './markdown.ts';

const WRITERS: Readonly<Record<PortfolioFileFormat, (portfolio: Portfolio) => Iterable<string>>> = {
  html: portfolio => [portfolioHtml(portfolio)],
  csv: portfolio => [portfolioCsv(portfolio)],
  markdown: portfolio => [portfolioMarkdown(portfolio)],
  json: portfolioJson,
};

/** All plans as a file, in pieces to be written one behind the other. For the vendor's own people: nothing is left out. Never throws. */
export function portfolioIn(format: PortfolioFileFormat, portfolio: Portfolio): Iterable<string> {
  return WRITERS[format](portfolio);
}
