import { PORTFOLIO_FORMAT, type Portfolio } from '../../plan/portfolio/types.ts';
import {
  PLAN_TREE_METHOD,
  type PlanTree,
  PORTFOLIO_METHOD,
  TREE_GROUPINGS,
  type TreeGrouping,
} from '../../protocol/portfolio.ts';
import { type Feature, onWorkspace } from '../feature.ts';
import { planTree } from '../portfolio/tree.ts';
import { isRecord } from '../unknown.ts';

/** All plans of the workspace for the portfolio's panel, and the tree of them. */
export const portfolio: Feature = {
  capabilities: {},
  register(session) {
    const nothing: Portfolio = { format: PORTFOLIO_FORMAT, asOf: session.today(), plans: [] };
    session.connection.onRequest(
      PORTFOLIO_METHOD,
      onWorkspace<unknown, Portfolio>(session, 'portfolio', nothing, async () => session.portfolio.now()),
    );
    session.connection.onRequest(
      PLAN_TREE_METHOD,
      onWorkspace<unknown, PlanTree>(session, 'plan tree', { groups: [], badge: 0 }, async params =>
        planTree(session.portfolio.now(), groupingOf(params), phrase => session.say(phrase)),
      ),
    );
  },
};

/** What was asked for, or by what needs attention. */
function groupingOf(params: unknown): TreeGrouping {
  const by = isRecord(params) ? params.by : undefined;
  return TREE_GROUPINGS.find(one => one === by) ?? 'attention';
}
