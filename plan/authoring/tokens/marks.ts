import type { Day } from '../../day.ts';
import type { Action, DecisionStep, Field, Milestone, Visit } from '../../model/index.ts';
import { daysLate } from '../../model/milestones.ts';
import { dueField, isPursued } from '../../model/outcomes.ts';
import type { TOKEN_MODIFIERS } from './legend.ts';

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** How the thing stands that a value speaks of. */
export type Mark = Exclude<TokenModifier, 'definition'>;

/** What of a plan says whether something is late. */
export interface Lateness {
  readonly today: Day;
  readonly isReviewDue: boolean;
  /** Then nothing is late. */
  readonly isPlanOver: boolean;
}

/** The values of a part that speak of something late on a day, something done, or somebody who has left. */
export function marks(
  visits: readonly Visit[],
  { today, isReviewDue, isPlanOver }: Lateness,
): Map<Field<unknown>, Mark> {
  const marked = new Map<Field<unknown>, Mark>();
  const mark = (as: Mark | undefined, ...fields: readonly (Field<unknown> | undefined)[]) => {
    if (as && !(as === 'late' && isPlanOver)) for (const field of fields) if (field) marked.set(field, as);
  };
  for (const { kind, element } of visits) {
    switch (kind) {
      case 'milestone':
        mark(ofMilestone(element, today), element.status, element.target_date);
        if (element.status?.value === 'complete') mark('done', element.start_date, element.actual_date);
        break;
      case 'decisionStep':
        mark(ofStep(element, today), element.status, element.target_date, element.actual_date);
        break;
      case 'action':
        mark(ofAction(element, today), element.status, element.due_date, element.done_on);
        break;
      case 'outcome': {
        const due = dueField(element);
        if (element.status?.value === 'achieved') mark('done', element.status, element.target?.target_date);
        else if (due && due.value < today && isPursued(element)) mark('late', element.status, due);
        break;
      }
      case 'risk':
        if (element.status?.value === 'closed' || element.status?.value === 'mitigated') mark('done', element.status);
        break;
      case 'signOff':
        if (element.status?.value === 'signed') mark('done', element.status, element.signed_on);
        break;
      case 'planSection':
        if (isReviewDue) mark('late', element.next_review);
        if (element.status?.value === 'completed') mark('done', element.status);
        break;
    }
  }
  return marked;
}

function ofMilestone(milestone: Milestone, today: Day): Mark | undefined {
  if (milestone.status?.value === 'complete') return 'done';
  return daysLate(milestone, today, undefined) > 0 ? 'late' : undefined;
}

function ofStep({ status, actual_date, target_date }: DecisionStep, today: Day): Mark | undefined {
  if (status?.value === 'complete') return 'done';
  const isOver = status?.value === 'skipped' || actual_date?.value !== undefined;
  return !isOver && isPast(target_date, today) ? 'late' : undefined;
}

function ofAction({ status, done_on, due_date }: Action, today: Day): Mark | undefined {
  if (status?.value === 'done' || status?.value === 'complete') return 'done';
  const isOver = status?.value === 'cancelled' || status?.value === 'skipped' || done_on?.value !== undefined;
  return !isOver && isPast(due_date, today) ? 'late' : undefined;
}

function isPast(field: Field<Day> | undefined, today: Day): boolean {
  return field?.value !== undefined && field.value < today;
}
