/**
 * Many ways to say something, looked for as one expression of all of them would: the first place in the text counts, and of two ways that fit
 * there the earlier one. One expression of that size takes longer to compile than a whole plan to check; here each way is compiled by itself,
 * and only when a text has letters that it needs.
 */
export class Ways {
  private readonly ways: readonly Way[];
  private readonly compiled = new Map<Way, RegExp>();
  /** The words of which every text that says it in any way has some: most texts have none. */
  private any: RegExp | undefined;

  constructor(ways: readonly Way[]) {
    this.ways = ways;
  }

  /** What a text says in one of these ways, as it stands there; undefined if it does not. */
  firstIn(text: string): string | undefined {
    this.any ??= new RegExp(String.raw`\b(?:${[...new Set(this.ways.flatMap(({ needs }) => needs))].join('|')})`, 'i');
    if (!this.any.test(text)) return undefined;
    const lower = text.toLowerCase();
    let first: RegExpExecArray | undefined;
    for (const way of this.ways) {
      if (!hasAny(lower, way.needs)) continue;
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
  /** Of every text that says it some word begins with some of these, in lower case. */
  readonly needs: readonly string[];
  /** The source of an expression for whole words, in any case. */
  readonly said: string;
}

function hasAny(lower: string, needs: Way['needs']): boolean {
  for (const letters of needs) if (lower.includes(letters)) return true;
  return false;
}

function expression(source: string): RegExp {
  return new RegExp(String.raw`\b(?:${source})\b`, 'i');
}
