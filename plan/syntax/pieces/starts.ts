import type { Part, Starts } from '../tree.ts';

/**
 * Where the parts of a document start: two lists in text order, and the number of each part in them. Behind most keys one part is another and those
 * below it have moved, so the next version takes the numbers over and needs but two copies of lists.
 */
export class PartStarts implements Starts {
  readonly parts: readonly Part[];
  private readonly at: readonly number[];
  /** Of parts that other versions have in some places, too: a part is in this one if it stands at its number. */
  private readonly numbers: Map<Part, number>;

  constructor(parts: readonly Part[], at: readonly number[], numbers = numbered(parts)) {
    this.parts = parts;
    this.at = at;
    this.numbers = numbers;
  }

  get size(): number {
    return this.parts.length;
  }

  /** Where a part starts; undefined for one of another document. */
  get(part: Part): number | undefined {
    return this.at[this.numberOf(part)];
  }

  /** The place of a part among all; -1 for one of another document. */
  numberOf(part: Part): number {
    const number = this.numbers.get(part) ?? -1;
    return this.parts[number] === part ? number : -1;
  }

  *[Symbol.iterator](): Generator<[Part, number]> {
    for (const part of this.parts) yield [part, this.get(part) ?? 0];
  }

  /** The same for the next version: a few parts are others, in the same places, and whatever starts behind an offset starts so much further on. */
  changed(others: ReadonlyMap<number, Part>, behind: number, by: number): PartStarts {
    const parts = [...this.parts];
    for (const [number, part] of others) parts[number] = part;
    const at = this.at.map(start => (start > behind ? start + by : start));
    // Parts that are gone stay until the list is twice as long as it need be.
    if (this.numbers.size > 2 * parts.length + FEW) return new PartStarts(parts, at);
    for (const [number, part] of others) this.numbers.set(part, number);
    return new PartStarts(parts, at, this.numbers);
  }
}

const FEW = 100;

function numbered(parts: readonly Part[]): Map<Part, number> {
  const numbers = new Map<Part, number>();
  for (let number = 0; number < parts.length; number++) {
    const part = parts[number];
    if (part) numbers.set(part, number);
  }
  return numbers;
}
