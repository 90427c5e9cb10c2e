import type { Day } from '../plan/day.ts';
import type { Action, DecisionStep, Milestone, Outcome, Plan, Review } from '../plan/model/index.ts';
import { isOver } from '../plan/model/lifecycle.ts';
import { isExcused, milestonesOf } from '../plan/model/milestones.ts';
import { isLeft } from '../plan/model/outcomes.ts';
import { slipOf } from '../plan/model/slip.ts';
import { isActionToDo } from '../plan/model/work.ts';
import {
  glyphOf,
  glyphOfStep,
  type NamedMilestone,
  type NamedStep,
  named,
  namedMilestones,
  namedSteps,
  outcomeName,
} from '../plan/view/milestones.ts';
import type { MilestoneGlyph } from '../plan/view/types.ts';
import { line, lines } from './line.ts';

/** A milestone or a step, as every file tells of it. */
export interface Work {
  /** Its id, else its place: `O1·3`. */
  readonly ref: string;
  /** True where `ref` is an id that the plan gives. */
  readonly hasId: boolean;
  readonly name: string;
  readonly glyph: MilestoneGlyph;
  /** The day on which it begins, where that is planned. */
  readonly starts: Day | undefined;
  readonly planned: Day | undefined;
  readonly actual: Day | undefined;
  /** Days, as `slipOf` counts them. */
  readonly slip: number | undefined;
  readonly owners: readonly string[];
  readonly blockers: readonly string[];
  /** What it depends on, as it is written: ids, or names. */
  readonly waitsFor: readonly string[];
  readonly actions: readonly ActionWork[];
  /** As it is written: `technical_setup`, `legal`. */
  readonly kind: string;
  /** What is done if it slips. */
  readonly contingency: string;
  readonly documents: readonly string[];
}

/** An action of a milestone or a review, as every file tells of it. */
export interface ActionWork {
  readonly action: Action;
  /** True while somebody has to act on it. */
  readonly isAhead: boolean;
  /** As that of other work. */
  readonly slip: number | undefined;
}

/** Work that belongs together. */
export interface WorkGroup {
  readonly kind: 'outcome' | 'milestones' | 'implementation' | 'decision';
  /** `O1`; '' for work that belongs to no outcome. */
  readonly name: string;
  readonly outcome: Outcome | undefined;
  readonly work: readonly Work[];
}

/** True while there is something to do. */
export function isAhead({ glyph }: Pick<Work, 'glyph'>): boolean {
  return glyph !== 'done' && glyph !== 'skipped';
}

/** All work of a plan: by outcome, in the plan's order, then what stands in none. Some groups have no work. */
export function workOf(plan: Plan, today: Day): WorkGroup[] {
  const outcomes = plan.outcomes.items.map(
    (outcome, i): WorkGroup => ({
      kind: 'outcome',
      name: line(outcomeName(outcome, i)),
      outcome,
      work: namedMilestones(plan, outcome, i).map(row => milestoneWork(row, outcome, plan, today)),
    }),
  );
  const taken = new Set(plan.outcomes.items.flatMap(outcome => milestonesOf(outcome, plan)));
  const loose = plan.milestones.items.filter(milestone => !taken.has(milestone));
  const group = (kind: WorkGroup['kind'], work: readonly Work[]): WorkGroup => ({
    kind,
    name: '',
    outcome: undefined,
    work,
  });
  const all = (milestones: readonly Milestone[], key: string) =>
    named(milestones, key, key).map(row => milestoneWork(row, undefined, plan, today));
  return [
    ...outcomes,
    group('milestones', all(loose, 'M')),
    group(
      'decision',
      namedSteps(plan).map(step => stepWork(step, plan, today)),
    ),
    group('implementation', all(plan.implementation?.steps.items ?? [], 'I')),
  ];
}

function milestoneWork(
  { milestone, ref, name }: NamedMilestone,
  outcome: Outcome | undefined,
  plan: Plan,
  today: Day,
): Work {
  const glyph = glyphOf(milestone);
  return {
    ref: line(ref),
    hasId: line(milestone.id?.text) !== '',
    name: line(name),
    glyph,
    starts: milestone.start_date?.value,
    ...days(milestone, outcome, glyph, plan, today),
    owners: lines(milestone.owner.items),
    blockers: lines(milestone.blockers.items),
    waitsFor: lines(milestone.depends_on.items),
    actions: actionsOf(milestone, plan, today, outcome),
    kind: line(milestone.kind?.text),
    contingency: line(milestone.contingency?.text),
    documents: [],
  };
}

/** The actions of a milestone or a review; for those of a milestone its outcome tells whether they are waited for, and of a plan that is over none is. */
export function actionsOf(of: Milestone | Review, plan: Plan, today: Day, outcome?: Outcome): ActionWork[] {
  const isAwaited = !isOver(plan) && (outcome === undefined || !isLeft(outcome));
  return of.actions.items.map(action => {
    const isAhead = isAwaited && isActionToDo(action, of, plan);
    const days = { planned: action.due_date?.value, actual: action.done_on?.value, isOpen: isAhead };
    return { action, isAhead, slip: slipOf(days, today) };
  });
}

function stepWork({ step, ref, name }: NamedStep, plan: Plan, today: Day): Work {
  const glyph = glyphOfStep(step);
  return {
    ref,
    hasId: false,
    name: line(name),
    glyph,
    starts: undefined,
    ...days(step, undefined, glyph, plan, today),
    owners: lines(step.owner ? [step.owner] : []),
    blockers: [],
    waitsFor: [],
    actions: [],
    kind: line(step.kind?.text),
    contingency: '',
    documents: lines(step.documents.items),
  };
}

function days(
  step: Milestone | DecisionStep,
  outcome: Outcome | undefined,
  glyph: MilestoneGlyph,
  plan: Plan,
  today: Day,
): Pick<Work, 'planned' | 'actual' | 'slip'> {
  const [planned, actual] = [step.target_date?.value, step.actual_date?.value];
  const isOpen = isAhead({ glyph }) && !isOver(plan) && !isExcused(step, outcome);
  return { planned, actual, slip: slipOf({ planned, actual, isOpen }, today) };
}
