import { readFileSync } from 'node:fs';
import type {
  CompletionItem,
  CompletionList,
  InitializeResult,
  TextDocumentContentChangeEvent,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LspClient } from '../lsp.ts';
import { readSnippet } from './snippet.ts';

/** An open place to fill in. Places with one number are filled in together. */
interface OpenStop {
  readonly number: number;
  spans: { start: number; end: number }[];
  readonly choices: readonly string[];
}

interface Span {
  start: number;
  end: number;
}

interface EnterRule {
  readonly beforeText: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

const INDENT = '  ';
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };
const LANGUAGE: { onEnterRules: EnterRule[]; autoCloseBefore: string } = JSON.parse(
  readFileSync(new URL('../../../language/language-configuration.json', import.meta.url), 'utf8'),
);
const ENTER_RULES = LANGUAGE.onEnterRules.map(({ beforeText, action }) => ({ before: new RegExp(beforeText), action }));

/**
 * An editor with one document, as far as typing goes: brackets and quotes that close themselves, the indentation that
 * the language's own rules give a new line, tab stops, and every change told to the server as it happens.
 */
export class Editor {
  text = '';
  cursor = 0;
  /** Keys that were pressed. */
  keys = 0;
  /** Suggestions that reached out of the open place they were taken in: an editor then forgets all open places. */
  readonly strayed: string[] = [];
  version = 1;
  readonly uri: string;
  private readonly client: LspClient;
  private readonly eol: string;
  private readonly formatsOn: readonly string[];
  /** Open tab stops, those of the innermost snippet last. */
  private readonly sessions: OpenStop[][] = [];
  /** Brackets and quotes that closed themselves, and are overtyped. */
  private closers: number[] = [];

  private constructor(client: LspClient, uri: string, eol: string, formatsOn: readonly string[]) {
    this.client = client;
    this.uri = uri;
    this.eol = eol;
    this.formatsOn = formatsOn;
  }

  /** Opens an empty document. `eol` ends its lines. */
  static async open(client: LspClient, uri: string, initialized: InitializeResult, eol = '\n'): Promise<Editor> {
    const onType = initialized.capabilities.documentOnTypeFormattingProvider;
    const formatsOn = onType ? [onType.firstTriggerCharacter, ...(onType.moreTriggerCharacter ?? [])] : [];
    const editor = new Editor(client, uri, eol, formatsOn);
    await client.open(uri, '');
    return editor;
  }

  /** The text of the cursor's line on both sides of it. */
  get line(): { readonly before: string; readonly behind: string } {
    const start = this.text.lastIndexOf('\n', this.cursor - 1) + 1;
    const next = this.text.indexOf('\n', this.cursor);
    const end = next < 0 ? this.text.length : next - (this.eol.length - 1);
    return { before: this.text.slice(start, this.cursor), behind: this.text.slice(this.cursor, end) };
  }

  /** The tab stop that is to be filled in now: the text that stands in it, selected, and the words to choose from. */
  get stop(): { readonly text: string; readonly choices: readonly string[]; readonly last: boolean } | undefined {
    const session = this.sessions.at(-1);
    const stop = session?.[0];
    const span = stop?.spans[0];
    if (!session || !stop || !span) return undefined;
    return { text: this.text.slice(span.start, span.end), choices: stop.choices, last: stop.number === 0 };
  }

  /** Presses keys one after another. */
  async type(text: string): Promise<void> {
    for (const char of text) await this.press(char);
  }

  /** Presses one key that writes a character. */
  async press(char: string): Promise<void> {
    this.keys += 1;
    const next = this.text.charAt(this.cursor);
    if (this.closers.at(-1) === this.cursor && next === char) {
      this.closers.pop();
      this.cursor += 1;
      return;
    }
    const closing = CLOSING[char];
    const before = this.text.charAt(this.cursor - 1);
    const closes =
      closing !== undefined &&
      (next === '' || LANGUAGE.autoCloseBefore.includes(next) || next === '\r') &&
      (closing !== char || !/[\w"']/.test(before));
    await this.replace(this.cursor, this.cursor, char + (closes ? closing : ''));
    if (closes) this.closers.push(--this.cursor);
    await this.formatBehind(char);
  }

  /** Enter, with the indentation and the dash that the language's rules put on the new line. */
  async enter(): Promise<void> {
    this.keys += 1;
    const { before } = this.line;
    const indentation = /^\s*/.exec(before)?.[0] ?? '';
    const rule = ENTER_RULES.find(one => one.before.test(before));
    const deeper = rule?.action.indent === 'indent' ? INDENT : '';
    await this.replace(this.cursor, this.cursor, this.eol + indentation + deeper + (rule?.action.appendText ?? ''));
    await this.formatBehind('\n');
  }

  /** Backspace: in the indentation back to the stop before, else one character. */
  async backspace(): Promise<void> {
    this.keys += 1;
    const { before } = this.line;
    const blanks = /^ +$/.test(before) ? before.length % INDENT.length || INDENT.length : 1;
    await this.replace(this.cursor - blanks, this.cursor, '');
  }

  /** Brings the line left of the cursor to `wanted`, by Backspace and keys. */
  async lineStart(wanted: string): Promise<void> {
    while (!wanted.startsWith(this.line.before)) await this.backspace();
    const left = wanted.slice(this.line.before.length);
    for (const piece of left.match(/ {2}|./g) ?? []) {
      this.keys += 1;
      await this.replace(this.cursor, this.cursor, piece);
    }
  }

  /** Moves the cursor; leaves the tab stops, as a click does. */
  goTo(offset: number): void {
    this.sessions.length = 0;
    this.closers = [];
    this.keys += 1;
    this.cursor = offset;
  }

  /** Takes away what stands in the current tab stop, as the first key typed over it does. */
  async clearStop(): Promise<void> {
    const span = this.sessions.at(-1)?.[0]?.spans[0];
    if (span && span.end > span.start) await this.replace(span.start, span.end, '');
  }

  /** Tab: on to the next tab stop, or out of the snippet behind its last one. */
  async tab(): Promise<void> {
    this.keys += 1;
    const session = this.sessions.at(-1);
    const left = session?.shift();
    if (left) await this.mirror(left);
    if (session?.length === 0) this.sessions.pop();
    this.select();
  }

  /** Forgets the tab stops, as Escape does. */
  escape(): void {
    this.keys += 1;
    this.sessions.length = 0;
  }

  /** What the server offers at the cursor. Rejects if it answers with an error. */
  async offered(): Promise<CompletionItem[]> {
    const answer: CompletionList | CompletionItem[] | null = await this.client.request('textDocument/completion', {
      textDocument: { uri: this.uri },
      position: this.document().positionAt(this.cursor),
    });
    if (answer === null || Array.isArray(answer)) return answer ?? [];
    const { editRange } = answer.itemDefaults ?? {};
    const range = editRange && ('insert' in editRange ? editRange.replace : editRange);
    return answer.items.map(item =>
      range && !item.textEdit ? { ...item, textEdit: { range, newText: item.textEditText ?? item.label } } : item,
    );
  }

  /** Takes an item of the list: the rest of the word goes, the item's text comes, and its tab stops open. */
  async accept(item: CompletionItem): Promise<void> {
    this.keys += 1;
    const resolved: CompletionItem = await this.client.request('completionItem/resolve', item);
    const edit = resolved.textEdit;
    if (!edit) throw new Error(`“${item.label}” does not say what it replaces`);
    const document = this.document();
    const range = 'replace' in edit ? edit.replace : edit.range;
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    if (start > this.cursor || end < this.cursor)
      throw new Error(`“${item.label}” replaces a place without the cursor`);
    const further = resolved.additionalTextEdits ?? [];
    const inside = this.sessions.at(-1)?.[0]?.spans.some(span => span.start <= start && end <= span.end) ?? true;
    if (!inside) {
      this.strayed.push(item.label);
      this.sessions.length = 0;
    }
    if (item.insertTextFormat === 2) {
      const indented = resolved.insertTextMode === 2 ? this.indented(edit.newText, start) : edit.newText;
      const { text, stops } = readSnippet(indented.replaceAll('\r\n', '\n'));
      const lines = this.eol.length - 1;
      const behind = (offset: number) => start + offset + lines * (text.slice(0, offset).split('\n').length - 1);
      await this.replace(start, end, text);
      const numbers = [...new Set(stops.map(({ number }) => number))];
      const session = numbers.map(number => {
        const same = stops.filter(stop => stop.number === number);
        return {
          number,
          choices: same[0]?.choices ?? [],
          spans: same.map(stop => ({ start: behind(stop.start), end: behind(stop.end) })),
        };
      });
      if (session.length > 0) this.sessions.push(session);
      this.select();
    } else {
      await this.replace(start, end, edit.newText);
    }
    for (const other of further) await this.apply(other);
  }

  /** Tells the server of a change and makes it, in the document's line ends; the cursor stands behind what was inserted if it stood there. */
  async replace(start: number, end: number, inserted: string): Promise<void> {
    const document = this.document();
    const newText = inserted.replaceAll(/\r?\n/g, this.eol);
    const change: TextDocumentContentChangeEvent = {
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      text: newText,
    };
    this.text = this.text.slice(0, start) + newText + this.text.slice(end);
    const by = newText.length - (end - start);
    const current = this.sessions.at(-1)?.[0];
    for (const session of this.sessions) {
      for (const stop of session) {
        const grows = stop === current || this.sessions.some(other => other[0] === stop);
        for (const span of stop.spans) move(span, start, end, by, grows);
      }
    }
    this.closers = this.closers.map(at => (at >= end ? at + by : at));
    if (this.cursor >= start) this.cursor = this.cursor <= end ? start + newText.length : this.cursor + by;
    this.version += 1;
    await this.client.change(this.uri, this.version, [change]);
  }

  private async apply({ range, newText }: TextEdit): Promise<void> {
    const document = this.document();
    await this.replace(document.offsetAt(range.start), document.offsetAt(range.end), newText);
  }

  private async formatBehind(char: string): Promise<void> {
    if (!this.formatsOn.includes(char)) return;
    const edits: TextEdit[] | null = await this.client.request('textDocument/onTypeFormatting', {
      textDocument: { uri: this.uri },
      position: this.document().positionAt(this.cursor),
      ch: char,
      options: { tabSize: 2, insertSpaces: true },
    });
    // From the end, so that the places of the others stay what they are.
    for (const edit of (edits ?? []).toReversed()) await this.apply(edit);
  }

  /** Copies what was typed at a stop's first place to its others. */
  private async mirror(stop: OpenStop): Promise<void> {
    const [first, ...others] = stop.spans;
    if (!first) return;
    const written = this.text.slice(first.start, first.end);
    const { cursor } = this;
    for (const span of others.toReversed()) await this.replace(span.start, span.end, written);
    this.cursor = cursor;
  }

  /** The cursor goes to the end of the current tab stop's text. */
  private select(): void {
    const span = this.sessions.at(-1)?.[0]?.spans[0];
    if (span) this.cursor = span.end;
  }

  /** Further lines get the indentation of the line that a snippet is put into. */
  private indented(text: string, at: number): string {
    const start = this.text.lastIndexOf('\n', at - 1) + 1;
    const indentation = /^[ \t]*/.exec(this.text.slice(start, at))?.[0] ?? '';
    return text.replaceAll('\n', `\n${indentation}`);
  }

  private document(): TextDocument {
    return TextDocument.create(this.uri, 'success-plan', this.version, this.text);
  }
}

/** Moves a span by what was changed. One that grows takes in what is typed at its ends. */
function move(span: Span, start: number, end: number, by: number, grows: boolean): void {
  if (grows && start >= span.start && end <= span.end) span.end += by;
  else if (end <= span.start) {
    span.start += by;
    span.end += by;
  }
}
