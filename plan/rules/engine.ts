import type { Day } from '../day.ts';
import { emptyLooks, type Looks } from '../generated/looks.ts';
import { AGENDA_SECTIONS, PLAN_SECTIONS } from '../generated/model.ts';
import type { PlanHistory } from '../history/versions.ts';
import type { Plan, ReadDocument, Visit, VisitKind, VisitKinds } from '../model/index.ts';
import { emptyPlan } from '../model/index.ts';
import { peopleOf } from '../model/people.ts';
import { isTorn, OUTSIDE, type Part, type Place, partsOf } from '../syntax/tree.ts';
import { markOf } from './mark.ts';
import {
  type Applicability,
  type Look,
  type Options,
  type PreparedRule,
  type Report,
  type RuleContext,
  SEVERITIES,
  type Severity,
} from './rule.ts';

/** What a rule said, with its place still relative to its part. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  readonly report: Report;
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

/** How one rule is set for a document: left out, or with a severity of the team's own and options. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A rule at work on one kind of thing, with the severity that a team gave it. */
export interface Entry<K extends VisitKind> {
  readonly rule: PreparedRule;
  readonly severity: Severity | undefined;
  readonly look: Look<K>;
}

/** Rules set up once for a configuration and used on any number of documents. */
export class Engine {
  private readonly looks = emptyLooks();
  private readonly working = new Map<string, PreparedRule>();

  constructor(rules: readonly PreparedRule[], settings: ReadonlyMap<string, RuleSetting>) {
    for (const rule of rules) {
      const setting = settings.get(rule.id);
      if (setting?.severity === 'off') continue;
      const severity = setting?.severity;
      this.working.set(rule.id, rule);
      rule.install((kind, look) => this.looks[kind].push({ rule, severity, look }), setting?.options ?? {});
    }
  }

  /** Walks a document once for all rules. Never throws. */
  run(read: ReadDocument, occasion: Occasion): Said {
    const walk = new Walk(this.looks, read, occasion);
    walk.run();
    return walk;
  }

  /** What the rules say of things that are known only once a document was walked. Never throws. */
  say(read: ReadDocument, occasion: Occasion, visits: readonly Visit[]): Said {
    const walk = new Walk(this.looks, read, occasion);
    for (const visit of visits) walk.visit(visit);
    return walk;
  }

  /** True if a rule at work compares a plan with its older versions. */
  get asksForHistory(): boolean {
    return [...this.working.values()].some(rule => rule.appliesTo.onlyWithHistory);
  }

  /** True for a rule that is at work; one that is switched off, or asks for what is not at hand, says nothing. */
  asks(id: string, { history }: Occasion): boolean {
    const rule = this.working.get(id);
    return rule !== undefined && (history !== undefined || !rule.appliesTo.onlyWithHistory);
  }
}

/** What a rule is told on a walk, less its options. */
type RuleWalk = Omit<RuleContext<Options>, 'options'>;

class Walk implements Said {
  readonly findings: RawFinding[] = [];
  readonly failures: RuleFailure[] = [];
  private readonly looks: Looks;
  private readonly read: ReadDocument;
  private readonly shared: Omit<RuleWalk, 'report' | 'looksFurther'>;
  private readonly contexts = new Map<PreparedRule, RuleWalk | 'silent'>();

  constructor(looks: Looks, read: ReadDocument, { today, history }: Occasion) {
    this.looks = looks;
    this.read = read;
    const plan = read.model.kind === 'plan' ? read.model : emptyPlan();
    this.shared = { today, document: read.model, plan, people: peopleOf(plan), history };
  }

  run(): void {
    const { model, visits } = this.read;
    this.visit({ kind: 'document', element: model });
    if (model.kind === 'plan') this.visit({ kind: 'plan', element: model });
    else this.visit({ kind: 'agenda', element: model });
    for (const problem of model.syntax.problems) this.visit({ kind: 'problem', element: { problem, part: OUTSIDE } });
    for (const part of partsOf(model.syntax)) {
      for (const problem of part.problems) this.visit({ kind: 'problem', element: { problem, part } });
      const definition = definitionOf(model.kind, part);
      // What YAML could not read was read in pieces, which fit no definition.
      const torn = part.problems.some(isTorn);
      if (definition && !torn) this.visit({ kind: 'part', element: { part, definition } });
      for (const visit of visits.get(part) ?? []) this.visit(visit);
    }
  }

  visit<K extends VisitKind>(visit: Visit<K>): void {
    this.look(visit.kind, visit.element);
  }

  private look<K extends VisitKind>(kind: K, element: VisitKinds[K]): void {
    const entries: readonly Entry<K>[] = this.looks[kind];
    for (const { rule, severity, look } of entries) {
      const context = this.contextOf(rule, severity);
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
    const related = (report.related ?? []).map(({ at, message }) => ({ place: markOf(at), message }));
    if (!isUnreadable(rule, place)) this.findings.push({ rule: rule.id, severity: level, place, related, report });
  }

  /** What a rule is told of this document, put together once a walk; undefined where the rule does not apply to it. */
  private contextOf(rule: PreparedRule, severity: Severity | undefined): RuleWalk | undefined {
    const before = this.contexts.get(rule);
    if (before !== undefined) return before === 'silent' ? undefined : before;
    const known = this.shared.history !== undefined || !rule.appliesTo.onlyWithHistory;
    const context =
      known && applies(rule.appliesTo, this.shared.plan)
        ? { ...this.shared, report: (report: Report) => this.report(rule, severity, report), looksFurther: () => {} }
        : undefined;
    this.contexts.set(rule, context ?? 'silent');
    return context;
  }
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

function definitionOf(kind: 'plan' | 'agenda', part: Part): string | undefined {
  const sections: Readonly<Record<string, { list: boolean; definition: string }>> =
    kind === 'plan' ? PLAN_SECTIONS : AGENDA_SECTIONS;
  const section = Object.hasOwn(sections, part.section) ? sections[part.section] : undefined;
  if (!section) return undefined;
  return section.list === (part.kind === 'item') ? section.definition : undefined;
}
