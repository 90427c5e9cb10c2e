import { formatFullDay } from '../day.ts';
import type { Element } from '../model/index.ts';
import { count, enumerate, quoteShort, spoken } from '../words.ts';
import type { Both } from './differences.ts';
import { nameOf, nameOfBoth } from './names.ts';
import { fieldOf, isElement, isField, isList, valuesOf } from './parts-of.ts';
import { dayIn } from './values.ts';

/** The side of a person, by the list that names them. */
const SIDES: Readonly<Record<string, string>> = { customer: 'customer’s', vendor: 'vendor’s', partner: 'partner’s' };

/** An element that is new in a list, with what it is most known by: `Risk R3 was added: “…”, impact high`. */
export function addedInWords(item: Element, list: string, around: Both): string {
  const name = nameOf(item, around);
  switch (item.definition) {
    case 'outcome':
    case 'keyResult':
      return `${name} was added${behind(': ', goalIn(item))}`;
    case 'milestone':
    case 'decisionStep':
    case 'action':
    case 'phase':
      return `${name} was added${behind(': ', workIn(item))}`;
    case 'risk':
      return `${name} was added${behind(': ', [...described(item), ...facts(item, ['impact', 'likelihood']), ...ownerOf(item)])}`;
    case 'measurement':
      return `${nameOfBoth(around)}: a measurement was added${behind(': ', [`${text(item, 'value')}${day(item, 'date')}`])}`;
    case 'customerPerson':
    case 'vendorPerson':
    case 'partnerPerson':
      return `${name} is new on the ${SIDES[list] ?? 'other'} side${behind(': ', [text(item, 'role'), kindOf(item)])}`;
    case 'review':
      return `${name} was logged${behind(': ', reviewIn(item))}`;
    case 'evidence':
      return `${name} was added${behind(': ', quoted(item, 'statement'))}`;
    default:
      return `${name} was added`;
  }
}

/** An element that is gone from a list, with what is no longer to be. */
export function removedInWords(item: Element, list: string, around: Both): string {
  const name = nameOf(item, around);
  switch (item.definition) {
    case 'outcome':
    case 'keyResult':
      return `${name} was dropped${behind('; it was: ', goalIn(item))}`;
    case 'milestone':
    case 'decisionStep':
    case 'action':
    case 'phase':
      return `${name} was dropped${behind('; it was: ', workIn(item))}`;
    case 'risk':
      return `${name} was dropped${behind('; it was: ', [...described(item), ...facts(item, ['status', 'impact'])])}`;
    case 'measurement':
      return `${name} was removed${behind('; it was ', [text(item, 'value')])}`;
    case 'customerPerson':
    case 'vendorPerson':
    case 'partnerPerson':
      return `${name} is no longer listed on the ${SIDES[list] ?? 'other'} side${behind('; it was: ', [text(item, 'role'), kindOf(item)]).replace('; it was: ', ', as ')}`;
    default:
      return `${name} was removed`;
  }
}

/** The texts that say something, behind what leads to them; '' where none does. */
function behind(lead: string, parts: readonly string[]): string {
  const said = parts.filter(part => part !== '');
  return said.length === 0 ? '' : `${lead}${said.join(', ')}`;
}

/** Of an outcome: what is to be reached by when, and whose it is. */
function goalIn(item: Element): string[] {
  const target = valuesOf(item).get('target');
  const goal = isElement(target) ? text(target, 'goal') : '';
  const due = isElement(target) ? day(target, 'target_date', 'by ') : '';
  // Without an id it was called by its description.
  const known = item.label !== '' ? described(item) : [];
  const milestones = valuesOf(item).get('milestones');
  const steps =
    isList(milestones) && milestones.items.length > 0 ? [`with ${count(milestones.items.length, 'milestone')}`] : [];
  return [...known, goal && `goal ${goal}`, due.trim(), ...ownerOf(item), ...steps];
}

/** Of work: until when, how it stands, and whose it is. */
function workIn(item: Element): string[] {
  const due = ['target_date', 'due_date', 'end_date'].map(key => day(item, key, 'due ').trim()).find(one => one !== '');
  const status = fieldOf(item, 'status')?.text ?? '';
  return [due ?? '', status && spoken(status), ...ownerOf(item)];
}

function reviewIn(item: Element): string[] {
  const counted = [
    ['decisions', 'decision'],
    ['plan_changes', 'plan change'],
    ['actions', 'action'],
  ].flatMap(([key = '', noun = '']) => {
    const value = valuesOf(item).get(key);
    return isList(value) && value.items.length > 0 ? count(value.items.length, noun) : [];
  });
  return [...quoted(item, 'summary'), counted.length === 0 ? '' : `with ${enumerate(counted)}`];
}

function described(item: Element): string[] {
  return quoted(item, 'description');
}

function quoted(item: Element, key: string): string[] {
  const said = text(item, key);
  return said === '' ? [] : [quoteShort(said, 90)];
}

function facts(item: Element, keys: readonly string[]): string[] {
  return keys.flatMap(key => {
    const said = text(item, key);
    return said === '' ? [] : `${key} ${spoken(said)}`;
  });
}

function kindOf(item: Element): string {
  return spoken(text(item, 'type'));
}

function ownerOf(item: Element): string[] {
  const value = valuesOf(item).get('owner');
  const owners = isField(value) ? [value] : isList(value) ? value.items.filter(isField) : [];
  const names = owners.map(owner => owner.text).filter(name => name !== '');
  return names.length === 0 ? [] : [`${names.length === 1 ? 'owner' : 'owners'} ${enumerate(names)}`];
}

function text(item: Element, key: string): string {
  return fieldOf(item, key)?.text ?? '';
}

/** ` on 20 Jan 2026`; '' where the field holds no day. */
function day(item: Element, key: string, word = 'on '): string {
  const value = dayIn(fieldOf(item, key));
  return value ? ` ${word}${formatFullDay(value)}` : '';
}
