import type { Day } from '../day.ts';
import type { SeverityCounts } from '../rules/rule.ts';

/*
 * What is known of many plans: one summary a plan, plain data that survives JSON. Everything that is shown of a portfolio (tree, panel,
 * report) is worked out from these, so that all of them say the same.
 */

/** Raised whenever the shape below changes, so that a panel restored from an older build waits for fresh data. */
export const PORTFOLIO_FORMAT = 1;

/** The states of health, and `unreadable` for a plan that cannot be read. */
export type PlanHealth = 'achieved' | 'on_track' | 'at_risk' | 'off_track' | 'not_started' | 'unknown' | 'unreadable';

/**
 * How soon somebody has to look at a plan. `act`: off track, or at risk within 90 days of the renewal. `watch`: behind, late, not measured, not begun or not
 * readable, or past its review or renewal. `fine`: the rest, and what is over.
 */
export type Attention = 'act' | 'watch' | 'fine';

/** One plan on one day. */
export interface PlanSummary {
  /** Unique: the file's address, or its path as the command line was given it, with `#2` behind for a further document of the file. */
  readonly key: string;
  /** Where it can be opened: a URI in the editor, a path in the terminal. */
  readonly file: string;
  /** Where in the file, UTF-16 offset. */
  readonly at: number;
  /** The workspace folder, where there are several. */
  readonly folder?: string;
  readonly customer: string;
  readonly title?: string;
  /** The vendor's owner of the plan; absent where nobody is named. */
  readonly csm?: string;
  readonly segment?: string;
  readonly status?: string;
  /** Completed or archived: nobody waits for anything in it, and it is in no forecast of renewals. */
  readonly over?: true;
  /** The month in which the team's year begins, 1 to 12; absent is January. */
  readonly fiscalYearStart?: number;
  readonly health: PlanHealth;
  /** Why it stands where it stands, in a few words. */
  readonly reason: string;
  readonly attention: Attention;
  /** Mean attainment of the known outcomes and where they should be, 1 = all of the way. Absent where nothing is known. */
  readonly attainment?: { readonly mean: number; readonly known: number; readonly total: number };
  readonly expected?: number;
  /** Mean attainment over the last six months, oldest first: `x` 0..1 of that time. Fewer than two points draw nothing. */
  readonly trend: readonly { readonly x: number; readonly y: number }[];
  /** Each outcome as the goal attainment rate sees it. */
  readonly goals: readonly GoalSummary[];
  /** Open milestones whose day has passed. */
  readonly late: number;
  readonly nextReview?: Day;
  /** Days since the review was due; absent while it is not. */
  readonly reviewOverdue?: number;
  readonly renewal?: Day;
  /** Annual recurring revenue. */
  readonly arr?: { readonly amount: number; readonly currency: string };
  readonly findings: SeverityCounts;
  /** Reviews, open milestones, goals and the renewal from the day on, soonest first, for a quarter. */
  readonly coming: readonly ComingDay[];
  /** Set while the file cannot be read; the rest is then as far as it could be. Lines count from 1; 0 is the file as a whole. */
  readonly broken?: { readonly line: number; readonly cause: string };
}

/** An outcome as the goal attainment rate sees it. */
export interface GoalSummary {
  readonly name: string;
  readonly targetDate?: Day;
  readonly achieved: boolean;
  readonly deferred: boolean;
  /** 1 = reached; absent where it is not known. */
  readonly attainment?: number;
}

/** A day in the weeks to come. */
export interface ComingDay {
  readonly day: Day;
  readonly kind: 'review' | 'milestone' | 'goal' | 'renewal';
  readonly text: string;
  readonly at: number;
  readonly owner?: string;
}

/** All plans of a workspace on a day. */
export interface Portfolio {
  readonly format: typeof PORTFOLIO_FORMAT;
  readonly asOf: Day;
  readonly plans: readonly PlanSummary[];
  /** Set while files are still being read: how many of how many are. */
  readonly reading?: { readonly done: number; readonly of: number };
}
