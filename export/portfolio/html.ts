import { formatFullDay } from '../../plan/day.ts';
import type { Portfolio } from '../../plan/portfolio/types.ts';
import { renderPortfolio } from '../../webview/portfolio/on-paper.ts';
import { pageOf } from '../page.ts';
import { STYLES } from './styles.ts';

/** The portfolio as one page that needs nothing else: the panel's own drawing, light, for the screen and for paper. Never throws. */
export function portfolioHtml(portfolio: Portfolio): string {
  const title = `Portfolio of success plans, ${formatFullDay(portfolio.asOf)} (internal)`;
  return pageOf({ title, styles: STYLES, body: renderPortfolio({ portfolio }) });
}
