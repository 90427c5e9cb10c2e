import {
  meanAttainment,
  type OutcomeStanding,
  type PlanStanding,
  planStanding,
  yearlyRevenue,
} from '../attainment/index.ts';
import type { PlanFile } from '../check.ts';
import { addDays, type Day, daysBetween } from '../day.ts';
import type { Plan } from '../model/index.ts';
import { isOver } from '../model/lifecycle.ts';
import { allMilestones, daysLate } from '../model/milestones.ts';
import { dueField } from '../model/outcomes.ts';
import { countSeverities, type Severity, type SeverityCounts } from '../rules/rule.ts';
import { firstTorn } from '../syntax/torn.ts';
import type { SyntaxDocument } from '../syntax/tree.ts';
import { ownerOf } from '../view/header.ts';
import { outcomeName } from '../view/milestones.ts';
import { everything } from '../view/next.ts';
import { offsetOf } from '../view/places.ts';
import { capitalise, compareText, oneLine } from '../words.ts';
import { attentionOf } from './attention.ts';
import { reasonOf } from './reason.ts';
import { trendOf } from './trend.ts';
import type { ComingDay, GoalSummary, PlanSummary } from './types.ts';
import { AHEAD } from './words.ts';

/** Where a file is, and what it is called. */
export interface Where {
  /** Unique among files. */
  readonly key: string;
  /** A URI in the editor, a path in the terminal. */
  readonly file: string;
  /** The file's name, which stands for a customer that nobody has named. */
  readonly name: string;
  readonly folder?: string | undefined;
  /** The line of an offset, counted from 1. */
  readonly lineAt: (offset: number) => number;
}

/** What a summary needs of a finding. Offsets count from the start of the text. */
export interface SummaryFinding {
  readonly severity: Severity;
  readonly start: number;
}

/** One summary for each plan of a file, none for agendas. The numbers and words are the panel's. Never throws. */
export function summarise(
  file: PlanFile,
  findings: readonly SummaryFinding[],
  today: Day,
  where: Where,
): PlanSummary[] {
  const plans = plansOf(file);
  const isAlone = file.documents.length === 1;
  return plans.map((plan, index) => {
    const { start, end } = plan.syntax;
    const own = isAlone ? findings : findings.filter(one => one.start >= start && one.start <= end);
    const key = index === 0 ? where.key : `${where.key}#${index + 1}`;
    return summaryOf(plan, countSeverities(own), today, { ...where, key });
  });
}

/** A file of which nothing can be read: why stands in a phrase such as “permission denied”. */
export function unreadable(cause: string, { key, file, name, folder }: Omit<Where, 'lineAt'>): PlanSummary {
  return {
    key,
    file,
    at: 0,
    ...(folder !== undefined && { folder }),
    customer: name,
    health: 'unreadable',
    reason: capitalise(cause),
    attention: 'watch',
    trend: [],
    goals: [],
    late: 0,
    findings: countSeverities([]),
    coming: [],
    broken: { line: 0, cause },
  };
}

/** The plans of a file; a document without anything in it is one only where there is no other. */
function plansOf({ documents }: PlanFile): readonly Plan[] {
  const models = documents.map(read => read.model);
  const plans = models.filter(model => model.kind === 'plan');
  const written = plans.filter(plan => plan.syntax.sections.length > 0);
  return written.length > 0 ? written : models.length === plans.length ? plans.slice(0, 1) : [];
}

function summaryOf(plan: Plan, findings: SeverityCounts, today: Day, where: Where): PlanSummary {
  const standing = planStanding(plan, today);
  const { customer, plan: head, syntax } = plan;
  const over = isOver(plan);
  const broken = brokenAt(syntax, where);
  const facts = {
    ...(over && { over }),
    ...text('status', head?.status?.text),
    health: broken ? ('unreadable' as const) : standing.judgement.health,
    ...optional('renewal', customer?.contract?.renewal_date?.value),
    ...optional('reviewOverdue', standing.reviewOverdueSince && daysBetween(standing.reviewOverdueSince, today)),
    late: allMilestones(plan).filter(milestone => daysLate(milestone, today, plan) > 0).length,
    ...optional('attainment', standing.mean),
    ...optional('broken', broken),
  };
  return {
    key: where.key,
    file: where.file,
    at: offsetOf(syntax, customer?.company, head?.title, head),
    ...optional('folder', where.folder),
    ...namesOf(plan, where.name),
    ...text('csm', ownerOf(plan)),
    ...text('segment', customer?.segment?.text),
    ...optional('fiscalYearStart', plan.team.fiscalYearStart),
    ...facts,
    reason: reasonOf(facts, standing, today),
    attention: attentionOf(facts, today),
    ...optional('expected', expectedOf(standing.outcomes)),
    trend: trendOf(standing.outcomes, today),
    goals: standing.outcomes.map(goalOf),
    ...optional('nextReview', nextReview(plan, standing, today)),
    ...optional('arr', yearlyRevenue(plan)),
    findings,
    coming: over ? [] : comingOf(plan, standing, today),
  };
}

/** A property that is there if there is a value for it. */
function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  const none: { readonly [P in K]?: V } = {};
  return value === undefined ? none : { ...none, [key]: value };
}

/** The same for a text, on one line: an empty one is none. */
function text<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return optional(key, oneLine(value ?? '') || undefined);
}

function namesOf({ customer, plan }: Plan, fallback: string): Pick<PlanSummary, 'customer' | 'title'> {
  const company = oneLine(customer?.company?.text ?? '');
  const title = oneLine(plan?.title?.text ?? '');
  if (company === '') return { customer: title || fallback };
  return { customer: company, ...(title !== '' && { title }) };
}

/** Where the outcomes that are known should be on the day; where none is known, where all of them should be. */
function expectedOf(outcomes: readonly OutcomeStanding[]): number | undefined {
  const pursued = outcomes.filter(outcome => !outcome.deferred);
  const known = pursued.filter(outcome => outcome.attainment !== undefined);
  return meanAttainment((known.length > 0 ? known : pursued).map(outcome => outcome.expected))?.mean;
}

function goalOf({ outcome, achieved, deferred, attainment }: OutcomeStanding, index: number): GoalSummary {
  return {
    name: outcomeName(outcome, index),
    ...optional('targetDate', dueField(outcome)?.value),
    achieved,
    deferred,
    ...optional('attainment', attainment),
  };
}

/** A day that has passed is one only while its review is waited for; a plan that is over waits for none. */
function nextReview(plan: Plan, { reviewOverdueSince }: PlanStanding, today: Day): Day | undefined {
  const next = isOver(plan) ? undefined : plan.plan?.next_review?.value;
  return next === undefined || next >= today ? next : reviewOverdueSince;
}

function comingOf(plan: Plan, standing: PlanStanding, today: Day): ComingDay[] {
  const last = addDays(today, AHEAD);
  return everything(plan, standing)
    .filter(({ day }) => day >= today && day <= last)
    .map(({ day, kind, name, at, owner }) => ({
      day,
      kind: kind === 'decision' || kind === 'go-live' ? 'milestone' : kind,
      text: capitalise(kind === 'goal' ? `goal of ${name}` : name),
      at,
      ...(owner !== '' && { owner }),
    }))
    .sort((a, b) => compareText(a.day, b.day) || a.at - b.at);
}

/** The first place that YAML cannot read. */
function brokenAt(document: SyntaxDocument, { lineAt }: Where): PlanSummary['broken'] {
  const torn = document.broken ? firstTorn({ documents: [document] }) : undefined;
  return torn && { line: lineAt(torn.at), cause: torn.cause };
}
