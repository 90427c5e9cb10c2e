import type { Feature } from '../feature.ts';
import { portfolio } from '../features/portfolio.ts';
import { teamPlan } from '../features/team-plan.ts';
import { workspaceSymbol } from '../features/workspace-symbol.ts';

/** What is asked of all plans together. */
export const features: readonly Feature[] = [portfolio, teamPlan, workspaceSymbol];
