import type { Shape } from '../../schema/shape.ts';
import type { Cursor } from '../../syntax/cursor.ts';
import type { Candidate } from './candidate.ts';

/** The keys that a mapping may still get: required ones first, then in the template's order. */
export function keyCandidates(owner: Shape, cursor: Cursor): Candidate[] {
  const all = [...(owner.properties ?? [])].filter(([name]) => !cursor.present.has(name) || name === cursor.key);
  const required = all.filter(([name]) => owner.required.includes(name));
  const optional = all.filter(([name]) => !owner.required.includes(name));
  return [...required, ...optional].map(([name, shape]) => ({
    kind: (shape.properties || shape.items) && !shape.orText ? 'section' : 'key',
    label: name,
    detail: firstLine(shape.description),
    documentation: shape.description.split('\n').slice(1).join('\n').trim(),
    insert: cursor.colon ? name : name + behind(shape, cursor),
    replace: cursor.replace,
    goesOn: !cursor.colon,
  }));
}

/** Entries for a list whose first dash is still to be typed: the keys of an item, else what `valuesOf` offers for one. */
export function listEntries(item: Shape, cursor: Cursor, valuesOf: (item: Shape) => Candidate[]): Candidate[] {
  const entries = item.properties
    ? keyCandidates(item, { ...cursor, on: 'item', column: cursor.column + 2 })
    : valuesOf(item);
  return entries.map(entry => ({ ...entry, insert: `- ${entry.insert}` }));
}

/** The first line of a text in Markdown. */
export function firstLine(markdown: string): string {
  return markdown.split('\n')[0] ?? '';
}

/** What follows a key: a space before a value, a new indented line before fields, a dash before entries. */
function behind(shape: Shape, cursor: Cursor): string {
  if (cursor.flow || shape.orText || shape.name === 'personRefs') return ': ';
  const inner = `\n${' '.repeat(cursor.column + 2)}`;
  if (shape.items) return `:${inner}- `;
  return shape.properties ? `:${inner}` : ': ';
}
