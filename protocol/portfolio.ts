import { PORTFOLIO_FORMAT, type Portfolio } from '../plan/portfolio/types.ts';
import { areTexts, isCount, isFileName, isRecord } from './unknown.ts';

export type { Portfolio };

/** The request for all plans of the workspace, from client to server. Answered with what is known so far; news follow as notifications. */
export const PORTFOLIO_METHOD = 'successPlan/portfolio';

/** What is asked of the portfolio. */
export interface PortfolioParams {
  /** The `state` of an earlier answer, which the asker has: then what changed since is enough. */
  readonly since?: string | undefined;
}

/** All plans; or, with `since`, those that are new or others than they were in that state. */
export interface PortfolioAnswer extends Portfolio {
  /** Names what the asker has now. */
  readonly state?: string;
  readonly since?: string;
  /** With `since`: the keys of plans that are no more. */
  readonly gone?: readonly string[];
}

/** Server → client: there is something new to ask for. Sent at most a few times a second, and only after somebody has asked once. */
export const PORTFOLIO_CHANGED = 'successPlan/portfolioChanged';

/** The request for the tree of plans, from client to server. */
export const PLAN_TREE_METHOD = 'successPlan/planTree';

/** What the tree is grouped by. */
export const TREE_GROUPINGS = ['attention', 'csm', 'renewal'] as const;
export type TreeGrouping = (typeof TREE_GROUPINGS)[number];

/** What is asked of the tree. */
export interface PlanTreeParams {
  readonly by: TreeGrouping;
}

/** The tree of plans: groups with the plans in them, in words that need no further thought. */
export interface PlanTree {
  readonly groups: readonly TreeGroup[];
  /** Set while files are still being read. */
  readonly reading?: { readonly done: number; readonly of: number };
  /** How many plans ask for somebody now: the number on the icon. */
  readonly badge: number;
}

/** Plans that belong together. */
export interface TreeGroup {
  readonly key: string;
  readonly label: string;
  /** Beside the label, in a lighter hand. */
  readonly description: string;
  readonly plans: readonly TreePlan[];
}

/** A plan as a line of the tree. */
export interface TreePlan {
  readonly key: string;
  readonly uri: string;
  /** UTF-16 offset. */
  readonly at: number;
  readonly label: string;
  readonly description: string;
  /** Several lines of plain text. */
  readonly tooltip: string;
  /** Which picture stands before it: the state of health. */
  readonly health: string;
}

/** The request for all plans as a file, from client to server. Answered with a `PortfolioFile`. */
export const PORTFOLIO_EXPORT_METHOD = 'successPlan/portfolioExport';

/** What a portfolio can be written as. */
export const PORTFOLIO_FILE_FORMATS = ['html', 'csv', 'markdown', 'json'] as const;
export type PortfolioFileFormat = (typeof PORTFOLIO_FILE_FORMATS)[number];

/** As what all plans are written. */
export interface PortfolioExportParams {
  readonly format: PortfolioFileFormat;
}

/** All plans on paper. */
export interface PortfolioFile {
  /** A name without folders: `portfolio.html`. */
  readonly fileName: string;
  readonly content: string;
}

/** True for a portfolio as a file. Never throws. */
export function isPortfolioFile(x: unknown): x is PortfolioFile {
  return isRecord(x) && isFileName(x.fileName) && typeof x.content === 'string';
}

/** Portfolio page → extension. */
export type PortfolioPageMessage =
  | { readonly type: 'ready' }
  /** Show the plan's text, at an offset. */
  | { readonly type: 'open'; readonly uri: string; readonly at: number }
  /** Show the plan's panel. */
  | { readonly type: 'openPanel'; readonly uri: string }
  /** Write the portfolio as a file: the person is asked as what. */
  | { readonly type: 'export' }
  /** Begin the command for a new plan. */
  | { readonly type: 'newPlan' };

/** Extension → portfolio page. */
export type PortfolioHostMessage =
  | { readonly type: 'portfolio'; readonly portfolio: PortfolioAnswer }
  | { readonly type: 'noServer' };

/** True for what a portfolio page may send. Never throws, whatever it is given. */
export function isPortfolioPageMessage(x: unknown): x is PortfolioPageMessage {
  if (!isRecord(x)) return false;
  switch (x.type) {
    case 'ready':
    case 'export':
    case 'newPlan':
      return true;
    case 'open':
      return typeof x.uri === 'string' && isCount(x.at);
    case 'openPanel':
      return typeof x.uri === 'string';
    default:
      return false;
  }
}

/** True for what the extension may send to a portfolio page. Never throws, whatever it is given. */
export function isPortfolioHostMessage(x: unknown): x is PortfolioHostMessage {
  if (!isRecord(x)) return false;
  return x.type === 'noServer' || (x.type === 'portfolio' && isPortfolio(x.portfolio));
}

/** True for a portfolio of this build's shape, or changes to one: the stamp vouches for its depth. Never throws. */
export function isPortfolio(x: unknown): x is PortfolioAnswer {
  if (!isRecord(x) || x.format !== PORTFOLIO_FORMAT || typeof x.asOf !== 'string') return false;
  return Array.isArray(x.plans) && (x.gone === undefined || Array.isArray(x.gone));
}

/** True for a tree of plans. Never throws. */
export function isPlanTree(x: unknown): x is PlanTree {
  if (!isRecord(x) || typeof x.badge !== 'number' || !Array.isArray(x.groups)) return false;
  return x.groups.every(
    (group: unknown) =>
      isRecord(group) &&
      areTexts(group.key, group.label, group.description) &&
      Array.isArray(group.plans) &&
      group.plans.every(
        (plan: unknown) =>
          isRecord(plan) &&
          areTexts(plan.key, plan.uri, plan.label, plan.description, plan.tooltip, plan.health) &&
          isCount(plan.at),
      ),
  );
}
