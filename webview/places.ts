import { isRecord } from '../protocol/unknown.ts';
import { shared } from './shared.ts';

/** The names under which drawings keep offsets of the document. */
const OFFSETS: ReadonlySet<string> = new Set(['at', 'until']);

/**
 * The places of the document that a drawing leads to, each under a number that stays what it is while text is put in or taken out above. The
 * page shows the numbers: what an edit has only moved is the same as before, and is not drawn again.
 */
export class Places<Data extends object> {
  #last: Data | undefined;
  /** Offsets in order, each with its number. */
  #numbers: ReadonlyMap<number, number> = new Map();
  /** The other way round. */
  #offsets: ReadonlyMap<number, number> = new Map();
  #free = 0;

  /** The same plain data with numbers in place of offsets. Whatever is in it as it was in the last one is the same object. */
  take(data: Data): Data {
    const offsets = new Set<number>();
    collect(data, offsets);
    this.#renumber([...offsets].sort((a, b) => a - b));
    this.#last = shared(this.#last, data, (name, number) =>
      OFFSETS.has(name) ? (this.#numbers.get(number) ?? number) : number,
    );
    return this.#last;
  }

  /** The offset behind a number of the data taken last; undefined for any other. */
  offset(number: number): number | undefined {
    return this.#offsets.get(number);
  }

  /* An edit leaves the offsets above it as they are and moves those below by one distance. What is neither is new. */
  #renumber(offsets: readonly number[]): void {
    const before = [...this.#numbers.keys()];
    const moved = (offsets.at(-1) ?? 0) - (before.at(-1) ?? 0);
    const most = Math.min(before.length, offsets.length);
    let above = 0;
    while (above < most && offsets[above] === before[above]) above++;
    let below = 0;
    while (below < most - above && offsets.at(-1 - below) === (before.at(-1 - below) ?? 0) + moved) below++;
    const was = (offset: number, i: number) =>
      i < above ? offset : i >= offsets.length - below ? offset - moved : Number.NaN;
    this.#numbers = new Map(
      offsets.map((offset, i) => [offset, this.#numbers.get(was(offset, i)) ?? this.#free++] as const),
    );
    this.#offsets = new Map([...this.#numbers].map(([offset, number]) => [number, offset]));
  }
}

function collect(data: unknown, offsets: Set<number>): void {
  if (Array.isArray(data)) for (const one of data) collect(one, offsets);
  else if (isRecord(data))
    for (const name in data) {
      const one = data[name];
      if (typeof one !== 'number') collect(one, offsets);
      else if (OFFSETS.has(name)) offsets.add(one);
    }
}
