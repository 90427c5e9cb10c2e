import { planStanding } from '../../attainment/index.ts';
import type { Day } from '../../day.ts';
import type { DecisionStep, Field, KeyResult, Milestone, Outcome, Plan } from '../../model/index.ts';
import { allMilestones, isOpen } from '../../model/milestones.ts';
import { outcomeOf } from '../../model/outcomes.ts';
import { changeEntry, fromTo } from '../../rules/log/change-words.ts';
import { absolute, type Place } from '../../syntax/tree.ts';
import { oneLine, quoteShort } from '../../words.ts';

/** A thing of a plan whose planned day can be another one. */
export interface Movable {
  /** Where its mark in the drawing leads to. */
  readonly place: Place;
  /** What it is called; '' where it has no name. */
  readonly name: string;
  /** Its planned day as it is written; undefined where there is none. */
  readonly field: Field<Day> | undefined;
  /** True while there is something to be planned. */
  isOpen(today: Day): boolean;
  /** What a review log says of a move. */
  entry(from: Day, to: Day): string;
}

/** What of a plan has its mark at an offset. Of things that are borrowed at one place, any; but what stands there itself comes first. */
export function movableAt(plan: Plan, offset: number): Movable | undefined {
  const { syntax } = plan;
  if (offset < syntax.start || offset > syntax.end) return undefined;
  let borrowed: Movable | undefined;
  for (const one of movables(plan)) {
    if (absolute(syntax, one.place).start !== offset) continue;
    if (!one.field?.borrowed) return one;
    borrowed ??= one;
  }
  return borrowed;
}

/** Everything that has a planned day of its own: milestones, steps, goals and the next review. */
export function* movables(plan: Plan): Generator<Movable> {
  for (const milestone of allMilestones(plan)) yield ofMilestone(milestone, plan);
  for (const step of plan.decision?.steps.items ?? []) yield ofStep(step);
  for (const outcome of plan.outcomes.items) {
    yield* ofGoal(outcome, outcome, plan);
    for (const result of outcome.key_results.items) yield* ofGoal(result, outcome, plan);
  }
  const next = plan.plan?.next_review;
  if (next) yield ofNextReview(next);
}

function ofMilestone(milestone: Milestone, plan: Plan): Movable {
  const outcome = outcomeOf(milestone, plan);
  return {
    place: milestone,
    name: nameOf(milestone),
    field: milestone.target_date,
    isOpen: () => isOpen(milestone),
    entry: (from, to) => changeEntry({ property: 'date', about: milestone, outcome, from, to }),
  };
}

function ofStep(step: DecisionStep): Movable {
  const name = step.name?.text ?? '';
  return {
    place: step,
    name: oneLine(name),
    field: step.target_date,
    isOpen: () => {
      const status = step.status?.value;
      return status !== 'complete' && status !== 'skipped' && step.actual_date?.value === undefined;
    },
    entry: (from, to) =>
      `Decision step ${name === '' ? '' : `${quoteShort(name, 90)} `}${fromTo({ property: 'date', from, to })}`,
  };
}

function* ofGoal(holder: Outcome | KeyResult, outcome: Outcome, plan: Plan): Generator<Movable> {
  const { target } = holder;
  if (!target) return;
  yield {
    place: target,
    name: holder.id?.text || oneLine(holder.description?.text ?? ''),
    field: target.target_date,
    isOpen: today => !planStanding(plan, today).outcomes.some(one => one.outcome === outcome && one.achieved),
    entry: (from, to) => changeEntry({ property: 'date', about: holder, outcome, from, to }),
  };
}

function ofNextReview(field: Field<Day>): Movable {
  return {
    place: field,
    name: '',
    field,
    isOpen: () => true,
    entry: (from, to) => `Next review ${fromTo({ property: 'date', from, to })}`,
  };
}

function nameOf({ name, id }: Milestone): string {
  return oneLine(name?.text || id?.text || '');
}
