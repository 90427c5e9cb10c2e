import {
  absolute,
  isBlockText,
  type Node,
  type Pair,
  type Part,
  type Place,
  type Span,
  type SyntaxDocument,
  spanOf,
} from './tree.ts';

/**
 * The text of one document, asked where in it something stands: values with all that they reach over, lines, columns. What is asked about counts from
 * its part's start, what comes back from the text's. Nothing throws.
 */
export class WrittenText {
  protected readonly text: string;
  protected readonly document: SyntaxDocument;
  protected readonly eol: string;

  constructor(text: string, document: SyntaxDocument) {
    this.text = text;
    this.document = document;
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** The text that stands at a place. */
  at(place: Place): string {
    const { start, end } = absolute(this.document, place);
    return this.text.slice(start, end);
  }

  /** What stands before a place, at most so many characters. */
  before(place: Place, most: number): string {
    const { start } = absolute(this.document, place);
    return this.text.slice(Math.max(0, start - most), start);
  }

  /** True for a value whose anchor is borrowed elsewhere in the document: what is written in its place is said there too. */
  isLent(value: Place): boolean {
    const anchor = /&([^\s,[\]{}]+)\s+(?:!\S*\s+)?$/.exec(this.before(value, 120))?.[1];
    if (anchor === undefined || !this.document.hasAlias) return false;
    const said = this.text.slice(this.document.start, this.document.end);
    return said.split(`*${anchor}`).some((_, at, all) => at > 0 && /^(?:[\s,[\]{}]|$)/.test(all[at] ?? ''));
  }

  /** True if the last line of a pair ends in a comment, which would go with it. */
  hasComment(part: Part, pair: Pair): boolean {
    const end = this.contentEnd(part, pair.end);
    return /^\s*,?\s*#/.test(this.text.slice(end, this.lineEnd(end)));
  }

  /** True for a document written as one flow mapping, as JSON is. */
  protected isInBraces(): boolean {
    const [first] = this.document.sections;
    if (!first) return false;
    const { start } = absolute(this.document, { part: first.part, start: 0, end: 0 });
    return this.text
      .slice(this.document.start, start)
      .replaceAll(/#[^\r\n]*/g, '')
      .includes('{');
  }

  /** The value of the key that stands at a place, and whether that is inside braces or brackets. */
  protected valueOf(part: Part, key: Span): { node: Node; inFlow: boolean } | undefined {
    if (part.key?.start === key.start) return { node: part.node, inFlow: this.isInBraces() };
    let inFlow = false;
    let node: Node | undefined = part.node;
    while (node?.kind === 'mapping' || node?.kind === 'sequence') {
      inFlow ||= node.flow;
      const holds = (one: Span) => one.start <= key.start && key.start <= one.end;
      if (node.kind === 'sequence') node = node.items.find(holds);
      else {
        const pair: Pair | undefined = node.pairs.find(holds);
        if (pair?.key.start === key.start) return { node: pair.value, inFlow };
        node = pair?.value;
      }
    }
    return undefined;
  }

  /** The end of what is written before an offset: block texts and mappings reach over the blank lines behind them. */
  protected contentEnd(part: Part, offset: number): number {
    let end = absolute(this.document, { part, start: offset, end: offset }).start;
    while (end > 0 && /\s/.test(this.text.charAt(end - 1))) end--;
    return end;
  }

  /** Where a value ends: a block text on its own last line, not where the next one begins. */
  protected endOf(part: Part, node: Node): number {
    return isBlockText(node) ? this.contentEnd(part, node.end) : absolute(this.document, { part, ...spanOf(node) }).end;
  }

  /** The beginning of the line on which an offset stands. */
  protected lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The end of the line on which an offset stands, before its line break. */
  protected lineEnd(offset: number): number {
    const newline = this.text.indexOf('\n', offset);
    if (newline < 0) return this.text.length;
    return this.text.charAt(newline - 1) === '\r' && newline > offset ? newline - 1 : newline;
  }

  /** How long the line break at an offset is. */
  protected eolAt(offset: number): number {
    return this.text.startsWith('\r\n', offset) ? 2 : 1;
  }

  /** Spaces up to the column in which an offset stands. */
  protected columnOf(part: Part, offset: number): string {
    const { start } = absolute(this.document, { part, start: offset, end: offset });
    const lineStart = this.lineStart(start);
    const bom = lineStart === 0 && this.text.startsWith('\uFEFF') ? 1 : 0;
    return ' '.repeat(start - lineStart - bom);
  }

  /** A text with line breaks as the document has them. */
  protected lines(text: string): string {
    return text.replaceAll('\n', this.eol);
  }
}
