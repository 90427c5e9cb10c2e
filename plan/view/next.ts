import type { PlanStanding } from '../attainment/index.ts';
import { type Day, daysBetween } from '../day.ts';
import type { Plan } from '../model/index.ts';
import { isOver } from '../model/lifecycle.ts';
import { isOpen } from '../model/milestones.ts';
import { dueField, isLeft, outcomeOf } from '../model/outcomes.ts';
import { allNamed, namedSteps, outcomeName } from './milestones.ts';
import { offsetOf } from './places.ts';
import type { NextView } from './types.ts';
import { capitalise, dayNear, enumerate, numberWord, oneLine, span } from './words.ts';

/** How many days to come the header names. */
const MOST = 3;
/** More goals than this on one day are counted instead of named. */
const MOST_GOALS = 4;

/** Something that is due on a day. */
export interface Coming {
  readonly day: Day;
  /** A step of the decision or of the implementation is a milestone, too. */
  readonly kind: 'goal' | 'review' | 'renewal' | 'decision' | 'go-live' | 'milestone';
  readonly name: string;
  readonly at: number;
  /** '' where nobody is named. */
  readonly owner: string;
}

/** The next three days on which something is due, today included, with all that is due on each. */
export function nextSteps(plan: Plan, standing: PlanStanding, today: Day): NextView[] {
  const coming = everything(plan, standing).filter(item => item.day >= today);
  const days = [...new Set(coming.map(item => item.day))].sort().slice(0, MOST);
  return days.map(day => {
    const items = coming.filter(item => item.day === day);
    return {
      at: items[0]?.at ?? 0,
      day,
      dayText: dayNear(day, today),
      text: capitalise(inWords(items)),
      distance: day === today ? 'today' : span(daysBetween(today, day)),
    };
  });
}

/** All that is still to come in a plan, and what should have come: goals, the review, the renewal, the decision, go-live, open milestones and steps. Of a plan that is over, the renewal alone. */
export function everything(plan: Plan, standing: PlanStanding): Coming[] {
  const { syntax } = plan;
  const found: Coming[] = [];
  const add = (kind: Coming['kind'], day: Day | undefined, name: string, at: number, owner = ''): void => {
    if (day !== undefined) found.push({ kind, day, name, at, owner });
  };
  const renewal = plan.customer?.contract?.renewal_date;
  add('renewal', renewal?.value, 'renewal', offsetOf(syntax, renewal));
  if (isOver(plan)) return found;
  for (const [i, { outcome, achieved, deferred }] of standing.outcomes.entries()) {
    const due = dueField(outcome);
    if (!achieved && !deferred) add('goal', due?.value, outcomeName(outcome, i), offsetOf(syntax, due, outcome));
  }
  add('review', plan.plan?.next_review?.value, 'next review', offsetOf(syntax, plan.plan?.next_review));
  const { decision, implementation } = plan;
  add('decision', decision?.decision_date?.value, 'decision', offsetOf(syntax, decision?.decision_date));
  add('go-live', implementation?.go_live_date?.value, 'go-live', offsetOf(syntax, implementation?.go_live_date));
  for (const { work, name, ref, owners } of openWork(plan))
    add('milestone', work.target_date?.value, `${name} (${ref})`, offsetOf(syntax, work), enumerate(linesOf(owners)));
  return found;
}

/** Milestones and steps that somebody waits for. */
function openWork(plan: Plan) {
  const milestones = allNamed(plan)
    .filter(({ milestone }) => {
      const outcome = outcomeOf(milestone, plan);
      return outcome === undefined || !isLeft(outcome);
    })
    .map(({ milestone, name, ref }) => ({ work: milestone, name, ref, owners: milestone.owner.items }));
  const steps = namedSteps(plan).map(({ step, name, ref }) => ({
    work: step,
    name,
    ref,
    owners: step.owner ? [step.owner] : [],
  }));
  return [...milestones, ...steps].filter(({ work }) => isOpen(work));
}

function linesOf(fields: readonly { readonly text: string }[]): string[] {
  return fields.map(one => oneLine(one.text)).filter(one => one !== '');
}

function inWords(items: readonly Coming[]): string {
  const of = (kind: Coming['kind']) => items.filter(item => item.kind === kind).map(item => item.name);
  const goals = of('goal');
  const milestones = of('milestone');
  const parts = [
    goals.length === 0 ? '' : goals.length === 1 ? `goal of ${goals[0]}` : `goals of ${called(goals)}`,
    ...of('review'),
    ...of('renewal'),
    ...of('decision'),
    ...of('go-live'),
    milestones.length === 0
      ? ''
      : milestones.length === 1
        ? (milestones[0] ?? '')
        : `${numberWord(milestones.length)} milestones`,
  ];
  return parts.filter(part => part !== '').join(', ');
}

function called(goals: readonly string[]): string {
  return goals.length > MOST_GOALS ? `${numberWord(goals.length)} outcomes` : enumerate(goals);
}
