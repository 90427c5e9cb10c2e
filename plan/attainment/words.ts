import { type Day, formatDay, formatFullDay } from '../day.ts';

/** `1 day`, `26 days`, `15.3 points`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `R1`, `R1 and R2`, `R1, R2 and R3`. */
export function listed(items: readonly string[]): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** Clauses parted by semicolons, with a capital and a full stop. */
export function sentence(clauses: readonly string[]): string {
  return clauses.length === 0 ? '' : `${capitalised(clauses.join('; '))}.`;
}

/** A day of this year without the year. */
export function dayNear(value: Day, today: Day): string {
  return value.slice(0, 4) === today.slice(0, 4) ? formatDay(value) : formatFullDay(value);
}

/** The text with its first letter in capitals. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
