import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Portfolio } from '../../plan/portfolio/types.ts';
import { PortfolioPage } from './PortfolioPage.tsx';
import { DEFAULTS, type PortfolioSettings } from './settings.ts';

export interface PaperProps {
  readonly portfolio: Portfolio;
  readonly settings?: PortfolioSettings;
}

/** The portfolio's markup as a string, for a page that stands alone: no controls, every plan drawn. Its styles are those of `portfolio.css`. */
export function renderPortfolio({ portfolio, settings = DEFAULTS }: PaperProps): string {
  return renderToString(h(PortfolioPage, { portfolio, settings, width: 0, still: true }));
}
