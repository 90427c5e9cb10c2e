import { type Health, outcomeStanding, planStanding } from '../../attainment/index.ts';
import type { PlanFile } from '../../check.ts';
import { type Day, daysBetween } from '../../day.ts';
import type { Agenda, Milestone, Outcome, Plan, Review } from '../../model/index.ts';
import { daysLate, isBlocked } from '../../model/milestones.ts';
import { lastReview } from '../../model/reviews.ts';
import { isToDo } from '../../model/work.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { formatPercent } from '../../quantity/index.ts';
import { late } from '../distance.ts';
import { agendaMinutes } from '../minutes.ts';
import type { LensSubject } from './lenses.ts';

/** What a lens tells of its subject today, one thing after the other; empty where the subject is no longer there. Never throws. */
export function lensWords(file: PlanFile, subject: LensSubject, today: Day): Phrase[] {
  const model = file.documents[subject.document]?.model;
  if (model?.kind === 'agenda') return subject.of === 'agenda' ? ofAgenda(model) : [];
  if (!model) return [];
  switch (subject.of) {
    case 'plan':
      return ofPlan(model, today);
    case 'log':
      return ofLog(model, today);
    case 'outcome': {
      const outcome = model.outcomes.items[subject.index];
      return outcome ? ofOutcome(outcome, model, today) : [];
    }
    case 'milestone': {
      const list = subject.outcome === undefined ? model.milestones : model.outcomes.items[subject.outcome]?.milestones;
      const milestone = list?.items[subject.index];
      return milestone ? ofMilestone(milestone, model, today) : [];
    }
    case 'review': {
      const review = model.review_history.items[subject.index];
      return review ? ofReview(review, model) : [];
    }
    default:
      return [];
  }
}

/** How a plan or an outcome stands, in a word or two. */
const HEALTH: Readonly<Record<Health, Phrase>> = {
  achieved: phrase('Achieved'),
  on_track: phrase('On track'),
  at_risk: phrase('At risk'),
  off_track: phrase('Off track'),
  not_started: phrase('Not started'),
  unknown: phrase('Not measured'),
};

function ofPlan(plan: Plan, today: Day): Phrase[] {
  const { judgement, rate, mean } = planStanding(plan, today);
  const renewal = plan.customer?.contract?.renewal_date?.value;
  return [
    HEALTH[judgement.health],
    ...(rate.counted > 0 ? [phrase('{0}/{1} outcomes achieved', rate.achieved, rate.counted)] : []),
    ...(mean ? [phrase('{0} attained on average', formatPercent(mean.mean))] : []),
    ...(renewal && renewal >= today ? [toRenewal(daysBetween(today, renewal))] : []),
  ];
}

function toRenewal(days: number): Phrase {
  if (days === 0) return phrase('renewal today');
  return days === 1 ? phrase('renewal tomorrow') : phrase('renewal in {0} days', days);
}

function ofOutcome(outcome: Outcome, plan: Plan, today: Day): Phrase[] {
  const { attainment, expected, milestones, judgement } = outcomeStanding(outcome, plan, today);
  const isDone = judgement.health === 'achieved' || expected === undefined;
  return [
    HEALTH[judgement.health],
    ...(attainment === undefined
      ? []
      : isDone
        ? [phrase('{0} attained', formatPercent(attainment))]
        : [phrase('{0} attained, {1} expected', formatPercent(attainment), formatPercent(expected))]),
    ...(milestones.counted > 0 ? [phrase('{0}/{1} milestones', milestones.complete, milestones.counted)] : []),
  ];
}

function ofMilestone(milestone: Milestone, plan: Plan, today: Day): Phrase[] {
  const days = daysLate(milestone, today, plan);
  return [...(days > 0 ? [late(days)] : []), ...(isBlocked(milestone) ? [phrase('blocked')] : [])];
}

function ofLog(plan: Plan, today: Day): Phrase[] {
  const last = lastReview(plan, today)?.on;
  const next = plan.plan?.next_review?.value;
  const overdue = planStanding(plan, today).reviewOverdueSince;
  return [
    last ? since(daysBetween(last, today)) : phrase('No review yet'),
    ...(overdue ? [lateReview(daysBetween(overdue, today))] : []),
    ...(next && next >= today ? [until(daysBetween(today, next))] : []),
  ];
}

function since(days: number): Phrase {
  if (days === 0) return phrase('Last review today');
  return days === 1 ? phrase('Last review yesterday') : phrase('Last review {0} days ago', days);
}

function until(days: number): Phrase {
  if (days === 0) return phrase('next review today');
  return days === 1 ? phrase('next review tomorrow') : phrase('next review in {0} days', days);
}

function lateReview(days: number): Phrase {
  return days === 1 ? phrase('next review 1 day overdue') : phrase('next review {0} days overdue', days);
}

function ofReview({ actions }: Review, plan: Plan): Phrase[] {
  const open = actions.items.filter(action => isToDo(action, plan)).length;
  return [open === 0 ? phrase('All actions done') : phrase('{0}/{1} actions open', open, actions.items.length)];
}

function ofAgenda(agenda: Agenda): Phrase[] {
  const minutes = agendaMinutes(agenda);
  return minutes ? [phrase('{0} of {1} minutes planned', minutes.topics, minutes.all)] : [];
}
