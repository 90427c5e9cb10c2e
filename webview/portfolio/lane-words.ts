import { formatDay, formatFullDay } from '../../plan/day.ts';
import type { PlannedDay } from '../../plan/portfolio/ahead.ts';
import { sumsOf } from '../../plan/portfolio/totals.ts';
import type { ComingDay } from '../../plan/portfolio/types.ts';
import { shortMoney, sumsInWords } from '../../plan/portfolio/words.ts';
import { clip, textWidth } from '../../plan/view/text-width.ts';
import { count, oneLine, short } from '../../plan/words.ts';

/** What is told together: one day of a plan, or several. */
export type Days = readonly [PlannedDay, ...PlannedDay[]];

const WORDS: Readonly<Record<ComingDay['kind'], string>> = {
  review: 'Review',
  milestone: 'Milestone',
  goal: 'Goal',
  renewal: 'Renewal',
};
const NAMED = 6;

/** All of a mark in words. */
export function sentenceOf(days: Days): string {
  const [first, ...rest] = days;
  const last = rest.at(-1) ?? first;
  const name = oneLine(first.plan.customer);
  if (rest.length === 0) {
    const worth =
      first.kind === 'renewal' && first.plan.arr
        ? `, ${shortMoney(first.plan.arr.amount, first.plan.arr.currency)}`
        : '';
    const own = first.kind === 'review' || first.kind === 'renewal' ? '' : `: ${short(first.text, 120)}`;
    return `${WORDS[first.kind]}, ${name}${worth}, ${formatFullDay(first.day)}${own}`;
  }
  const names = [...new Set(days.map(one => oneLine(one.plan.customer)))];
  const listed =
    names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more` : names.join(', ');
  const sum = first.kind === 'renewal' ? sumsInWords(sumsOf(days.flatMap(one => one.plan.arr ?? []))) : '';
  const when = first.day === last.day ? formatDay(first.day) : `${formatDay(first.day)} to ${formatDay(last.day)}`;
  return `${manyOf(days)}, ${when}${sum === '' ? '' : `, ${sum}`}: ${listed}`;
}

function manyOf(days: Days): string {
  const kinds = [...new Set(days.map(one => one.kind))];
  return kinds
    .map(kind => count(days.filter(one => one.kind === kind).length, WORDS[kind].toLowerCase()))
    .join(' and ');
}

/** Words for a label, the longest first. */
export function labelsOf(days: Days): string[] {
  const [{ kind, plan }] = days;
  const name = oneLine(plan.customer);
  const strong = kind === 'renewal';
  const behind =
    strong && plan.arr
      ? `, ${shortMoney(plan.arr.amount, plan.arr.currency)}`
      : days.length > 1
        ? `, ${days.length}`
        : '';
  return [...new Set([wholeWords(name, 130, strong), wholeWords(name, 0, strong)])].map(one => `${one}${behind}`);
}

/** As many of the first words as have room, one at least; that one is cut where it is longer than any label. */
function wholeWords(name: string, room: number, strong: boolean): string {
  let kept = '';
  for (const word of name.split(' ').slice(0, 12)) {
    const longer = kept === '' ? word : `${kept} ${word}`;
    // An article alone names nobody.
    if (kept.length > 3 && textWidth(longer, strong) > room) break;
    kept = longer;
  }
  return clip(kept.replace(/[,;:&–-]+$/u, '').trimEnd(), 130, strong);
}
