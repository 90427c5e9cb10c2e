import type { Field } from '../model/index.ts';
import { quantityOf } from '../quantity/index.ts';
import { fromTo } from '../rules/log/change-words.ts';
import { capitalise, oneLine, quoteShort } from '../words.ts';
import { addedInWords, removedInWords } from './added.ts';
import { ambitionOf } from './ambition.ts';
import type { ChangeKind } from './change.ts';
import type { Both, Difference, FieldDifference, ItemDifference } from './differences.ts';
import { itemLabel, labelOf } from './labels.ts';
import { inner, nameOf, nameOfBoth, subjectOf } from './names.ts';
import { isElement } from './parts-of.ts';
import { readingOf } from './same-field.ts';
import { dayIn, distance, textsApart, valueInWords } from './values.ts';

/** A difference in words, without the full stop. */
export interface Said {
  readonly kind: ChangeKind;
  readonly words: string;
}

/** Says a difference. Never throws. */
export function said(difference: Difference): Said {
  switch (difference.type) {
    case 'field':
      return saidOfField(difference);
    case 'come':
    case 'gone':
      return saidOfItem(difference);
    case 'moved': {
      const [from, to] = [difference.from, difference.to].map(one => (one ? inner(one, undefined) : 'no outcome'));
      return {
        kind: 'changed',
        words: `${nameOf(difference.now, { old: undefined, now: difference.to })} belongs to ${to} now; it belonged to ${from}`,
      };
    }
    case 'other': {
      const { property, from, to } = difference;
      const what = placed(difference, `“${property}”`);
      if (from === '') return { kind: 'added', words: `${what} was added: ${quoteShort(to, 90)}` };
      if (to === '') return { kind: 'removed', words: `${what} was removed; it said ${quoteShort(from, 90)}` };
      const [a, b] = textsApart(from, to);
      return { kind: 'changed', words: `${what} changed from ${a} to ${b}` };
    }
  }
}

function saidOfField(difference: FieldDifference): Said {
  const { old, now, around, property, from, to } = difference;
  const definition = (now ?? old)?.definition ?? '';
  const [before, after] = [filled(from), filled(to)];
  const isListed = difference.path.endsWith(']');
  if (before && after && (property === 'name' || property === 'description')) return renamed(difference, before, after);
  const label = placed(difference, `the ${isListed ? itemLabel(definition, property) : labelOf(definition, property)}`);
  const isText = isProse(property, before, after);
  if (!before)
    return { kind: 'added', words: after ? `${label} is now ${valueInWords(after, isText)}; there was none` : label };
  if (!after) return { kind: 'removed', words: `${label} is gone; it was ${valueInWords(before, isText)}` };
  const [was, is] = [dayIn(before), dayIn(after)];
  if (was && is) {
    const moved = fromTo({ property: property === 'measured_on' ? 'measured' : 'date', from: was, to: is });
    return { kind: is > was ? 'later' : 'earlier', words: `${label} ${moved}, ${distance(was, is)}` };
  }
  const ambition = property === 'goal' ? ambitionOf({ old, now, around }) : undefined;
  if (ambition) {
    const less = ambition === 'lowered' ? 'less' : 'more';
    return {
      kind: ambition,
      words: `${label} asks for ${less}: ${valueInWords(after, false)} instead of ${valueInWords(before, false)}`,
    };
  }
  const [a, b] = isText
    ? textsApart(before.text, after.text)
    : [valueInWords(before, false), valueInWords(after, false)];
  return { kind: 'changed', words: `${label} changed from ${a} to ${b}${share(before, after)}` };
}

/** Another name. What goes by it is called as it was before. */
function renamed({ old, now, around, property }: FieldDifference, before: Field<unknown>, after: Field<unknown>): Said {
  const [a, b] = textsApart(before.text, after.text);
  const element = now ?? old;
  const isKnownByIt = element?.label === after.text || element?.label === '';
  const name = isKnownByIt ? nameOfBoth({ old, now: undefined, around }) : nameOfBoth({ old, now, around });
  const verb = property === 'name' ? 'is now called' : 'is now described as';
  return { kind: 'renamed', words: `${name} ${verb} ${b}${isKnownByIt ? '' : `, before: ${a}`}` };
}

function saidOfItem(difference: ItemDifference): Said {
  const { type, old, now, around, property, item } = difference;
  const kind = type === 'come' ? 'added' : 'removed';
  if (isElement(item)) {
    const inWords = type === 'come' ? addedInWords : removedInWords;
    return { kind, words: inWords(item, property, { old, now, around }) };
  }
  const definition = (now ?? old)?.definition ?? '';
  const text = oneLine(item.text);
  const value = NAMING.has(property) || /^[A-Za-z]{1,4}[-_]?\d+$/.test(text) ? text : quoteShort(text, 90);
  const words = `${itemLabel(definition, property)} ${value} was ${type === 'come' ? 'added' : 'removed'}`;
  return { kind, words: placed(difference, words) };
}

/** Lists of people, whose names stand without quotes. */
const NAMING: ReadonlySet<string> = new Set(['owner', 'attendees', 'participants', 'customer', 'vendor']);

/** Words about something in a thing, behind the thing’s name; the words alone in sections of which there is one. */
function placed(both: Both, words: string): string {
  const subject = subjectOf(both);
  return subject ? `${nameOfBoth(subject)}: ${words}` : capitalise(words);
}

/** A field in which something is written. */
function filled(field: Field<unknown> | undefined): Field<unknown> | undefined {
  return field && field.text !== '' ? field : undefined;
}

/** True for texts in sentences: they are quoted. Names, amounts, days and statuses are not. */
function isProse(property: string, before: Field<unknown> | undefined, after: Field<unknown> | undefined): boolean {
  if (PLAIN.has(property)) return false;
  return [before, after].some(
    field => field && readingOf(field) === undefined && /\s/.test(field.text.trim()) && !dayIn(field),
  );
}

/** Names of people, and other short words. */
const PLAIN: ReadonlySet<string> = new Set([
  'owner',
  'co_owner',
  'sponsor',
  'successor',
  'person',
  'acknowledged_by',
  'target_date',
  'actual_date',
  'due_date',
  'status',
]);

/** `, 20% less`, of sums of money that compare. */
function share(before: Field<unknown>, after: Field<unknown>): string {
  const [a, b] = [quantityOf(readingOf(before)), quantityOf(readingOf(after))];
  if (a?.dimension !== 'money' || b?.dimension !== 'money' || a.currency !== b.currency || a.per !== b.per) return '';
  const percent = a.value > 0 && b.value > 0 ? Math.round((Math.abs(b.value - a.value) / a.value) * 100) : 0;
  return percent === 0 ? '' : `, ${percent}% ${b.value > a.value ? 'more' : 'less'}`;
}
