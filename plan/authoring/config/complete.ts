import { fieldPaths, groupPaths } from '../../config/field-paths.ts';
import { configShape, type Shape, shapeAt } from '../../schema/shape.ts';
import { type Cursor, cursorAt, entriesBeside } from '../../syntax/cursor.ts';
import { TOP_LEVEL } from '../../team-format.ts';
import { type Candidate, candidate } from '../completion/candidate.ts';
import { examplesOf } from '../completion/examples.ts';
import { firstLine, keyCandidates } from '../completion/keys.ts';

/**
 * What may stand at an offset of a configuration, best first: settings, rules and their options, levels, presets, standard
 * words, fields. Works from the lines, as it does for plans. Never throws.
 */
export function completeConfig(text: string, offset: number): Candidate[] {
  if (text.startsWith('\uFEFF')) {
    const inner = completeConfig(text.slice(1), Math.max(0, offset - 1));
    return inner.map(one => ({ ...one, replace: { start: one.replace.start + 1, end: one.replace.end + 1 } }));
  }
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  const here = shapeAt(configShape(), cursor.path);
  if (cursor.on === 'value') {
    const shape = here?.properties?.get(cursor.key ?? '') ?? here?.further;
    return shape ? orExamples(valuesOf(shape, cursor), shape, false, cursor) : [];
  }
  if (here?.properties) return keyCandidates(here, cursor);
  if (here?.further) return ownKeys(here.further, cursor);
  if (cursor.on === 'key' && here?.items) return listEntries(here, here.items, cursor);
  if (!here) return [];
  const there = entriesBeside(text, offset, cursor);
  const all = orExamples(
    valuesOf(here, cursor),
    shapeAt(configShape(), cursor.path.slice(0, -1)) ?? here,
    true,
    cursor,
  );
  return all.filter(({ label }) => !there.has(label));
}

/** Entries for a list whose dash is still to be typed. */
function listEntries(list: Shape, item: Shape, cursor: Cursor): Candidate[] {
  const behind: Cursor = { ...cursor, on: 'item', column: cursor.column + 2, before: `${cursor.before}- ` };
  return item.properties ? keyCandidates(item, behind) : orExamples(valuesOf(item, behind), list, true, behind);
}

/** Keys that the team names itself: an example of one, with what such a key holds. */
function ownKeys(shape: Shape, cursor: Cursor): Candidate[] {
  const isField = shape.properties?.has('type') === true;
  const label = isField ? 'x-crm-id' : 'on_hold';
  const about = isField
    ? 'a key of your own; it begins with x-'
    : 'a word of your own, and the standard word it counts as';
  const value = isField ? '{ type: text }' : '';
  const insert = `${cursor.before}${label}${cursor.colon ? '' : `: ${value}`}`;
  return [{ ...candidate('text', label, about, cursor), insert, goesOn: !isField && !cursor.colon }];
}

/** What the guidance calls good, where nothing particular is to be chosen from; of a list its entries. */
function orExamples(known: Candidate[], shape: Shape, isEntry: boolean, cursor: Cursor): Candidate[] {
  if (known.length > 0) return known;
  const texts = examplesOf(shape).flatMap(one => {
    const row = /^\[(.*)\]$/.exec(one)?.[1];
    return isEntry && row !== undefined ? row.split(', ').map(entry => entry.replace(/^"|"$/g, '')) : [one];
  });
  return texts.map(text => {
    const example = candidate('text', text, 'for example', cursor);
    // A list in brackets stands as it is.
    return /^[["{]/.test(text) && cursor.quote === '' ? { ...example, insert: cursor.before + text } : example;
  });
}

function valuesOf(shape: Shape, cursor: Cursor): Candidate[] {
  const value = (label: string, detail: string) => candidate('value', label, detail, cursor);
  // One value may stand where a list may.
  const choice = shape.values ? shape : (shape.items ?? shape);
  if (choice.values) return choice.values.map(one => value(one.value, one.meaning));
  if (choice.name === 'fieldPath')
    return [...fieldPaths().values()].map(({ path, shape: field }) => value(path, firstLine(field.description)));
  if (choice.name === 'place')
    return [TOP_LEVEL, ...groupPaths()].map(path =>
      value(path, firstLine(fieldPaths().get(path)?.shape.description ?? 'The top level of a plan or an agenda.')),
    );
  return [];
}
