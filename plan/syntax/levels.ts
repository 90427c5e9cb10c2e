import { indentOf, type Line, lineAt, lineBelow, linesAbove, linesBelow, withoutComment } from './lines.ts';

/** One step of the way to a place: a key or an entry of a list, and where that stands in the text. */
export interface Level {
  readonly step: string | number;
  /** Where its line starts; inside `{ }` and `[ ]` the offset of the bracket. */
  readonly start: number;
  /** Column of the key or of the dash; -1 inside brackets. */
  readonly column: number;
}

/** The way from the top to the mapping or list that a place is in, and the keys of that mapping. */
export interface Surroundings {
  readonly levels: readonly Level[];
  readonly present: ReadonlySet<string>;
}

/**
 * The way to a column of a line. Entries of lists count as the first one: what may stand in them is the same for all.
 */
export function surroundings(text: string, from: Line, column: number): Surroundings {
  const levels: Level[] = [];
  const present = new Set<string>();
  let limit = column;
  /** Column of the dashes of the list whose key is looked for. */
  let list: number | undefined;
  let own = true;
  const enter = ({ start, dashes }: Line) => {
    const dash = dashes.findLast(d => d < limit);
    if (dash === undefined) return;
    levels.unshift({ step: 0, start, column: dash });
    list = limit = dash;
    own = false;
  };
  enter(from);
  for (const line of linesAbove(text, from.start, () => limit)) {
    if (line.key === undefined && line.dashes.length === 0) continue;
    if (line.key !== undefined) {
      if (own && line.content === limit) present.add(line.key);
      // A list's key may stand in the column of its dashes; any other key stands left of what it holds.
      const holds = list === undefined ? line.content < limit : line.content <= list && !line.dashes.includes(list);
      if (holds) {
        levels.unshift({ step: line.key, start: line.start, column: line.content });
        limit = line.content;
        list = undefined;
        own = false;
      }
    }
    if (list === undefined && line.content <= limit) enter(line);
    if (limit === 0 && list === undefined && !own) break;
  }
  for (const line of linesBelow(text, from, column)) {
    if (line.key !== undefined && line.content === column && line.dashes.length === 0) present.add(line.key);
  }
  return { levels, present };
}

/** What stands behind a line's colon, or behind its dashes where it has no key; without anchors, tags and comments. */
export function inline(line: Line): string {
  const rest =
    line.key === undefined ? line.text.slice(line.content) : line.text.slice(line.content).replace(KEY_AND_COLON, '');
  return withoutComment(rest.trim().replace(MARKS, '')).trim();
}

const KEY_AND_COLON = /^(?:(?:"(?:[^"\\]|\\.)*"|'[^']*')\s*|[^:#]*):/;
/** Anchors and tags. */
const MARKS = /^(?:[&!]\S*(?:\s+|$))+/;

/** The field that keys lead to in a mapping that a level opens, as it is written; undefined where there is none, or it is no short text. */
export function fieldBelow(text: string, level: Level | undefined, keys: readonly string[]): string | undefined {
  if (!level || level.column < 0) return undefined;
  const opening = lineAt(text, level.start);
  let line: Line | undefined = opening;
  // Where the dash has a key behind it, the mapping begins on the dash's own line.
  let within = typeof level.step === 'number' && opening.key !== undefined ? opening.content : undefined;
  if (within === undefined) line = lineBelow(text, opening);
  let at = 0;
  let deepest = level.column;
  while (line) {
    const column = line.content;
    if (line !== opening && indentOf(line) <= deepest) return undefined;
    within ??= column;
    if (line.key === keys[at] && column === within && (line === opening || line.dashes.length === 0)) {
      const value = inline(line);
      at++;
      if (at === keys.length) return /^[|>[{*]/.test(value) ? undefined : unquoted(value) || undefined;
      if (value.startsWith('{')) return at === keys.length - 1 ? fieldInBraces(value, keys[at] ?? '') : undefined;
      deepest = column;
      within = undefined;
    }
    line = lineBelow(text, line, within);
  }
  return undefined;
}

function fieldInBraces(flow: string, key: string): string | undefined {
  const match = /[{,]\s*KEY\s*:\s+("(?:[^"\\]|\\.)*"|'[^']*'|[^,}]*)/.source.replace('KEY', key);
  const value = new RegExp(match).exec(flow)?.[1];
  return value && unquoted(value.trim());
}

/** A value on one line without its quotes. */
function unquoted(value: string): string {
  if (value.startsWith("'")) return value.replace(/^'|'$/g, '').replaceAll("''", "'");
  return value.startsWith('"') ? value.replace(/^"|"$/g, '').replaceAll(/\\(["\\])/g, '$1') : value;
}
