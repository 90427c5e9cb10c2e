import { PORTFOLIO_FORMAT, type Portfolio } from '../../plan/portfolio/types.ts';
import {
  PLAN_TREE_METHOD,
  type PlanTree,
  PORTFOLIO_EXPORT_METHOD,
  PORTFOLIO_FILE_FORMATS,
  PORTFOLIO_METHOD,
  type PortfolioAnswer,
  type PortfolioFile,
  type PortfolioFileFormat,
  TREE_GROUPINGS,
  type TreeGrouping,
} from '../../protocol/portfolio.ts';
import { isRecord } from '../../protocol/unknown.ts';
import { type Feature, onWorkspace } from '../feature.ts';
import { WorkspacePortfolio } from '../portfolio/portfolio.ts';
import { Revisions } from '../portfolio/revisions.ts';
import { planTree, type Say } from '../portfolio/tree.ts';

/** All plans of the workspace for the portfolio's panel, and the tree of them. */
export const portfolio: Feature = {
  register(session) {
    const nothing: Portfolio = { format: PORTFOLIO_FORMAT, asOf: session.today(), plans: [] };
    const say: Say = phrase => session.say(phrase);
    const revisions = new Revisions();
    const all = new WorkspacePortfolio(session);
    session.portfolio = all;
    session.connection.onRequest(
      PORTFOLIO_METHOD,
      onWorkspace<unknown, PortfolioAnswer>(session, 'portfolio', nothing, async params =>
        revisions.answer(all.now(), isRecord(params) ? params.since : undefined),
      ),
    );
    session.connection.onRequest(
      PLAN_TREE_METHOD,
      onWorkspace<unknown, PlanTree>(session, 'plan tree', { groups: [], badge: 0 }, async params =>
        planTree(all.now(), groupingOf(params), say),
      ),
    );
    session.connection.onRequest(
      PORTFOLIO_EXPORT_METHOD,
      onWorkspace<unknown, PortfolioFile | null>(session, 'portfolio export', null, async params => {
        const wanted = isRecord(params) ? params.format : undefined;
        const format = PORTFOLIO_FILE_FORMATS.find(one => one === wanted);
        return format ? written(await all.whole(), format) : null;
      }),
    );
  },
};

/** What writes it is a bundle of its own beside the server's, read when it is first needed. */
async function written(portfolio: Portfolio, format: PortfolioFileFormat): Promise<PortfolioFile> {
  const { portfolioIn } = await import('../../export/export.ts');
  const content = [...portfolioIn(format, portfolio)].join('');
  return { fileName: `portfolio.${format === 'markdown' ? 'md' : format}`, content };
}

/** What was asked for, or by what needs attention. */
function groupingOf(params: unknown): TreeGrouping {
  const by = isRecord(params) ? params.by : undefined;
  return TREE_GROUPINGS.find(one => one === by) ?? 'attention';
}
