import type { Day } from '../day.ts';
import type { PlanHistory } from '../history/versions.ts';
import type { Agenda, Plan, Visit, VisitKind } from '../model/index.ts';
import type { Place } from '../syntax/tree.ts';
import type { Look, PreparedRule, Report, Severity } from './rule.ts';

/** A rule at work on one kind of thing, with the severity that a team gave it. */
export interface Entry<K extends VisitKind> {
  readonly rule: PreparedRule;
  /** Its place among the rules at work. */
  readonly index: number;
  readonly severity: Severity | undefined;
  readonly look: Look<K>;
}

/** What a rule said, with its place still relative to its part. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly report: Report;
  /** The document that it was said of: in a later version, its report's fixes may know things that are no more. */
  readonly of: Plan | Agenda;
  /** What the rule was shown. */
  readonly visit: Visit;
}

/** A rule that threw: it is left out for this thing, everything else goes on. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

/** What rules said. */
export interface Said {
  readonly findings: readonly RawFinding[];
  readonly failures: readonly RuleFailure[];
}

/** When a document is judged, and what else is known of it. */
export interface Occasion {
  readonly today: Day;
  readonly history?: PlanHistory | undefined;
}
