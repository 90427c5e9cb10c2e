import { type CustomField, type FieldType, TOP_LEVEL } from '../team-format.ts';
import { capitalise, enumerate, quoteShort } from '../words.ts';
import { groupPaths } from './field-paths.ts';
import type { Entry, Value } from './value.ts';

/** The types of own fields, in the order in which they are offered. */
export const FIELD_TYPES: readonly FieldType[] = [
  'text',
  'number',
  'date',
  'money',
  'quantity',
  'yes_no',
  'one_of',
  'list',
];

const KNOWN = ['type', 'in', 'description', 'values', 'pattern'];

/** Reads `custom_fields`. What is wrong is said at its place; a field without a type is not judged. Never throws. */
export function readCustomFields(value: Value): Map<string, CustomField> {
  const fields = new Map<string, CustomField>();
  if (value.isEmpty) return fields;
  if (!value.entries) value.say('“custom_fields” should be a group: each key of your own, and its type below.');
  for (const entry of value.entries ?? []) {
    const field = readField(entry);
    if (field) fields.set(field.name, field);
  }
  return fields;
}

function readField({ name, key, value }: Entry): CustomField | undefined {
  if (!name.startsWith('x-')) {
    key.say(`Keys of your own begin with “x-”, which keeps them apart from the format’s: “x-${name}”.`, `x-${name}`);
    return undefined;
  }
  const { entries } = value;
  if (!entries) {
    value.say(`“${name}” should be a group that says its type, such as { type: text }.`);
    return undefined;
  }
  for (const other of entries) {
    if (!KNOWN.includes(other.name))
      other.key.unknown(`An own field has no ${quoteShort(other.name)}.`, KNOWN, `It has ${enumerate(KNOWN)}.`);
  }
  const of = (property: string) => entries.find(other => other.name === property);
  const type = readType(name, key, of('type')?.value);
  const values = readValues(type, of('values'));
  if (type === 'one_of' && !of('values')) key.say(`“${name}” is one of which values? List them under “values”.`);
  const field = {
    name,
    in: readPlaces(of('in')?.value),
    description: readDescription(of('description')?.value),
    values,
    pattern: readPattern(type, of('pattern')),
  };
  return type && !(type === 'one_of' && values.length === 0) ? { ...field, type } : undefined;
}

function readType(name: string, key: Value, value: Value | undefined): FieldType | undefined {
  const type = FIELD_TYPES.find(one => one === value?.text);
  if (type) return type;
  if (!value || value.isEmpty) (value ?? key).say(`“${name}” has no type. It can be ${enumerate(FIELD_TYPES, 'or')}.`);
  else value.unknown(`${value.shown} is no type of a field.`, FIELD_TYPES);
  return undefined;
}

function readPlaces(value: Value | undefined): string[] | undefined {
  if (!value || value.isEmpty) return undefined;
  const known = [TOP_LEVEL, ...groupPaths()];
  const places = value.oneOrMore.filter(place => {
    if (known.includes(place.text ?? '')) return true;
    const example = 'Write where it stands, such as customer, outcomes or outcomes.milestones.';
    place.unknown(`${capitalise(place.shown)} is no group of fields of a success plan.`, known, example);
    return false;
  });
  return places.length > 0 ? places.map(place => place.text ?? '') : undefined;
}

function readValues(type: FieldType | undefined, entry: Entry | undefined): string[] {
  if (!entry) return [];
  const { items } = entry.value;
  if (type && type !== 'one_of' && type !== 'list') {
    entry.key.say(`“values” belongs to fields of type one_of or list, and this one is of type ${type}.`);
    return [];
  }
  if (!items || items.length === 0) entry.value.say('“values” should be a list of the values to choose from.');
  return (items ?? []).flatMap(item => {
    if (item.text !== undefined && item.text !== '') return [item.text];
    item.say(`“values” holds single values, and here stands ${item.shown}.`);
    return [];
  });
}

function readPattern(type: FieldType | undefined, entry: Entry | undefined): RegExp | undefined {
  const { text } = entry?.value ?? {};
  if (!entry) return undefined;
  if (type && type !== 'text') {
    entry.key.say(`“pattern” belongs to fields of type text, and this one is of type ${type}.`);
    return undefined;
  }
  try {
    if (text) return new RegExp(`^(?:${text})$`, 'u');
  } catch {
    // Told below.
  }
  entry.value.say(
    '“pattern” should be a regular expression that the whole text must match, such as "[A-Z]{2}-[0-9]+".',
  );
  return undefined;
}

function readDescription(value: Value | undefined): string {
  if (!value || value.isEmpty) return '';
  if (value.text === undefined) value.say('“description” should be a text: what the field is for.');
  return value.text?.trim() ?? '';
}
