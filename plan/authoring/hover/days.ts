import { outcomeStanding } from '../../attainment/index.ts';
import { addMonths, type Day, day, daysBetween, formatFullDay } from '../../day.ts';
import { outcomeAround } from '../../model/holders.ts';
import type { Outcome, Visit, WrittenDay } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { dueField, outcomeOf } from '../../model/outcomes.ts';
import { cadenceMonths, lastReview, wasReviewedSince } from '../../model/reviews.ts';
import { isToDo } from '../../model/work.ts';
import { english } from '../../phrase.ts';
import { count, spoken } from '../../words.ts';
import { away, late, slip } from '../distance.ts';
import { reviewWords } from './reviews.ts';
import { named, type Telling } from './telling.ts';

/** A day in full, its quarter in the team's year, and how far it is from today and from the renewal. */
export function dayWords(value: Day, { plan, today, pen }: Telling): string {
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const apart = renewal === undefined || value < today ? 0 : daysBetween(value, renewal);
  const near = apart === 0 ? '' : `, ${Math.abs(apart)} ${apart > 0 ? 'before' : 'after'} the renewal`;
  const full = pen.strong(`${weekday(value)} ${formatFullDay(value)}`);
  return `${full} (${quarter(value, plan.team.fiscalYearStart)}) — ${english(away(today, value))}${near}.`;
}

/** The same of a day that the plan states, with what it means where it stands. */
export function writtenDayFacts(
  { field, property }: WrittenDay,
  holder: Visit | undefined,
  telling: Telling,
): string[] {
  const { value } = field;
  if (value === undefined) return [];
  const further = holder ? meaning(value, property, holder, telling) : [];
  return [telling.pen.lines([dayWords(value, telling), ...further])];
}

function meaning(value: Day, property: string, holder: Visit, telling: Telling): string[] {
  const { plan, today } = telling;
  switch (holder.kind) {
    case 'planSection':
      return property === 'next_review'
        ? nextReview(value, telling)
        : property === 'last_reviewed'
          ? dueNext(telling)
          : [];
    case 'milestone':
    case 'decisionStep': {
      const { target_date: planned, actual_date: actual } = holder.element;
      const outcome = holder.kind === 'milestone' ? outcomeOf(holder.element, plan) : undefined;
      if (property === 'actual_date') return planned?.value ? [doneWords(planned.value, value)] : [];
      if (property !== 'target_date') return [];
      if (actual?.value) return [`Done on ${formatFullDay(actual.value)}, ${slipWords(value, actual.value)}.`];
      const open = value < today && !isOver(plan) && isToDo(holder.element, plan);
      return [
        open ? `${telling.pen.strong(english(late(daysBetween(value, today))))}.` : '',
        ...beforeDue(value, outcome, telling),
      ];
    }
    case 'action':
      return property === 'due_date' && value < today && !isOver(plan) && isToDo(holder.element, plan)
        ? [`${telling.pen.strong(english(late(daysBetween(value, today))))}.`]
        : [];
    case 'target': {
      const outcome = outcomeAround(holder.element);
      return outcome ? forecastWords(value, outcome, telling) : [];
    }
    case 'review':
      return property === 'date' ? reviewWords(holder.element, telling) : [];
    default:
      return [];
  }
}

function doneWords(planned: Day, actual: Day): string {
  return `Planned for ${formatFullDay(planned)}: ${slipWords(planned, actual)}.`;
}

function slipWords(planned: Day, actual: Day): string {
  const slipped = slip(planned, actual);
  return slipped ? english(slipped) : 'on the day';
}

/** How long before its outcome a milestone is due. */
function beforeDue(value: Day, outcome: Outcome | undefined, telling: Telling): string[] {
  const due = outcome && dueField(outcome)?.value;
  if (!due || !outcome?.label || due === value) return [];
  const days = daysBetween(value, due);
  return [
    `${count(Math.abs(days), 'day')} ${days > 0 ? 'before' : 'after'} ${named(telling, outcome, outcome.label)} is due.`,
  ];
}

function forecastWords(due: Day, outcome: Outcome, { plan, today }: Telling): string[] {
  const { forecast } = outcomeStanding(outcome, plan, today);
  if (!forecast) return [];
  return [`At this pace the goal is reached on ${formatFullDay(forecast)}, ${slipWords(due, forecast)}.`];
}

function nextReview(value: Day, { plan, today, pen }: Telling): string[] {
  const last = lastReview(plan, today)?.on;
  const overdue = value < today && !isOver(plan) && !wasReviewedSince(value, plan, today);
  return [
    overdue ? `${pen.strong(`${count(daysBetween(value, today), 'day')} overdue`)}.` : '',
    last && last < value
      ? `${count(daysBetween(last, value), 'day')} after the last review, ${formatFullDay(last)}.`
      : '',
  ];
}

function dueNext({ plan, today }: Telling): string[] {
  const last = lastReview(plan, today)?.on;
  if (!last || isOver(plan)) return [];
  const rhythm = spoken(plan.plan?.review_cadence?.value ?? 'quarterly');
  return [`By the ${rhythm} rhythm the next review is due by ${formatFullDay(addMonths(last, cadenceMonths(plan)))}.`];
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const A_MONDAY = day('2024-01-01');

function weekday(value: Day): string {
  return WEEKDAYS[((daysBetween(A_MONDAY, value) % 7) + 7) % 7] ?? '';
}

/** `Q2 2026`; where the year does not begin in January `Q1 of fiscal 2026/27`. */
function quarter(value: Day, start = 1): string {
  const [year, month] = [Number(value.slice(0, 4)), Number(value.slice(5, 7))];
  const name = `Q${Math.floor(((month - start + 12) % 12) / 3) + 1}`;
  if (start === 1) return `${name} ${year}`;
  const first = month >= start ? year : year - 1;
  return `${name} of fiscal ${first}/${String((first + 1) % 100).padStart(2, '0')}`;
}
