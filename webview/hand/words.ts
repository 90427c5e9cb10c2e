import { type Day, daysBetween, formatFullDay } from '../../plan/day.ts';
import { count } from '../../plan/words.ts';

/** Beside the mark: `+21 days`, `−1 day`. */
export function signed(from: Day, to: Day): string {
  const days = daysBetween(from, to);
  return `${days > 0 ? '+' : days < 0 ? '−' : ''}${count(Math.abs(days), 'day')}`;
}

/** In a sentence: `21 days later`, `1 day earlier`, `the day it was`. */
export function shifted(from: Day, to: Day): string {
  const days = daysBetween(from, to);
  return days === 0 ? 'the day it was' : `${count(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}

/** What a screen reader says of a move: `22 Apr 2026, 21 days later. 2 warnings: …`. */
export function spoken(from: Day, to: Day, warnings: readonly string[] | undefined): string {
  const where = `${formatFullDay(to)}, ${shifted(from, to)}.`;
  if (warnings === undefined || warnings.length === 0) return where;
  return `${where} ${warnings.length === 1 ? 'Warning' : `${warnings.length} warnings`}: ${warnings.join(' ')}`;
}
