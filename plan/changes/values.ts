import { type Day, daysBetween, formatFullDay, isDay } from '../day.ts';
import type { Field } from '../model/index.ts';
import { count, oneLine, quoteShort, spoken } from '../words.ts';

/** Longest text that a sentence quotes of each version, in UTF-16 units. */
const LONGEST = 90;

/** What stays of a text on either side of what changed in it. */
const AROUND = 24;

/** The day in a field; undefined where it holds none. */
export function dayIn(field: Field<unknown> | undefined): Day | undefined {
  const value = field?.value;
  return typeof value === 'string' && isDay(value) ? value : undefined;
}

/** A value as a sentence says it: days in words, keys with blanks, texts in quotes, names and numbers as they are. */
export function valueInWords(field: Field<unknown>, asText: boolean): string {
  const day = dayIn(field);
  if (day) return formatFullDay(day);
  const text = oneLine(field.text);
  if (asText) return quoteShort(text, LONGEST);
  return typeof field.value === 'string' && /^[a-z]+(?:_[a-z]+)+$/.test(text) ? spoken(text) : cut(text);
}

/** `12 days later`, `1 day earlier`. */
export function distance(from: Day, to: Day): string {
  const days = daysBetween(from, to);
  return `${count(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}

/** Two texts in quotes, each cut to where they differ. */
export function textsApart(old: string, now: string): readonly [old: string, now: string] {
  const [a, b] = [oneLine(old), oneLine(now)];
  if (a.length <= LONGEST && b.length <= LONGEST) return [`“${a}”`, `“${b}”`];
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  const from = wordStart(a, Math.max(0, start - AROUND));
  return [part(a, from), part(b, from)];
}

function part(text: string, from: number): string {
  const piece = text.slice(from, from + LONGEST);
  return `“${from > 0 ? '…' : ''}${piece.trim()}${from + LONGEST < text.length ? '…' : ''}”`;
}

/** The beginning of the word at or behind a place; what is before it is alike in both texts. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const blank = text.indexOf(' ', at);
  return blank >= 0 && blank - at < AROUND ? blank + 1 : at;
}

/** A value that stands in a sentence without quotes, where it would grow too long. */
function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}
