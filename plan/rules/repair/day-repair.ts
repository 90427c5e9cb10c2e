import { addDays, addMonths, type Day, daysBetween, formatFullDay } from '../../day.ts';
import { isPastDay, isPlannedDay } from '../../model/day-properties.ts';
import type { Plan, WrittenDay } from '../../model/index.ts';
import { cadenceMonths } from '../../model/reviews.ts';
import type { Editor } from '../../syntax/edit.ts';
import {
  firstDayFrom,
  isOtherWeekday,
  lastDayOfItsMonth,
  lastDayOfPeriod,
  nearestDay,
  readWrittenDay,
  toDay,
  type WrittenDate,
} from '../../written-day.ts';
import type { Fix } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** Where the year is left out: work that is planned may be two months late and else lies ahead, what was done lies behind. */
export function sensibleDay(reading: WrittenDate, { property, holder }: WrittenDay, today: Day): Day | undefined {
  if (isPlannedDay(property)) return firstDayFrom(reading, addDays(today, -60));
  return isPastDay(property, holder.definition)
    ? firstDayFrom(reading, addDays(today, -364))
    : nearestDay(reading, today);
}

/** What may be meant by a day that cannot be read, best first. Safe only where day, month and year are written and plausible. */
export function dayFixes(
  { field, property, holder }: WrittenDay,
  readings: readonly WrittenDate[],
  days: readonly Day[],
  plan: Plan,
  edit: Editor,
): readonly Fix[] {
  const change = (day: Day, safe = false, about = ''): Fix => ({
    title: `Change to ${day}${about}`,
    edits: [edit.setValue(field, day)],
    safe,
  });
  if (days.length > 1) return days.map(day => change(day, false, ` (${formatFullDay(day)})`));
  if (days[0]) {
    const isCertain = readWrittenDay(field.text).length > 0 && !isOtherWeekday(field.text, days[0]);
    return [change(days[0], isCertain && readings[0]?.year !== undefined && isPlausible(days[0], plan))];
  }
  const [reading] = readings;
  if (reading) {
    const swapped = toDay({ ...reading, month: reading.day, day: reading.month });
    const end = lastDayOfItsMonth(reading);
    return [
      end && fits(end, property, plan) && change(end, false, ', the last day of that month'),
      swapped && fits(swapped, property, plan) && change(swapped, false, ', day and month the other way round'),
    ].filter(fix => typeof fix === 'object');
  }
  const end = lastDayOfPeriod(field.text);
  if (end && fits(end, property, plan))
    return [change(end, false, `, the last day of ${field.text.replace(/^(the )?(end of|late|in|by) /i, '')}`)];
  const own = [...plan.team.words.values()];
  const done = holder.mapping?.pairs.some(({ key, value }) => {
    if (key.text !== 'status' || value.kind !== 'scalar') return false;
    return [value.text, ...own.map(words => words.get(value.text) ?? '')].some(word => DONE.test(word));
  });
  return isPlaceholder(field.text) && MAY_BE_EMPTY.has(property) && !done
    ? [{ title: 'Leave it empty until it is known', edits: [edit.replace(field, 'null')], safe: false }]
    : [];
}

const DONE = /^(?:complete|done|signed)$/;

/** Dates that no rule asks for: emptying them leaves nothing to find. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set([
  'actual_date',
  'done_on',
  'signed_on',
  'since',
  'until',
  'acknowledged_on',
  'shared_on',
  'start_date',
  'end_date',
  'opened_on',
  'reviewed_on',
]);

/** A day that is only guessed at must not contradict what the plan says elsewhere: what is planned comes after what was. */
function fits(day: Day, property: string, plan: Plan): boolean {
  const created = plan.plan?.created?.value;
  if (property !== 'next_review') return !isPlannedDay(property) || created === undefined || day >= created;
  const last = plan.plan?.last_reviewed?.value ?? created;
  return last === undefined || (day > last && day <= addMonths(last, cadenceMonths(plan)));
}

/** A year that is a slip of the finger is not made sure of by the way. */
function isPlausible(day: Day, plan: Plan): boolean {
  const around = plan.plan?.created?.value ?? plan.customer?.contract?.start_date?.value;
  return around === undefined || Math.abs(daysBetween(around, day)) < 3653;
}
