import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { distance } from 'fastest-levenshtein';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  CompletionList,
  DocumentHighlight,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
  SelectionRange,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readPlanFile } from '../../plan/check.ts';
import { LspClient } from '../support/lsp.ts';

/** Plans and agendas; with line ends of two characters, which the tests in memory leave to this one. */
const EXAMPLES = globSync(['examples/*.{success-plan,qbr}.yaml', 'test/fixtures/template.*.yaml']).sort();
/** Completion answers with whole lists; what they hold is tried at every offset in memory. */
const COMPLETION_STRIDE = 5;
/** Words for people in the examples' agendas. */
const ROLES: ReadonlySet<string> = new Set(['executive_sponsor', 'day_to_day_contact', 'csm', 'account_executive']);
/** Letters by which a misspelt name may differ. */
const SLIP = 3;

let client: LspClient;

beforeAll(async () => {
  ({ client } = await LspClient.start({ textDocument: { completion: { completionItem: { snippetSupport: true } } } }));
});

afterAll(async () => {
  expect(client.faults).toEqual([]);
  await client.stop();
});

/** An example as the server has it open, and what it is asked about it. */
class Opened {
  readonly document: TextDocument;
  private constructor(document: TextDocument) {
    this.document = document;
  }

  /** Opens a file with another text than it has on disk. */
  static async of(file: string, text: string): Promise<Opened> {
    const uri = pathToFileURL(path.resolve(file)).href;
    await client.open(uri, text);
    return new Opened(TextDocument.create(uri, 'success-plan', 1, text));
  }

  ask<R>(method: string, position: Position, more: object = {}): Promise<R> {
    return client.request(`textDocument/${method}`, { textDocument: { uri: this.document.uri }, position, ...more });
  }

  /** The words at a place of this or another file, as one line in small letters. */
  said({ uri, range }: Location): string {
    if (uri === this.document.uri) return spoken(this.document.getText(range));
    return spoken(TextDocument.create(uri, 'success-plan', 1, readFileSync(new URL(uri), 'utf8')).getText(range));
  }

  /** Whether a place is of this file and holds a position. */
  holds({ uri, range }: Location, position: Position): boolean {
    return uri === this.document.uri && holds(range, position);
  }

  close(): Promise<void> {
    return client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.document.uri } });
  }
}

function spoken(words: string): string {
  return words
    .replaceAll(/["'\\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  const behindStart = line > start.line || (line === start.line && character >= start.character);
  return behindStart && (line < end.line || (line === end.line && character <= end.character));
}

function within(inner: Range, outer: Range): boolean {
  return holds(outer, inner.start) && holds(outer, inner.end);
}

function placesOf(found: Location | readonly (Location | LocationLink)[] | null): Location[] {
  const all = found === null ? [] : 'uri' in found ? [found] : found;
  return all.map(one => ('uri' in one ? one : { uri: one.targetUri, range: one.targetSelectionRange }));
}

/** Whether words say a name: all of it, a part of it, with a slip of the pen, or as agendas do, by the person's role. */
function says(words: string, name: string): boolean {
  return name.includes(words) || words.includes(name) || distance(words, name) <= SLIP || ROLES.has(words);
}

/** What is wrong with the answers at one position; a name under the cursor is kept in `names`. */
async function wrongAt(opened: Opened, position: Position, names: Map<string, Position>): Promise<string[]> {
  const [hover, definition, references, highlights, renaming] = await Promise.all([
    opened.ask<Hover | null>('hover', position),
    opened.ask<Location | LocationLink[] | null>('definition', position),
    opened.ask<Location[] | null>('references', position, { context: { includeDeclaration: true } }),
    opened.ask<DocumentHighlight[] | null>('documentHighlight', position),
    // A place without a name is refused with a reason.
    opened.ask<{ range: Range; placeholder: string } | null>('prepareRename', position).catch(() => null),
  ]);
  const wrong: string[] = [];
  const check = (fine: boolean, what: string) => {
    if (!fine) wrong.push(`${position.line + 1}:${position.character + 1} ${what}`);
  };
  if (hover) {
    check(hover.range !== undefined && holds(hover.range, position), 'hover is about another place');
    check(JSON.stringify(hover.contents).length > 25, 'hover says nothing');
  }
  const marked = (highlights ?? []).map(({ range }) => range);
  const mentions = placesOf(references);
  if (marked.length > 0)
    check(
      marked.some(range => holds(range, position)),
      'highlights miss the place itself',
    );
  if (mentions.length > 0)
    check(
      mentions.some(one => opened.holds(one, position)),
      'references miss the place itself',
    );
  if (!renaming) return wrong;
  const { range, placeholder } = renaming;
  check(holds(range, position), 'rename is about another place');
  check(mentions.length > 0, 'a name without references');
  const name = spoken(placeholder);
  const others = (places: readonly Location[]) =>
    places.map(one => opened.said(one)).filter(words => !says(words, name));
  check(others(mentions).length === 0, `references of ${name} say ${others(mentions)}`);
  const targets = placesOf(definition);
  check(targets.length > 0 && others(targets).length === 0, `definition of ${name} says ${others(targets)}`);
  names.set(JSON.stringify([name, targets]), position);
  return wrong;
}

/** Renames what is at a position: what is wrong with the text that comes of it. */
async function wrongRenamed(opened: Opened, position: Position): Promise<string[]> {
  const { document } = opened;
  const { placeholder } = await opened.ask<{ placeholder: string }>('prepareRename', position);
  const newName = /^\S+$/.test(placeholder) ? `${placeholder}9` : `${placeholder} Okafor`;
  const answer = await opened.ask<WorkspaceEdit>('rename', position, { newName });
  const edits = editsOf(answer, document.uri);
  const found = await opened.ask<Location[]>('references', position, { context: { includeDeclaration: true } });
  const references = found.filter(({ uri }) => uri === document.uri).map(({ range }) => range);
  const wrong: string[] = [];
  const stray = edits.filter(({ range }) => !references.some(one => within(range, one) || within(one, range)));
  if (stray.length > 0) wrong.push(`renaming ${placeholder} changes ${stray.map(one => document.getText(one.range))}`);
  const renamed = TextDocument.applyEdits(document, edits);
  if (/(?<!\r)\n/.test(renamed)) wrong.push(`renaming ${placeholder} leaves a line end of one character`);
  if (problemsIn(renamed) > problemsIn(document.getText())) wrong.push(`renaming ${placeholder} cannot be read`);
  if (edits.length === 0) wrong.push(`renaming ${placeholder} changes nothing`);
  return wrong;
}

/** The edits of one document. */
function editsOf({ changes, documentChanges }: WorkspaceEdit, uri: string): TextEdit[] {
  const all = [...(changes?.[uri] ?? [])];
  for (const change of documentChanges ?? []) {
    if ('edits' in change && change.textDocument.uri === uri) {
      all.push(...change.edits.filter((edit): edit is TextEdit => 'newText' in edit));
    }
  }
  return all;
}

function problemsIn(text: string): number {
  return readPlanFile(text).source.documents.reduce((sum, { problems }) => sum + problems.length, 0);
}

/** What is wrong with where the suggestions at a position go. */
async function misplaced(opened: Opened, position: Position): Promise<string[]> {
  const { items } = await opened.ask<CompletionList>('completion', position);
  return items.flatMap(({ label, textEdit }) => {
    const range = textEdit && ('range' in textEdit ? textEdit.range : textEdit.replace);
    const isHere = range !== undefined && holds(range, position) && range.start.line === range.end.line;
    const hasLineEnds = !/(?<!\r)\n/.test(textEdit?.newText ?? '');
    return isHere && hasLineEnds ? [] : [`${position.line + 1}:${position.character + 1} “${label}”`];
  });
}

it.each(EXAMPLES)('%s, at every position, with line ends of two characters', { timeout: 120_000 }, async file => {
  const text = readFileSync(file, 'utf8').replaceAll(/\r?\n/g, '\r\n');
  const opened = await Opened.of(file, text);
  const wrong: string[] = [];
  const names = new Map<string, Position>();
  for (const line of text.split('\r\n').keys()) {
    const start = opened.document.offsetAt({ line, character: 0 });
    const length = text.indexOf('\r\n', start) < 0 ? text.length - start : text.indexOf('\r\n', start) - start;
    const positions = Array.from({ length: length + 1 }, (_, character) => ({ line, character }));
    const answers = await Promise.all([
      ...positions.map(position => wrongAt(opened, position, names)),
      ...positions
        .filter(({ character }) => character === length || (line + character) % COMPLETION_STRIDE === 0)
        .map(position => misplaced(opened, position)),
    ]);
    wrong.push(...answers.flat(), ...(await unnested(opened, positions)));
  }
  for (const position of names.values()) wrong.push(...(await wrongRenamed(opened, position)));
  await opened.close();
  expect(wrong.slice(0, 8).join('\n')).toBe('');
  // The template's agenda names roles alone, and no plan.
  expect(names.size).toBeGreaterThan(file.includes('.qbr.') ? -1 : 5);
});

/** What is wrong with the selections that grow from positions: each holds the one before, the first the position. */
async function unnested({ document }: Opened, positions: readonly Position[]): Promise<string[]> {
  const textDocument = { uri: document.uri };
  const grown: SelectionRange[] = await client.request('textDocument/selectionRange', { textDocument, positions });
  return positions.flatMap((position, index) => {
    let here = grown[index];
    let inner: Range = { start: position, end: position };
    for (; here; here = here.parent) {
      if (!within(inner, here.range)) return [`${position.line + 1}:${position.character + 1} selection does not grow`];
      inner = here.range;
    }
    return [];
  });
}
