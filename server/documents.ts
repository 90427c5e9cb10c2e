import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type PlanFile, readInSteps } from '../plan/check.ts';
import { STANDARD_FORMAT, type TeamFormat } from '../plan/team-format.ts';
import { isRecord } from '../protocol/unknown.ts';
import { bitByBit } from './bit-by-bit.ts';
import { releaseFor } from './compilers.ts';
import { fastReader } from './fast-reader.ts';
import { LinedText, type TextDocument } from './text.ts';

/** A document that the client has open, at one version. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  /** The text of this version, with its lines. */
  readonly text: TextDocument;
  /** The text, read. */
  readonly file: PlanFile;
}

/** Texts change in place. While one is still this version, its lines need not be counted again; a class, since V8 would keep what a getter of each object sees. */
class Read implements OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly file: PlanFile;
  readonly team: TeamFormat;
  private readonly live: LinedText;
  private own: TextDocument | undefined;

  constructor(live: LinedText, version: number, file: PlanFile, team: TeamFormat) {
    this.live = live;
    this.uri = live.uri;
    this.version = version;
    this.file = file;
    this.team = team;
  }

  get text(): TextDocument {
    if (!this.own && this.live.version === this.version) return this.live;
    this.own ??= new LinedText(this.uri, this.live.languageId, this.version, this.file.text);
    return this.own;
  }
}

/** Texts up to this many characters are read in no time that anybody would notice. */
const SMALL = 100_000;

/** The open documents. Each version that somebody asks for is read once, with the help of the last one that was. */
export class Documents {
  private readonly texts = new Map<string, LinedText>();
  private readonly known = new Map<string, Read>();
  private readonly busy = new Map<string, Promise<unknown>>();
  private readonly costs = new Map<string, number>();
  private readonly asked = new WeakMap<object, TextDocument>();

  /** A document was opened. */
  open(uri: string, languageId: string, version: number, text: string): void {
    this.texts.set(uri, new LinedText(uri, languageId, version, text));
  }

  /** A document was edited: the changes one after the other, as the protocol has them. */
  change(uri: string, changes: TextDocumentContentChangeEvent[], version: number): void {
    this.texts.get(uri)?.change(changes, version);
  }

  /** What was asked for behind a key is answered: there is time to put the text together. */
  settle(uri: string): void {
    this.texts.get(uri)?.settle();
  }

  /** A document was closed: what is known of it is forgotten. */
  close(uri: string): void {
    this.texts.delete(uri);
    this.known.delete(uri);
    this.costs.delete(uri);
  }

  /** The open documents. */
  uris(): IterableIterator<string> {
    return this.texts.keys();
  }

  /** The version of an open document; undefined for any other. */
  version(uri: string): number | undefined {
    return this.texts.get(uri)?.version;
  }

  /** How long the last edit took to be read, checked and told, in milliseconds; undefined before the first: a first reading, of everything, tells nothing of edits. */
  cost(uri: string): number | undefined {
    return this.costs.get(uri);
  }

  /** Notes how long the checking or telling of a version took, beside its reading. */
  took(uri: string, ms: number): void {
    const reading = this.costs.get(uri);
    if (reading !== undefined) this.costs.set(uri, reading + ms);
  }

  /** The text as it is now, unread: for what must not wait. */
  text(uri: string): TextDocument | undefined {
    return this.texts.get(uri);
  }

  /**
   * The text that a request is about, unread: as it was when this was first asked, which is when the request comes in. Its positions mean that text, and so
   * do those of the answer, however much is typed until there is one.
   */
  textFor(request: unknown): TextDocument | undefined {
    if (!isRecord(request) || !isRecord(request.textDocument)) return undefined;
    const { uri } = request.textDocument;
    const text = this.asked.get(request) ?? (typeof uri === 'string' ? this.texts.get(uri)?.still() : undefined);
    if (text) this.asked.set(request, text);
    return text;
  }

  /** The document at its newest version, read with the words and fields of its team. A long text is read bit by bit, and others come in between. */
  async read(uri: string, team = STANDARD_FORMAT): Promise<OpenDocument | undefined> {
    for (;;) {
      const text = this.texts.get(uri);
      if (!text) return undefined;
      const known = this.known.get(uri);
      if (known?.version === text.version && known.team === team) return known;
      const busy = this.busy.get(uri);
      // What is being read now is soon a help for the newest version.
      if (!busy)
        this.busy.set(
          uri,
          this.readNow(text, team, known).finally(() => this.busy.delete(uri)),
        );
      await this.busy.get(uri);
    }
  }

  /** The document as it was last read, which may be a version behind. One that never was is read now if it is small. */
  async latestRead(uri: string): Promise<OpenDocument | undefined> {
    const known = this.known.get(uri);
    if (known || (this.texts.get(uri)?.getText().length ?? 0) > SMALL) return known;
    return this.read(uri);
  }

  private async readNow(text: LinedText, team: TeamFormat, before: Read | undefined): Promise<void> {
    const { uri, version } = text;
    const content = text.getText();
    if (!before) releaseFor(content.length);
    // A text that is opened is mostly sound. From the first key on the other reader is asked, which recovers: so it has run often when it is needed.
    const readSound = before ? undefined : await fastReader();
    const edited = before && text.editedSince(before.version);
    const { value: file, ms } = await bitByBit(readInSteps(edited ?? content, team, before?.file, readSound));
    if (this.texts.get(uri) !== text) return;
    if (before) this.costs.set(uri, ms);
    this.known.set(uri, new Read(text, version, file, team));
  }
}
