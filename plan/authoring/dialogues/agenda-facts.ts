import { riskScore } from '../../attainment/index.ts';
import { type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { Plan, Risk } from '../../model/index.ts';
import { allMilestones, daysLate, isBlocked, isOpen } from '../../model/milestones.ts';
import { isLeft, outcomeOf } from '../../model/outcomes.ts';
import { isToDo } from '../../model/work.ts';
import { isSaid } from '../../rules/text/placeholder.ts';
import type { AgendaFacts } from '../../templates/agenda.ts';
import { nextReviewLine } from '../../templates/agenda.ts';
import { capitalise, count, oneLine, short, spoken } from '../../words.ts';
import { nextReview } from '../refactor/log-review.ts';
import { outcomeLines } from './agenda-outcomes.ts';

/** So many lines of a kind are a topic; more are a list that nobody gets through. */
const MOST = 6;

/** What a plan has for the topics of a review on a day, as it stands today. Numbers are those that every view shows. */
export function agendaTopics(
  plan: Plan,
  on: Day,
  today: Day,
): Pick<AgendaFacts, 'progress' | 'risks' | 'ahead' | 'steps'> {
  return {
    progress: [...outcomeLines(plan, today).flatMap(some), ...some(lateLines(plan, today)), 'Goals that no longer fit'],
    risks: [
      ...some(
        plan.risks.items
          .filter(isToWatch)
          .toSorted((a, b) => scoreOf(b) - scoreOf(a))
          .map(riskLine),
      ),
      'New risks, each with an owner',
    ],
    ahead: aheadLines(plan, on),
    steps: [
      ...some(openActions(plan)),
      ...some(comingWork(plan, on, today)),
      'What was decided, and every new action with an owner and a date',
      nextLine(plan, on),
    ],
  };
}

function some(lines: readonly string[]): readonly string[] {
  return lines.length > MOST ? [...lines.slice(0, MOST - 1), `And ${lines.length - MOST + 1} more`] : lines;
}

function lateLines(plan: Plan, today: Day): readonly string[] {
  return allMilestones(plan).flatMap(milestone => {
    const late = daysLate(milestone, today, plan);
    const outcome = outcomeOf(milestone, plan);
    const blocker =
      isBlocked(milestone) && !(outcome && isLeft(outcome))
        ? milestone.blockers.items.find(({ text }) => isSaid(text))?.text
        : undefined;
    if (late === 0 && blocker === undefined) return [];
    const of = outcome?.label;
    const why = [late > 0 ? `${count(late, 'day')} late` : 'blocked', blocker && short(blocker, 80)].filter(
      word => word,
    );
    return `${of ? `${of} ` : ''}${short(milestone.name?.text ?? '', 70)}: ${why.join(', ')}${owned(milestone.owner.items[0]?.text)}`;
  });
}

function isToWatch({ status, mapping }: Risk): boolean {
  return mapping !== undefined && status?.value !== 'closed' && status?.value !== 'mitigated';
}

function scoreOf({ impact, likelihood }: Risk): number {
  return (impact?.value && likelihood?.value && riskScore(impact.value, likelihood.value)) || 0;
}

/** `R1: The trainer leaves in spring (impact high, likelihood low; Ken Abe). Rooms are booked.` */
function riskLine({ impact, likelihood, mitigation, owner, label, description }: Risk): string {
  const text = short(description?.text ?? '', 90);
  const about = [
    impact?.value && likelihood?.value ? `impact ${impact.value}, likelihood ${likelihood.value}` : '',
    isSaid(owner?.text) ? oneLine(owner?.text ?? '') : '',
  ].filter(word => word !== '');
  const head = [label, isSaid(text) ? text : ''].filter(word => word !== '').join(': ') || 'A risk without a name';
  const done = isSaid(mitigation?.text) ? `. ${short(mitigation?.text ?? '', 90)}` : '';
  return `${head}${about.length > 0 ? ` (${about.join('; ')})` : ''}${done}`;
}

function aheadLines(plan: Plan, on: Day): readonly string[] {
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const left = renewal ? daysBetween(on, renewal) : -1;
  return [
    'What the customer plans for the coming months',
    'What the product will bring that matters for these goals',
    ...(renewal && left >= 0 && left <= 240 ? [`What was reached, for the renewal on ${formatFullDay(renewal)}`] : []),
  ];
}

/** What earlier reviews agreed on and nobody has done yet. */
function openActions(plan: Plan): readonly string[] {
  const reviews = plan.review_history.items.flatMap(({ actions }) => actions.items);
  return reviews
    .filter(action => isToDo(action, plan) && isSaid(action.description?.text))
    .map(
      ({ description, owner, due_date: due }) =>
        `Open action: ${short(description?.text ?? '', 90)}${owned(owner?.text)}${due?.value ? `, ${formatFullDay(due.value)}` : ''}`,
    );
}

/** The milestones that are due until the review after this one. */
function comingWork(plan: Plan, on: Day, today: Day): readonly string[] {
  const until = nextReview(plan, on, on) ?? plan.plan?.next_review?.value ?? on;
  return allMilestones(plan)
    .flatMap(milestone => {
      const day = milestone.target_date?.value;
      const outcome = outcomeOf(milestone, plan);
      if (!day || !isOpen(milestone) || (outcome && isLeft(outcome))) return [];
      return day >= today && day <= until ? [{ milestone, day }] : [];
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(
      ({ milestone, day }) =>
        `${capitalise(short(milestone.name?.text || milestone.id?.text || spoken('milestone'), 70))}${owned(milestone.owner.items[0]?.text)}, ${formatFullDay(day)}`,
    );
}

function nextLine(plan: Plan, on: Day): string {
  const day = nextReview(plan, on, on);
  return day ? nextReviewLine(day) : 'Day of the next review';
}

function owned(name: string | undefined): string {
  return isSaid(name) ? `, ${oneLine(name ?? '')}` : '';
}
