import { isRecord } from '../protocol/unknown.ts';
import { shared } from './shared.ts';

/** The names under which drawings keep offsets of the document. */
const OFFSETS: ReadonlySet<string> = new Set(['at', 'until']);

/**
 * What a drawing leads to in the document. The page shows a number in place of each offset, which stays with its place in the drawing: what an edit
 * has only moved in the document is the same as before, and is not drawn again. The offset is looked up when somebody goes there.
 */
export class Places<Data extends object> {
  #given: Data | undefined;
  #taken: Data | undefined;
  #free = 0;

  /** The same plain data with numbers in place of offsets. Whatever is in it as it was in the last one is the same object. */
  take(data: Data): Data {
    this.#given = data;
    this.#taken = shared(this.#taken, data, (name, number, before) => {
      if (!OFFSETS.has(name)) return number;
      return typeof before === 'number' ? before : this.#free++;
    });
    return this.#taken;
  }

  /** The offset behind a number of the data taken last; undefined for any other. */
  offset(number: number): number | undefined {
    return lookUp(number, this.#taken, this.#given);
  }
}

/** Goes through both in step, until the number is found. */
function lookUp(number: number, taken: unknown, given: unknown): number | undefined {
  if (Array.isArray(taken) && Array.isArray(given)) {
    for (const [i, one] of taken.entries()) {
      const found = lookUp(number, one, given[i]);
      if (found !== undefined) return found;
    }
  } else if (isRecord(taken) && isRecord(given)) {
    for (const name in taken) {
      const offset = given[name];
      if (taken[name] === number && OFFSETS.has(name) && typeof offset === 'number') return offset;
      const found = lookUp(number, taken[name], offset);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
