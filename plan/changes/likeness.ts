import { inCommon, type Known, namesInCommon } from '../history/pairs.ts';
import { type Named, nameWords } from '../history/same-thing.ts';
import type { Element, Field } from '../model/index.ts';
import { normalName } from '../model/people.ts';
import { oncePer } from '../once.ts';
import { oneLine } from '../words.ts';
import { fieldOf, isElement, isField, valuesOf } from './parts-of.ts';

/** What things are known by that have neither name nor description, the best first: the day of a review, whose sign-off it is. */
const NAMES = ['name', 'description', 'topic', 'person', 'date', 'outcome', 'statement'] as const;

/** What many things of a plan have in common, though they are others. */
const SHARED: ReadonlySet<string> = new Set([
  'id',
  'status',
  'impact',
  'likelihood',
  'category',
  'kind',
  'type',
  'engagement',
  'side',
  'attendees',
]);

const PEOPLE: ReadonlySet<string> = new Set(['customerPerson', 'vendorPerson', 'partnerPerson']);

/** How the elements of a list are known from version to version. */
export const AS_ELEMENTS: Known<Element> = {
  named: nameOf,
  likeness,
};

function nameOf(element: Element): Named {
  const name = NAMES.map(key => fieldOf(element, key)).find(field => field && field.text !== '');
  return { id: asText(fieldOf(element, 'id')), name: asText(name) };
}

function asText(field: Field<unknown> | undefined): Field<string> | undefined {
  return field && { ...field, value: field.text };
}

/** How alike two elements are by what they say, from 0 to 1. Of people it is the name or the address alone: two may well have one role. */
function likeness(old: Element, now: Element): number {
  if (PEOPLE.has(now.definition)) {
    const [mail, other] = [old, now].map(one => fieldOf(one, 'email')?.text.toLowerCase() ?? '');
    if (mail !== '' && mail === other) return 1;
    return normalName(old.label) === normalName(now.label) ? 1 : 0;
  }
  const [before, after] = [contentsOf(old), contentsOf(now)];
  if (before.leaves.length + after.leaves.length === 0) return 1;
  return Math.max(namesInCommon(before.name, after.name), inCommon(before.leaves, after.leaves));
}

/** Each may be compared with hundreds of others. */
const contentsOf = oncePer((element: Element) => ({
  name: nameWords(nameOf(element)),
  leaves: leavesOf(element),
}));

/** What an element says, value by value; what stands in elements of its lists is left out. */
function leavesOf(element: Element): string[] {
  const leaves = element.word ? [element.word.text] : [];
  for (const [key, value] of valuesOf(element)) {
    if (SHARED.has(key)) continue;
    const add = (text: string) => text !== '' && leaves.push(`${key} ${oneLine(text)}`);
    if (isField(value)) add(value.text);
    else if (isElement(value)) leaves.push(...leavesOf(value).map(leaf => `${key} ${leaf}`));
    else for (const item of value.items) if (isField(item)) add(item.text);
  }
  return leaves;
}

/** True for a list whose items are elements, and not values. */
export function hasElements(items: readonly unknown[]): items is readonly Element[] {
  return items.length > 0 && items.every(isElement);
}

/** The values among the items of a list. */
export function fieldsIn(items: readonly unknown[]): readonly Field<unknown>[] {
  return items.filter(isField);
}
