import { addDays, type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { Plan, WrittenDay } from '../../model/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import { firstDayFrom, lastDayOfItsMonth, lastDayOfPeriod, nearestDay, readWrittenDay, toDay, type WrittenDate } from '../../written-day.ts';
import { isPlaceholder } from '../placeholder.ts';
import { defineRule, type Fix } from '../rule.ts';
import { count, quoteShort } from '../words.ts';

export default defineRule({
  id: 'invalid-date',
  severity: 'error',
  summary: 'A date that is not a day of the calendar',
  why: `A date that cannot be read is watched by nobody: no reminder when it comes, no warning when it has passed, no place
on the timeline. And \`03/04/2026\` is April to one side of the ocean and March to the other.`,
  looksAt: ['day'],
  fixable: true,
  examples: [
    {
      bad: `agreement:
  co_created: yes
  shared_on: Oct 27, 2025
  location: https://plans.northwind.example/success
`,
      good: `agreement:
  co_created: yes
  shared_on: 2025-10-27
  location: https://plans.northwind.example/success
`,
    },
    {
      bad: `plan:
  version: "1.2"
  created: "2025-10-20"
  last_reviewed: "2026-01-20"
  next_review: "2026-04-31"
  status: active
  owner: Priya Shah
  co_owner: Dana Ruiz
`,
      good: `plan:
  version: "1.2"
  created: "2025-10-20"
  last_reviewed: "2026-01-20"
  next_review: "2026-04-30"
  status: active
  owner: Priya Shah
  co_owner: Dana Ruiz
`,
    },
  ],
  check(written, { today, plan, report }) {
    const { field } = written;
    if (field.value !== undefined || field.text === '' || isSpokenForAsMissing(written)) return;
    const readings = readWrittenDay(field.text);
    const days = readings.map(reading => sensibleDay(reading, written, today)).filter(day => day !== undefined);
    report({
      at: field,
      message: message(written, readings, days),
      fixes: edit => (field.borrowed ? [] : fixesOf(written, readings, days, plan, edit)),
    });
  },
});

/** “TBD” where other rules ask for a day: they say that it is missing. */
function isSpokenForAsMissing({ field, property }: WrittenDay): boolean {
  return (property === 'due_date' || property === 'target_date') && isPlaceholder(field.text);
}

const AHEAD: ReadonlySet<string> = new Set(['target_date', 'due_date', 'next_review', 'renewal_date', 'end_date', 'decision_date', 'go_live_date']);
const BEHIND: ReadonlySet<string> = new Set(['measured_on', 'actual_date', 'done_on', 'signed_on', 'shared_on', 'acknowledged_on', 'last_reviewed']);

/** Where the year is left out: work that is planned may be two months late and else lies ahead, what was done lies behind. */
function sensibleDay(reading: WrittenDate, { property, holder }: WrittenDay, today: Day): Day | undefined {
  if (AHEAD.has(property)) return firstDayFrom(reading, addDays(today, -60));
  const behind = BEHIND.has(property) || (property === 'date' && holder.definition !== 'qbr');
  return behind ? firstDayFrom(reading, addDays(today, -364)) : nearestDay(reading, today);
}

function message({ field, property }: WrittenDay, readings: readonly WrittenDate[], [first, second]: readonly Day[]): string {
  const text = quoteShort(field.text);
  if (first && second) return `${text} in ${property} can be ${formatFullDay(first)} or ${formatFullDay(second)}. Write the one that is meant as year-month-day.`;
  if (first && readings[0]?.year === undefined) return `${text} in ${property} does not say which year. Write it with the year: ${first}, if that is the one.`;
  if (first) return `${text} in ${property} is not read as a day. Write it as ${first}.`;
  if (readings[0]) return `${text} in ${property} is not in the calendar${why(readings[0])}. Write the day that is meant.`;
  if (isPlaceholder(field.text)) return `${text} in ${property} is no day. Leave it empty until the day is known, so that nobody takes it for one.`;
  const end = lastDayOfPeriod(field.text);
  if (end || /^\d{4}$/.test(field.text)) return `${text} in ${property} names no single day. Write the last day on which it still counts${end ? `, such as ${end}` : ', as year-month-day'}.`;
  return `${text} in ${property} is not a day. Write it as year-month-day, such as 2026-04-30.`;
}

function why(reading: WrittenDate): string {
  const last = lastDayOfItsMonth(reading);
  if (last && reading.day > Number(last.slice(8))) return `: that month has ${count(Number(last.slice(8)), 'day')}`;
  return reading.month > 12 || reading.month < 1 ? `: there is no month ${reading.month}` : '';
}

function fixesOf({ field, property, holder }: WrittenDay, readings: readonly WrittenDate[], days: readonly Day[], plan: Plan, edit: Editor): readonly Fix[] {
  const change = (day: Day, safe = false, about = ''): Fix => ({ title: `Change to ${day}${about}`, edits: [edit.setValue(field, day)], safe });
  if (days.length > 1) return days.map(day => change(day, false, ` (${formatFullDay(day)})`));
  if (days[0]) return [change(days[0], readings[0]?.year !== undefined && isPlausible(days[0], plan))];
  const [reading] = readings;
  if (reading) {
    const swapped = toDay({ ...reading, month: reading.day, day: reading.month });
    const end = lastDayOfItsMonth(reading);
    return [end && change(end, false, ', the last day of that month'), swapped && change(swapped, false, ', day and month the other way round')].filter(fix => fix !== undefined);
  }
  const end = lastDayOfPeriod(field.text);
  if (end) return [change(end, false, `, the last day of ${field.text.replace(/^(the )?(end of|late|in|by) /i, '')}`)];
  const done = holder.mapping?.pairs.some(({ key, value }) => key.text === 'status' && value.kind === 'scalar' && /^(?:complete|done|signed)$/.test(value.text));
  return isPlaceholder(field.text) && MAY_BE_EMPTY.has(property) && !done ? [{ title: 'Leave it empty until it is known', edits: [edit.replace(field, 'null')], safe: false }] : [];
}

/** Dates that no rule asks for: emptying them leaves nothing to find. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set([
  'actual_date', 'done_on', 'signed_on', 'since', 'until', 'acknowledged_on', 'shared_on', 'start_date', 'end_date', 'opened_on', 'reviewed_on',
]);

/** A year that is a slip of the finger is not made sure of by the way. */
function isPlausible(day: Day, plan: Plan): boolean {
  const around = plan.plan?.created?.value ?? plan.customer?.contract?.start_date?.value;
  return around === undefined || Math.abs(daysBetween(around, day)) < 3653;
}
