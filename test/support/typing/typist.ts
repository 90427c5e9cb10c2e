import type { CompletionItem } from 'vscode-languageserver-protocol';
import type { Editor } from './editor.ts';
import { placeAt, spotOf } from './place.ts';
import {
  at,
  firstGap,
  firstSurplus,
  type Gap,
  isList,
  isMapping,
  isText,
  type Path,
  read,
  type Scalar,
  type Wanted,
} from './wanted.ts';

/** How somebody works with suggestions: takes them after a few letters, types words out first, or takes none. */
export type Habit = 'quick' | 'slow' | 'never';

/** A place that was left to be desired. */
export interface Complaint {
  readonly what: string;
  readonly where: string;
}

/** Above this the typist would go round in circles. */
const STEPS = 500;
/** Letters of running text after which nobody looks at suggestions any more. */
const LOOKS = 3;

/**
 * Somebody who writes a known plan into an empty editor: fills in the tab stops that open, then goes to the first thing
 * that is missing and types it, asking for suggestions at every boundary and with every letter of a word.
 */
export class Typist {
  readonly complaints: Complaint[] = [];
  /** Labels of suggestions that were taken. */
  readonly taken: string[] = [];
  /** Lines that a suggestion brought and that were not wanted. */
  readonly thrownAway: string[] = [];
  asked = 0;
  private readonly editor: Editor;
  private readonly wanted: Wanted;
  private readonly habit: Habit;

  constructor(editor: Editor, wanted: Wanted, habit: Habit) {
    this.editor = editor;
    this.wanted = wanted;
    this.habit = habit;
  }

  /** Writes all of it. Throws where there is no way on, or an answer is an error. */
  async write(): Promise<void> {
    for (let step = 0; step < STEPS; step++) {
      if (this.editor.stop) {
        await this.fillStop();
        continue;
      }
      const current = read(this.editor.text);
      const gap = firstGap(this.wanted, current) ?? firstSurplus(this.wanted, current);
      if (!gap) return;
      const before = this.editor.text;
      await this.close(gap);
      if (this.editor.text === before)
        throw new Error(`nothing came of it: ${gap.kind} ${gap.path.join('.')}\n${before}`);
    }
    throw new Error(`going round in circles:\n${this.editor.text}`);
  }

  /** Fills in the current tab stop with what belongs there, and goes on to the next. */
  private async fillStop(): Promise<void> {
    const { editor } = this;
    const { stop } = editor;
    const place = placeAt(editor.text, editor.cursor);
    const wanted = place && at(this.wanted, place.path);
    if (stop && place && isText(wanted)) {
      if (stop.text !== wanted.value && stop.choices.includes(wanted.value)) {
        this.taken.push(wanted.value);
        await editor.clearStop();
        await editor.replace(editor.cursor, editor.cursor, wanted.value);
      } else if (stop.text !== wanted.value) {
        await editor.clearStop();
        await this.typeValue(wanted, place.path);
      }
    } else if (place && wanted !== undefined) {
      await editor.clearStop();
      await this.fillPlace(place.on, place.path);
    }
    // What was taken may have opened stops of its own.
    if (editor.stop) await editor.tab();
  }

  /** Types what belongs at the cursor, as far as it goes without leaving the line. */
  private async fillPlace(on: 'key' | 'value', path: Path): Promise<void> {
    const wanted = at(this.wanted, path);
    if (isText(wanted)) return this.typeValue(wanted, path);
    if (on === 'value' && isList(wanted) && wanted.every(isText) && this.editor.line.before.endsWith(': ')) {
      return this.typeFlow(wanted, path);
    }
    if (isList(wanted) && on === 'key') {
      await this.dash();
      return this.fillPlace('key', [...path, 0]);
    }
    if (!isMapping(wanted) || on === 'value') return;
    const current = at(read(this.editor.text), path);
    const key = [...wanted.keys()].find(name => at(current, [name]) === undefined);
    if (key !== undefined) await this.typeKey([...path, key]);
  }

  /** Goes to a gap and types what is missing. */
  private async close(gap: Gap): Promise<void> {
    const list = gap.path.slice(0, -1);
    if (gap.kind !== 'key' && typeof gap.path.at(-1) === 'number' && this.isFlow(list)) return this.rewrite(list);
    if (gap.kind === 'surplus') return this.remove(gap.path);
    if (gap.kind === 'value') return this.rewrite(gap.path);
    if (gap.kind === 'key') {
      const column = await this.newLine(gap.path);
      await this.editor.lineStart(' '.repeat(column));
      return this.typeKey(gap.path);
    }
    await this.newItem(gap.path, gap.wanted);
  }

  /** A new line below everything that comes before the key or entry at a path. Returns the column it belongs in. */
  private async newLine(path: Path): Promise<number> {
    const { editor } = this;
    const parent = path.slice(0, -1);
    const last = path.at(-1);
    const owner = at(read(editor.text), parent);
    const siblings: readonly (string | number)[] = isMapping(owner)
      ? [...owner.keys()]
      : isList(owner)
        ? [...owner.keys()]
        : [];
    if (siblings.length === 0) {
      if (parent.length === 0) return 0;
      const { start, end } = spotOf(editor.text, parent);
      editor.goTo(lineEnd(editor.text, end));
      while (/\s$/.test(editor.line.before)) await editor.backspace();
      const dash = isDashed(editor.text, end) ? 0 : 2;
      await editor.enter();
      await this.look();
      return columnOf(editor.text, start) + dash;
    }
    const order = at(this.wanted, parent);
    const keys = isMapping(order) ? [...order.keys()] : [];
    const earlier = new Set<string | number>(isMapping(order) ? keys.slice(0, keys.indexOf(String(last))) : siblings);
    const above = siblings.findLast(name => earlier.has(name)) ?? siblings.at(-1) ?? 0;
    const spot = spotOf(editor.text, [...parent, above]);
    editor.goTo(lineEnd(editor.text, spot.end));
    await editor.enter();
    await this.look();
    const dashes = isList(owner) ? editor.text.lastIndexOf('-', spot.start) : spot.start;
    return columnOf(editor.text, dashes);
  }

  private async newItem(path: Path, wanted: Wanted): Promise<void> {
    const { editor } = this;
    const column = await this.newLine(path);
    await editor.lineStart(' '.repeat(column));
    await this.suggestions(undefined, 'where an entry goes');
    await editor.lineStart(' '.repeat(column));
    await this.dash();
    await this.fillPlace(isText(wanted) ? 'value' : 'key', path);
  }

  private async dash(): Promise<void> {
    await this.editor.type('-');
    await this.look();
    await this.editor.type(' ');
  }

  /** Types the key at the end of a path, and what comes behind it if it fits there. */
  private async typeKey(path: Path): Promise<void> {
    const { editor } = this;
    const key = String(path.at(-1));
    const item = await this.word(key, key, 'a key');
    if (item) {
      if (editor.stop) return;
    } else await editor.type(':');
    const wanted = at(this.wanted, path);
    const { before } = editor.line;
    const written = at(read(editor.text), path);
    // A suggestion may bring a key's value along.
    if (isText(written) && written.value !== '') return;
    if (before.endsWith(`${key}:`) && !(isMapping(wanted) || (isList(wanted) && !wanted.every(isText))))
      await editor.type(' ');
    else if (before.endsWith(key)) await editor.type(': ');
    const place = placeAt(editor.text, editor.cursor);
    if (place) await this.fillPlace(place.on, place.path);
  }

  /** Types a scalar: by a suggestion where there is one, else letter by letter. */
  private async typeValue(wanted: Scalar, path: Path): Promise<void> {
    const quoted = /["']$/.test(this.editor.line.before);
    await this.word(wanted.value, quoted ? wanted.value : wanted.raw, `a value of ${path.join('.')}`);
  }

  /** Types a list in brackets. */
  private async typeFlow(wanted: readonly Wanted[], path: Path): Promise<void> {
    const { editor } = this;
    await this.suggestions(undefined, `the list ${path.join('.')}`);
    await editor.press('[');
    for (const [index, one] of wanted.entries()) {
      if (index > 0) await editor.type(', ');
      if (isText(one)) await this.typeValue(one, [...path, index]);
    }
    await editor.press(']');
  }

  /**
   * Types a word that ends up as `value`: up to the letter at which the habit takes the suggestion. Returns what was
   * taken. Complains where nothing is offered though something may stand, and where a key is not offered.
   */
  private async word(value: string, raw: string, what: string): Promise<CompletionItem | undefined> {
    const { editor } = this;
    const begun = editor.cursor;
    const isKey = what === 'a key';
    const first = await this.suggestions(isKey ? value : undefined, what);
    let item = first.find(one => puts(one, value));
    const patience = this.habit === 'quick' ? (this.taken.length * 7 + value.length) % 4 : value.length;
    for (const [index, letter] of [...raw].entries()) {
      if (item && this.habit !== 'never' && index >= Math.min(patience, value.length)) break;
      const before = editor.text;
      await editor.press(letter);
      // Behind the closing quote nothing is to be said any more.
      if (index > 0 && index === raw.length - 1 && /["']/.test(letter)) break;
      const known = item !== undefined || isKey;
      if (known || index < LOOKS) {
        const list = known ? await this.suggestions(value, what) : await this.look();
        item = known ? (list.find(one => puts(one, value)) ?? undefined) : item;
      }
      if (editor.text === before && editor.cursor === begun) throw new Error(`the key ${letter} does nothing`);
    }
    if (!item || this.habit === 'never') return undefined;
    this.taken.push(value);
    const strayed = editor.strayed.length;
    await editor.accept(item);
    if (editor.strayed.length > strayed) this.complain(`taking “${item.label}” leaves the open places`);
    return item;
  }

  /** Asks where something must be offered; complains if it is not. */
  private async suggestions(wanted: string | undefined, what: string): Promise<readonly CompletionItem[]> {
    const list = await this.look();
    if (list.length === 0) this.complain(`nothing is offered for ${what}`);
    else if (wanted !== undefined && !list.some(item => puts(item, wanted))) {
      this.complain(`“${wanted}” is not offered for ${what}, but ${list.slice(0, 4).map(({ label }) => label)}`);
    }
    return list;
  }

  private async look(): Promise<readonly CompletionItem[]> {
    this.asked += 1;
    return this.editor.offered();
  }

  private complain(what: string): void {
    const { text, cursor } = this.editor;
    const from = text.lastIndexOf('\n', text.lastIndexOf('\n', text.lastIndexOf('\n', cursor - 1) - 1) - 1) + 1;
    this.complaints.push({ what, where: `${text.slice(from, cursor)}<|>${text.slice(cursor).split('\n')[0]}` });
  }

  /** Whether a list of texts stands in brackets. */
  private isFlow(path: Path): boolean {
    const current = at(read(this.editor.text), path);
    if (!isList(current) || current.length === 0) return false;
    return this.editor.text.charAt(spotOf(this.editor.text, path).value) === '[';
  }

  /** Types over a value that is not the wanted one. */
  private async rewrite(path: Path): Promise<void> {
    const { editor } = this;
    const { value, end } = spotOf(editor.text, path);
    editor.goTo(end);
    await editor.replace(value, end, '');
    if (editor.line.behind.trim() === '') editor.goTo(lineEnd(editor.text, editor.cursor));
    if (editor.line.before.endsWith(':')) await editor.type(' ');
    await this.fillPlace('value', path);
  }

  /** Deletes the lines of a key or entry. */
  private async remove(path: Path): Promise<void> {
    const { editor } = this;
    const { start, end } = spotOf(editor.text, path);
    const from = editor.text.lastIndexOf('\n', start - 1) + 1;
    const next = editor.text.indexOf('\n', end);
    const to = next < 0 ? editor.text.length : next + 1;
    this.thrownAway.push(editor.text.slice(from, to));
    editor.goTo(to);
    await editor.replace(from, to, '');
  }
}

/** Whether taking an item writes a word, as its name or in quotes. */
function puts(item: CompletionItem, word: string): boolean {
  return item.label === word || item.filterText === word;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** True if an entry's dash is the last thing on its line. */
function isDashed(text: string, end: number): boolean {
  const start = text.lastIndexOf('\n', end - 1) + 1;
  return /^[\s-]*-\s*$/.test(text.slice(start, end));
}
