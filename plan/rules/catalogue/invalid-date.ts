import { type Day, formatFullDay } from '../../day.ts';
import type { WrittenDay } from '../../model/index.ts';
import { count, quoteShort } from '../../words.ts';
import {
  daysAmongWords,
  isOtherWeekday,
  lastDayOfItsMonth,
  lastDayOfPeriod,
  readWrittenDay,
  type WrittenDate,
} from '../../written-day.ts';
import { dayFixes, sensibleDay } from '../repair/day-repair.ts';
import { defineRule } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'invalid-date',
  severity: 'error',
  summary: 'A date that is not a day of the calendar',
  why: `A date that cannot be read is watched by nobody: no reminder when it comes, no warning when it has passed, no place
on the timeline. And \`03/04/2026\` is April to one side of the ocean and March to the other.`,
  looksAt: ['day'],
  reads: [],
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
    const whole = readWrittenDay(field.text);
    const readings = whole.length > 0 ? whole : daysAmongWords(field.text);
    const days = readings.map(reading => sensibleDay(reading, written, today)).filter(day => day !== undefined);
    report({
      at: field,
      message: message(written, readings, days, whole.length > 0),
      fixes: edit => (field.borrowed ? [] : dayFixes(written, readings, days, plan, edit)),
    });
  },
});

/** “TBD” where other rules ask for a day: they say that it is missing. */
function isSpokenForAsMissing({ field, property }: WrittenDay): boolean {
  return (property === 'due_date' || property === 'target_date') && isPlaceholder(field.text);
}

function message(
  { field, property }: WrittenDay,
  readings: readonly WrittenDate[],
  [first, second]: readonly Day[],
  isWhole: boolean,
): string {
  const text = quoteShort(field.text);
  if (first && second)
    return `${text} in ${property} can be ${formatFullDay(first)} or ${formatFullDay(second)}. Write the one that is meant as year-month-day.`;
  if (first && readings[0]?.year === undefined)
    return `${text} in ${property} does not say which year. Write it with the year: ${first}, if that is the one.`;
  if (first && !isWhole)
    return `${text} in ${property} is not read as a day. Write ${first} alone, and what else is to be said as a comment.`;
  if (first && isOtherWeekday(field.text, first))
    return `${text} in ${property} is not read as a day, and ${formatFullDay(first)} is another day of the week. Write the day that is meant as year-month-day.`;
  if (first) return `${text} in ${property} is not read as a day. Write it as ${first}.`;
  if (readings[0])
    return `${text} in ${property} is not in the calendar${why(readings[0])}. Write the day that is meant.`;
  if (isPlaceholder(field.text))
    return `${text} in ${property} is no day. Leave it empty until the day is known, so that nobody takes it for one.`;
  const end = lastDayOfPeriod(field.text);
  if (end || /^\d{4}$/.test(field.text))
    return `${text} in ${property} names no single day. Write the last day on which it still counts${end ? `, such as ${end}` : ', as year-month-day'}.`;
  return `${text} in ${property} is not a day. Write it as year-month-day, such as 2026-04-30.`;
}

function why(reading: WrittenDate): string {
  const last = lastDayOfItsMonth(reading);
  if (last && reading.day > Number(last.slice(8))) return `: that month has ${count(Number(last.slice(8)), 'day')}`;
  return reading.month > 12 || reading.month < 1 ? `: there is no month ${reading.month}` : '';
}
