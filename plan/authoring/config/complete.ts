import { fieldPaths, groupPaths } from '../../config/field-paths.ts';
import { configShape, type Shape, shapeAt } from '../../schema/shape.ts';
import { type Cursor, cursorAt } from '../../syntax/cursor.ts';
import { TOP_LEVEL } from '../../team-format.ts';
import { type Candidate, candidate } from '../completion/candidate.ts';
import { firstLine, keyCandidates, listEntries } from '../completion/keys.ts';

/**
 * What may stand at an offset of a configuration, best first: settings, rules and their options, levels, presets, standard
 * words, fields. Works from the lines, as it does for plans. Never throws.
 */
export function completeConfig(text: string, offset: number): Candidate[] {
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  const here = shapeAt(configShape(), cursor.path);
  if (cursor.on === 'value') {
    const shape = here?.properties?.get(cursor.key ?? '') ?? here?.further;
    return shape ? valuesOf(shape, cursor) : [];
  }
  if (here?.properties) return keyCandidates(here, cursor);
  if (here?.further) return [];
  if (here?.items && cursor.on === 'key') return listEntries(here.items, cursor, item => valuesOf(item, cursor));
  return here ? valuesOf(here, cursor) : [];
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
