import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type PlanFile, readPlanFile } from '../plan/check.ts';
import { STANDARD_FORMAT, type TeamFormat } from '../plan/team-format.ts';

/** A document that the client has open, at one version. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: TextDocument;
  /** The text, read. */
  readonly file: PlanFile;
}

/** The open documents. Each version is read once, when somebody first asks. */
export class Documents {
  private readonly texts = new Map<string, TextDocument>();
  private readonly read = new Map<string, OpenDocument & { readonly team: TeamFormat }>();
  private readonly costs = new Map<string, number>();

  open(uri: string, languageId: string, version: number, text: string): void {
    this.texts.set(uri, TextDocument.create(uri, languageId, version, text));
  }

  change(uri: string, changes: TextDocumentContentChangeEvent[], version: number): void {
    const text = this.texts.get(uri);
    if (text) this.texts.set(uri, TextDocument.update(text, changes, version));
  }

  close(uri: string): void {
    this.texts.delete(uri);
    this.read.delete(uri);
    this.costs.delete(uri);
  }

  uris(): IterableIterator<string> {
    return this.texts.keys();
  }

  version(uri: string): number | undefined {
    return this.texts.get(uri)?.version;
  }

  /** How long the last reading of a document took, in milliseconds. */
  cost(uri: string): number | undefined {
    return this.costs.get(uri);
  }

  /** The text as it is now, unread: for what must not wait. */
  text(uri: string): TextDocument | undefined {
    return this.texts.get(uri);
  }

  /** The document at its newest version, read with the words and fields of its team. */
  get(uri: string, team = STANDARD_FORMAT): OpenDocument | undefined {
    const text = this.texts.get(uri);
    if (!text) return undefined;
    const known = this.read.get(uri);
    if (known?.version === text.version && known.team === team) return known;
    const started = performance.now();
    const fresh = {
      uri,
      version: text.version,
      text: snapshot(text),
      file: readPlanFile(text.getText(), team),
      team,
    };
    this.costs.set(uri, performance.now() - started);
    this.read.set(uri, fresh);
    return fresh;
  }

  /** The document as it was last read, which may be a version behind; it is read now if it never was. */
  latestRead(uri: string): OpenDocument | undefined {
    return this.read.get(uri) ?? this.get(uri);
  }
}

/** `TextDocument.update` changes its argument in place; positions of a version must not move under an answer. */
function snapshot(text: TextDocument): TextDocument {
  return TextDocument.create(text.uri, text.languageId, text.version, text.getText());
}
