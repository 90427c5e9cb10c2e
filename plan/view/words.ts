import { type Day, daysBetween, formatDay, formatFullDay } from '../day.ts';

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `three`; figures from thirteen on. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** The text with its first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `1 day`, `26 days`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `in 34 days`, `today`, `26 days ago`, as seen on the day. */
export function distance(from: Day, to: Day): string {
  const days = daysBetween(from, to);
  if (days === 0) return 'today';
  return days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
}

/** `15 Jan`, with the year where it is not the one of the day that the view is drawn for. */
export function nearDay(value: Day, today: Day): string {
  return value.slice(0, 4) === today.slice(0, 4) ? formatDay(value) : formatFullDay(value);
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}

/** A percentage with a true minus sign, rounded to whole points: 0.5429 → `54%`. */
export function percent(fraction: number): string {
  const points = Math.round(fraction * 100);
  return `${points < 0 ? '−' : ''}${Math.abs(points)}%`;
}
