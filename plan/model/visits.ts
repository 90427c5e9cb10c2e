import type { Visit } from '../generated/model.ts';
import type { Part, Starts } from '../syntax/tree.ts';
import type { PartContents } from './part-reader.ts';

/** What rules can look at in the parts of one document. */
export interface Visits {
  /** In reading order; undefined for a part that no section of the format holds. */
  get(part: Part): readonly Visit[] | undefined;
}

/** The contents of a list's items, in their order. */
interface Items {
  readonly parts: readonly Part[];
  readonly contents: readonly PartContents<unknown>[];
}

/** Gathered while a document is read. Of a list with thousands of items nothing is done for each of them, where the document numbers its parts. */
export class PartVisits implements Visits {
  private readonly parts = new Map<Part, readonly Visit[]>();
  private readonly lists = new Map<string, Items>();
  private readonly starts: Starts;

  constructor(starts: Starts) {
    this.starts = starts;
  }

  get(part: Part): readonly Visit[] | undefined {
    return this.parts.get(part) ?? this.inList(part);
  }

  /** Notes what rules can look at in a part. */
  put(part: Part, visits: readonly Visit[]): void {
    this.parts.set(part, visits);
  }

  /** The items of the section of that name. */
  putAll(section: string, list: Items): void {
    if (this.starts.numberOf) this.lists.set(section, list);
    else for (const [index, part] of list.parts.entries()) this.put(part, list.contents[index]?.visits ?? []);
  }

  private inList(part: Part): readonly Visit[] | undefined {
    const list = this.lists.get(part.section);
    const [first] = list?.parts ?? [];
    if (!list || !first || !this.starts.numberOf) return undefined;
    const index = this.starts.numberOf(part) - this.starts.numberOf(first);
    return list.parts[index] === part ? list.contents[index]?.visits : undefined;
  }
}
