import type { Cursor } from '../syntax/cursor.ts';
import { type CustomField, fieldsIn, placeName, type TeamFormat } from '../team-format.ts';
import { enumerate } from '../words.ts';
import { type Candidate, candidate } from './completion/candidate.ts';
import { MARKDOWN, type Pen } from './hover/pen.ts';

/** The team's own keys that a group of fields may still get. */
export function ownKeys(cursor: Cursor, team: TeamFormat): Candidate[] {
  return fieldsIn(team, placeName(cursor.path))
    .filter(({ name }) => !cursor.present.has(name) || name === cursor.key)
    .map(field => ({
      kind: 'key',
      label: field.name,
      detail: field.description || kindOf(field),
      documentation: field.description ? MARKDOWN.text(kindOf(field), 200) : '',
      insert: cursor.colon ? field.name : `${field.name}: `,
      replace: cursor.replace,
      goesOn: !cursor.colon,
    }));
}

/** The values that an own field chooses from; none where it takes any. */
export function ownValues(field: CustomField, cursor: Cursor): Candidate[] {
  const values = field.type === 'yes_no' ? ['yes', 'no'] : field.values;
  return values.map(value => candidate('value', value, field.description, cursor));
}

/** What is said of an own field, in the hand of whoever asks. */
export function ownFieldWords(field: CustomField, pen: Pen): string {
  const about = field.description ? ` — ${pen.text(field.description, 500)}` : '';
  return `${pen.strong(pen.text(field.name))}${about}\n\nYour team’s own field: ${pen.text(kindOf(field), 200)}.`;
}

function kindOf({ type, values, pattern }: CustomField): string {
  if (type === 'one_of') return enumerate(values, 'or');
  if (type === 'list' && values.length > 0) return `a list of ${enumerate(values)}`;
  return `${KINDS[type]}${pattern ? ` like ${pattern.source.slice(4, -2)}` : ''}`;
}

const KINDS: Readonly<Record<CustomField['type'], string>> = {
  text: 'a text',
  number: 'a number',
  date: 'a date',
  money: 'an amount of money',
  quantity: 'a quantity',
  yes_no: 'yes or no',
  one_of: 'one of a few words',
  list: 'a list',
};
