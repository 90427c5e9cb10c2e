import { emptyPlan, type Plan, type ReadDocument, type Visit, type VisitKind } from '../model/index.ts';
import { peopleOf } from '../model/people.ts';
import { isTorn, type Place } from '../syntax/tree.ts';
import { markOf } from './mark.ts';
import {
  type Applicability,
  type Options,
  type PlanSlice,
  type PreparedRule,
  type Report,
  type RuleContext,
  SEVERITIES,
  type Severity,
} from './rule.ts';
import type { Entry, Occasion, RawFinding, RuleFailure, Said } from './said.ts';

/** What a rule is told on a walk, less its options. */
type RuleWalk = Omit<RuleContext<Options>, 'options'>;

/** The rules at work, by the kind of thing that they look at. */
type Looks = { readonly [K in VisitKind]: readonly Entry<K>[] };

/** Shows things of one document to rules, and gathers what they say. */
export class Walk implements Said {
  findings: RawFinding[] = [];
  readonly failures: RuleFailure[] = [];
  /** What rules have looked at beyond what they declare, since it was last emptied. */
  readonly further = new Set<PlanSlice>();
  private readonly read: ReadDocument;
  private readonly shared: Omit<RuleWalk, 'report' | 'looksFurther'>;
  private readonly contexts = new Map<PreparedRule, RuleWalk | 'silent'>();
  private seen: Visit | undefined;

  constructor(read: ReadDocument, { today, history }: Occasion) {
    this.read = read;
    const plan = read.model.kind === 'plan' ? read.model : emptyPlan();
    this.shared = { today, document: read.model, plan, people: peopleOf(plan), history };
  }

  /** Shows one thing to the rules that look at its kind, or to one of them. Never throws. */
  visit(looks: Looks, visit: Visit, only?: string): void {
    this.seen = visit;
    this.look(looks, visit, only);
  }

  private look<K extends VisitKind>(looks: Looks, { kind, element }: Visit<K>, only?: string): void {
    const entries: readonly Entry<K>[] = looks[kind];
    for (const { rule, severity, look } of entries) {
      const context = only === undefined || rule.id === only ? this.contextOf(rule, severity) : undefined;
      if (!context) continue;
      try {
        look(element, context);
      } catch (error) {
        this.failures.push({ rule: rule.id, error });
      }
    }
  }

  /** A team's own severity replaces the rule's. A case that is quieter than the rule stays so, and turning a rule up never quietens it. */
  private report(rule: PreparedRule, severity: Severity | undefined, report: Report): void {
    const own = report.severity ?? rule.severity;
    const level = severity === undefined ? own : asSet(severity, rule.severity, own);
    const place = markOf(report.at);
    if (!this.seen || isUnreadable(rule, place)) return;
    const related = (report.related ?? []).map(({ at, message }) => ({ place: markOf(at), message }));
    const { model } = this.read;
    this.findings.push({ rule: rule.id, severity: level, place, related, report, of: model, visit: this.seen });
  }

  /** What a rule is told of this document, put together once a walk; undefined where the rule does not apply to it. */
  private contextOf(rule: PreparedRule, severity: Severity | undefined): RuleWalk | undefined {
    const before = this.contexts.get(rule);
    if (before !== undefined) return before === 'silent' ? undefined : before;
    const known = this.shared.history !== undefined || !rule.appliesTo.onlyWithHistory;
    const context = known && applies(rule.appliesTo, this.shared.plan) ? this.made(rule, severity) : undefined;
    this.contexts.set(rule, context ?? 'silent');
    return context;
  }

  /** Written out, for there are as many as rules for every plan. */
  private made(rule: PreparedRule, severity: Severity | undefined): RuleWalk {
    const { today, document, plan, people, history } = this.shared;
    return {
      today,
      document,
      plan,
      people,
      history,
      report: (report: Report) => this.report(rule, severity, report),
      looksFurther: this.looksFurther,
    };
  }

  private readonly looksFurther = (...at: readonly PlanSlice[]): void => {
    for (const slice of at) this.further.add(slice);
  };
}

/**
 * How loudly a report speaks that asks for `own` of a rule of level `rule`, set to `team`: `own` where it is the quieter one, and where
 * the team has turned up a rule that speaks louder still in this case; the team's otherwise.
 */
function asSet(team: Severity, rule: Severity, own: Severity): Severity {
  const quiet = (severity: Severity) => SEVERITIES.indexOf(severity);
  const quietCase = quiet(own) > quiet(rule);
  if (quietCase) return quiet(own) > quiet(team) ? own : team;
  return quiet(team) < quiet(rule) && quiet(own) < quiet(team) ? own : team;
}

/**
 * Behind a place that YAML cannot read, the rest of its part was read in pieces: what a rule sees there follows from that
 * one mistake, which has a finding of its own.
 */
function isUnreadable(rule: PreparedRule, { part, start }: Place): boolean {
  if (rule.looksAt.includes('problem')) return false;
  return part.problems.some(problem => isTorn(problem) && problem.start <= start);
}

/** Whether a rule speaks to a plan of this format, stage and status. */
export function applies(to: Applicability, plan: Plan): boolean {
  const format = plan.plan?.format?.value ?? 'outcome_based';
  const stage = plan.plan?.stage?.value;
  const status = plan.plan?.status?.value;
  if (to.onlyWhole && plan.syntax.broken) return false;
  if (to.formats && !to.formats.includes(format)) return false;
  if (to.exceptFormats?.includes(format)) return false;
  if (to.stages && !(stage && to.stages.includes(stage))) return false;
  if (stage && to.exceptStages?.includes(stage)) return false;
  return !(status && to.exceptStatuses?.includes(status));
}
