import type { Day } from '../day.ts';
import type { PlanHistory } from '../history/versions.ts';
import type { Agenda, Plan, ReadDocument, Visit, VisitKind } from '../model/index.ts';
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

/** A document to be judged, and when. */
export interface Case {
  readonly read: ReadDocument;
  readonly occasion: Occasion;
}

/**
 * Findings as they were said before, where the same is said once more: what follows from their words is kept beside them. Their fixes are asked for anew
 * all the same, since they know of which version they were said.
 */
export function asBefore(
  said: readonly RawFinding[],
  before: readonly RawFinding[] | undefined,
): readonly RawFinding[] {
  if (!before || before.length === 0) return said;
  return said.map((one, index) => {
    const other = before[index];
    return other && isSame(one, other) ? other : one;
  });
}

function isSame(one: RawFinding, other: RawFinding): boolean {
  return (
    one.rule === other.rule &&
    one.severity === other.severity &&
    one.report.message === other.report.message &&
    (one.report.fixes === undefined) === (other.report.fixes === undefined) &&
    isSamePlace(one.place, other.place) &&
    one.related.length === other.related.length &&
    one.related.every((related, index) => {
      const was = other.related[index];
      return was !== undefined && related.message === was.message && isSamePlace(related.place, was.place);
    })
  );
}

/** True for the same span of the very same part. */
export function isSamePlace(place: Place, other: Place): boolean {
  return place.part === other.part && place.start === other.start && place.end === other.end;
}
