import { type Indentation, USUAL } from '../../syntax/indentation.ts';
import { quoteLike } from '../../syntax/quote.ts';
import type { ScalarStyle } from '../../syntax/tree.ts';
import { inChoice, inSnippet } from '../../templates/snippet.ts';

/** A text to be put into a plan, as it is and as a snippet of LSP: with stops for the tab key. */
export interface Insert {
  readonly plain: string;
  /** Undefined where there is nothing to stop at. */
  readonly snippet: string | undefined;
}

/** A value of one line that is filled in, or chosen, or still to be typed. */
export interface Scalar {
  readonly kind: 'scalar';
  /** What stands there; '' for what is still to be typed. */
  readonly text: string;
  /** `text` too where the client knows no stops; else what stands there instead. */
  readonly plain?: string;
  readonly quotes: ScalarStyle;
  /** True where somebody has to look: the tab key stops here. */
  readonly stop: boolean;
  /** What can be chosen, `text` first. */
  readonly choices?: readonly string[];
  /** What stands before and behind the stop, within the same quotes. */
  readonly unit?: readonly [before: string, after: string];
  /** Stops of one name are typed at once. */
  readonly name?: string;
}

/** What a block is made of. */
export type Node =
  | Scalar
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: Node])[] }
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly inline?: boolean }
  /** A list on one line, one stop for all of it. */
  | { readonly kind: 'row'; readonly texts: readonly string[]; readonly quotes: ScalarStyle };

/** Writes YAML twice at once: plain, and with stops. */
export class Writer {
  private plain = '';
  private snippet = '';
  private stops = 0;
  private readonly named = new Map<string, number>();
  private readonly indentation: Indentation;

  /** For a plan that indents as given. */
  constructor(indentation = USUAL) {
    this.indentation = indentation;
  }

  /** What was written. A single stop at the very end needs no snippet. */
  done(): Insert {
    const { plain, snippet, stops } = this;
    return {
      plain,
      snippet: stops === 0 || (stops === 1 && snippet === `${inSnippet(plain)}\${1}`) ? undefined : snippet,
    };
  }

  /** Writes a text as it is. */
  text(text: string): this {
    this.plain += text;
    this.snippet += inSnippet(text);
    return this;
  }

  /** Writes a value in its quotes, where it says so with a stop for the writer; a second one of the same name follows the first. */
  scalar({ text, plain = text, quotes, stop, choices, name, unit }: Scalar): this {
    const mark = MARKS[quotes] ?? '';
    this.plain += mark === '' && plain === '' ? '' : quoteLike(quotes, plain);
    if (!stop) {
      this.snippet += inSnippet(mark === '' && text === '' ? '' : quoteLike(quotes, text));
      return this;
    }
    const inner = (value: string) => {
      const whole = value === '' ? mark + mark : quoteLike(quotes, value);
      return mark === '' ? whole : whole.slice(1, -1);
    };
    const known = name === undefined ? undefined : this.named.get(name);
    if (known !== undefined) {
      this.snippet += `${mark}\${${known}}${mark}`;
      return this;
    }
    const number = ++this.stops;
    if (name !== undefined) this.named.set(name, number);
    const body =
      choices && choices.length > 1
        ? `|${choices.map(choice => inChoice(inner(choice))).join(',')}|`
        : text === ''
          ? ''
          : `:${inSnippet(inner(text))}`;
    const [before, after] = (unit ?? ['', '']).map(part => inSnippet(part === '' ? '' : inner(part)));
    this.snippet += `${mark}${before}\${${number}${body}}${after}${mark}`;
    return this;
  }

  /** A node as the value of a key or entry: `column` is that of the keys in it, where it goes on lines of its own. */
  node(node: Node, column: number, isFlow: boolean): this {
    const flow = isFlow || (node.kind === 'list' && node.inline === true);
    if (node.kind === 'scalar') return this.scalar(node);
    if (node.kind === 'row') return this.row(node.texts, node.quotes);
    if (node.kind === 'list') {
      if (flow) this.text('[');
      node.items.forEach((item, index) => {
        if (flow) this.text(index > 0 ? ', ' : '').node(item, 0, true);
        else this.text(index > 0 ? `\n${' '.repeat(column)}- ` : '- ').node(item, column + 2, false);
      });
      return flow ? this.text(']') : this;
    }
    if (flow) this.text('{ ');
    node.entries.forEach(([key, value], index) => {
      if (index > 0) this.text(flow ? ', ' : `\n${' '.repeat(column)}`);
      this.text(`${key}:`).behind(value, column, flow);
    });
    return flow ? this.text(' }') : this;
  }

  /** A node behind a colon; `column` is that of the key. */
  behind(value: Node, column: number, flow: boolean): this {
    const { fields, lists } = this.indentation;
    const inner = column + (value.kind === 'list' ? lists : fields);
    const apart = !flow && (value.kind === 'map' || (value.kind === 'list' && !value.inline));
    return this.text(apart ? `\n${' '.repeat(inner)}` : ' ').node(value, inner, flow);
  }

  private row(texts: readonly string[], quotes: ScalarStyle): this {
    const written = texts.map(text => quoteLike(/[,[\]{}]/.test(text) ? 'double' : quotes, text)).join(', ');
    this.plain += `[${written}]`;
    this.snippet += `[\${${++this.stops}${written === '' ? '' : `:${inSnippet(written)}`}}]`;
    return this;
  }
}

const MARKS: Readonly<Partial<Record<ScalarStyle, string>>> = { double: '"', single: "'" };
