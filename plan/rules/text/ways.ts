/**
 * Many ways to say something, looked for as one expression of all of them would: the first place in the text counts, and of two ways that fit
 * there the earlier one. One expression of that size takes longer to compile than a whole plan to check; here each way is compiled by itself,
 * and only when a text has letters that it needs.
 */
export class Ways {
  private readonly ways: readonly Way[];
  private readonly compiled = new Map<Way, RegExp>();

  constructor(ways: readonly Way[]) {
    this.ways = ways;
  }

  /** What a text says in one of these ways, as it stands there; undefined if it does not. */
  firstIn(text: string): string | undefined {
    const lower = text.toLowerCase();
    let first: RegExpExecArray | undefined;
    for (const way of this.ways) {
      if (!way.needs.some(letters => lower.includes(letters))) continue;
      const found = this.expression(way).exec(text);
      if (found && (!first || found.index < first.index)) first = found;
    }
    return first?.[0];
  }

  /** The one expression that this stands for. */
  get whole(): RegExp {
    return expression(this.ways.map(({ said }) => said).join('|'));
  }

  private expression(way: Way): RegExp {
    const known = this.compiled.get(way) ?? expression(way.said);
    this.compiled.set(way, known);
    return known;
  }
}

/** A way to say something. */
export interface Way {
  /** Letters of which every text that says it has some, in lower case. */
  readonly needs: readonly string[];
  /** The source of an expression for whole words, in any case. */
  readonly said: string;
}

function expression(source: string): RegExp {
  return new RegExp(String.raw`\b(?:${source})\b`, 'i');
}
