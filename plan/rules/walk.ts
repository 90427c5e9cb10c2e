import { emptyPlan, type Plan, type ReadDocument, type Visit, type VisitKind } from '../model/index.ts';
import { peopleOf } from '../model/people.ts';
import { isTorn, type Place } from '../syntax/tree.ts';
import { markOf } from './mark.ts';
import {
  type Applicability,
  type Look,
  type Looked,
  type PreparedRule,
  type Report,
  SEVERITIES,
  type Severity,
} from './rule.ts';
import type { Entry, Occasion, RawFinding, RuleFailure, Said } from './said.ts';

/** The rules at work, by the kind of thing that they look at. */
type Looks = { readonly [K in VisitKind]: readonly Entry<K>[] };

/** Which rules speak to a document: for each sort of them worked out once. */
export class Choice {
  private readonly rules: readonly PreparedRule[];
  private readonly known = new Map<string, readonly boolean[]>();

  constructor(rules: readonly PreparedRule[]) {
    this.rules = rules;
  }

  /** By the rules' places. */
  speaks(plan: Plan, withHistory: boolean): readonly boolean[] {
    const { format, stage, status } = plan.plan ?? {};
    const sort = `${format?.value} ${stage?.value} ${status?.value} ${plan.syntax.broken} ${withHistory}`;
    let speaks = this.known.get(sort);
    if (!speaks) {
      speaks = this.rules.map(
        ({ appliesTo }) => (withHistory || !appliesTo.onlyWithHistory) && applies(appliesTo, plan),
      );
      this.known.set(sort, speaks);
    }
    return speaks;
  }
}

/** Shows things of one document to rules, and gathers what they say. */
export class Walk implements Said {
  findings: RawFinding[] = [];
  readonly failures: RuleFailure[] = [];
  /** What rules have looked at beyond what they declare, since it was last emptied. */
  readonly further = new Set<Looked>();
  private readonly read: ReadDocument;
  /** What rules are told, one after the other: for all of them it is the same. */
  private readonly context: Parameters<Look<VisitKind>>[1];
  private readonly speaks: readonly boolean[];
  private seen: Visit | undefined;
  /** Who looks at it. */
  private asked: Pick<Entry<VisitKind>, 'rule' | 'severity'> | undefined;

  constructor(read: ReadDocument, { today, history }: Occasion, choice: Choice) {
    this.read = read;
    const plan = read.model.kind === 'plan' ? read.model : emptyPlan();
    this.speaks = choice.speaks(plan, history !== undefined);
    this.context = {
      today,
      document: read.model,
      plan,
      people: peopleOf(plan),
      history,
      report: report => this.report(report),
      looksFurther: (...at) => {
        for (const slice of at) this.further.add(slice);
      },
    };
  }

  /** Shows one thing to the rules that look at its kind, or to one of them. Never throws. */
  visit(looks: Looks, visit: Visit, only?: string): void {
    for (const entry of entriesOf(looks, visit.kind))
      if (only === undefined || entry.rule.id === only) this.ask(entry, [visit]);
  }

  /** Shows things to a rule that looks at their kind, if it speaks to this document. Never throws. */
  ask(entry: Entry<VisitKind>, visits: readonly Visit[]): void {
    if (!this.speaks[entry.index]) return;
    this.asked = entry;
    for (const visit of visits) {
      this.seen = visit;
      this.look(entry, visit);
    }
  }

  private look<K extends VisitKind>(entry: Entry<K>, { element }: Visit<K>): void {
    try {
      entry.look(element, this.context);
    } catch (error) {
      this.failures.push({ rule: entry.rule.id, error });
    }
  }

  /** A team's own severity replaces the rule's. A case that is quieter than the rule stays so, and turning a rule up never quietens it. */
  private report(report: Report): void {
    if (!this.seen || !this.asked) return;
    const { rule, severity } = this.asked;
    const own = report.severity ?? rule.severity;
    const level = severity === undefined ? own : asSet(severity, rule.severity, own);
    const place = markOf(report.at);
    if (isUnreadable(rule, place)) return;
    const related = (report.related ?? []).map(({ at, message }) => ({ place: markOf(at), message }));
    const { model } = this.read;
    this.findings.push({ rule: rule.id, severity: level, place, related, report, of: model, visit: this.seen });
  }
}

/** The rules that look at a kind of thing. */
export function entriesOf<K extends VisitKind>(looks: Looks, kind: K): readonly Entry<K>[] {
  return looks[kind];
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
