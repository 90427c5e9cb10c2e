import type { CheckedFile, Tally } from '../report.ts';

/** How a report is to look where it goes. */
export interface Look {
  readonly colour: boolean;
  /** Columns that a line may take; the formats for machines do not ask. */
  readonly columns: number;
}

/** One output being written, piece by piece, so that no more than one file is ever held: `begin`, then each `file`, then `end`. A piece may be ''. */
export interface Writer {
  begin(): string;
  file(file: CheckedFile): string;
  /** The rest of the output, which as a whole is '' where there is nothing to say, else ends with a line end. */
  end(tally: Tally): string;
}

/** An output format. `version` is the program's. */
export type Format = (look: Look, version: string) => Writer;

/**
 * The elements of a JSON array as `JSON.stringify(…, null, 2)` writes them inside a document, one after the other.
 * `depth` is how deep the array's key stands.
 */
export class JsonArray {
  private readonly indent: string;
  private empty = true;

  constructor(depth: number) {
    this.indent = `\n${'  '.repeat(depth)}`;
  }

  /** What the elements add to the array, which was begun with `[`. */
  add(elements: readonly unknown[]): string {
    let text = '';
    for (const element of elements) {
      // Line ends inside strings are escaped: those that are left part the lines of the document.
      text += `${this.empty ? '' : ','}${this.indent}  ${JSON.stringify(element, null, 2).replaceAll('\n', `${this.indent}  `)}`;
      this.empty = false;
    }
    return text;
  }

  /** What ends the array. */
  end(): string {
    return this.empty ? ']' : `${this.indent}]`;
  }
}
