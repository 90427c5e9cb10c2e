import { type Day, formatDay, formatFullDay } from './day.ts';

/** Small words that every sentence about a plan is put together from. */

/** `1 day`, `26 days`. The plural is the noun with an s unless given. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** Days in years as people read them: `2.7`, `4`. */
export function yearsIn(days: number): number {
  return Number((days / 365.25).toFixed(1));
}

/** A whole number as people read it: `1,234`. */
export function figures(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The text with a full stop behind it, unless it ends with one: “Prakash N.” */
export function stopped(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** `A`, `A and B`, `A, B and C`. */
export function enumerate(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The text with its first letter in capitals. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The noun with `a` or `an` in front of it. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** The text with a small first letter, for the midst of a sentence. */
export function decapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Clauses parted by semicolons, with a capital and a full stop. */
export function sentence(clauses: readonly string[]): string {
  return clauses.length === 0 ? '' : `${capitalise(clauses.join('; '))}.`;
}

/** The text on one line, its ends trimmed. */
export function oneLine(text: string): string {
  const line = text.trim();
  // Nearly every text stands on one line already, and looking takes a fraction of replacing.
  return /\s\s|[^\S ]/u.test(line) ? line.replaceAll(/\s+/gu, ' ') : line;
}

/** The text in quotes, on one line, cut where a message would grow too long. */
export function quoteShort(text: string, longest = 60): string {
  return `“${short(text, longest)}”`;
}

/** The text on one line, cut where a message would grow too long. */
export function short(text: string, longest = 60): string {
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

/** `in_progress` as people read it: `in progress`. */
export function spoken(key: string): string {
  return key.replaceAll('_', ' ');
}

/** A day of this year without the year. */
export function dayNear(value: Day, today: Day): string {
  return value.slice(0, 4) === today.slice(0, 4) ? formatDay(value) : formatFullDay(value);
}

/** Texts in their order by code units, the same on every machine; days in the order of time. For sorting. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
