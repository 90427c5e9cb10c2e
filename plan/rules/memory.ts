import type { ReadDocument } from '../model/index.ts';
import type { Part } from '../syntax/tree.ts';
import { type Facts, type Remembered, sliceOf } from './facts.ts';
import type { Looked } from './rule.ts';
import type { RawFinding } from './said.ts';

/** What a group of rules said of one thing, and what decides whether it would say so again. */
export interface Kept {
  readonly stamp: Stamp;
  /** What was looked at beyond what the rules declare, where that was anything. */
  readonly further: Further | undefined;
  readonly findings: readonly RawFinding[];
}

/** What a group of rules looked at in the last version; as long as that is the same, so is the stamp. */
interface Stamped {
  readonly facts: Facts;
  readonly stamp: Stamp;
}

/** Tells apart what decides about a group's answers. Most rules say nothing of most parts: that is kept but once. */
export class Stamp {
  readonly silence: Kept = { stamp: this, further: undefined, findings: [] };
}

/** What was said of one part, or of the document as a whole. */
export interface Shelf {
  /** By the number of the group of rules. */
  readonly kept: (Kept | undefined)[];
  /** All of it together; it stands as long as no group has another stamp, and what rules looked at further is the same. */
  sum: Sum | undefined;
}

/** Sections that rules looked at beyond what they declare: which of a memory's lists of such, and what that list was stamped with. */
export interface Further {
  readonly list: number;
  readonly stamp: object;
}

/** Such a list. Many parts have the same one, and whether its sections are what they were is found out once a version. */
interface FurtherList {
  readonly slices: readonly Looked[];
  readonly values: readonly unknown[];
  readonly stamp: object;
}

/** All that was said of a part, and what it hangs on. Undefined in its place if a rule broke. */
export interface Sum {
  readonly stamps: object;
  readonly further: Further | undefined;
  readonly findings: readonly RawFinding[];
}

/** The parts of a version in their order, and what was said of each, given `stamps`. */
export interface Walked {
  readonly stamps: object;
  readonly parts: readonly Part[];
  readonly sums: readonly (Sum | undefined)[];
}

/** What is gathered while the parts of a version are walked through. */
export interface Walking {
  readonly sums: (Sum | undefined)[];
  readonly findings: RawFinding[];
}

/**
 * What rules said of one open document, kept from version to version. A part that did not change is the same object, and so is a section of which
 * nothing changed: that rules look at the same objects is all that has to be known. One memory serves one document and one checker.
 */
export class Memory {
  private readonly stamps: Stamped[];
  private readonly parts = new WeakMap<Part, Shelf>();
  private readonly whole: Shelf;
  private last: readonly Stamp[];
  private together: object;
  private readonly base: Memory | undefined;
  private walked: Walked | undefined;
  private furtherLists: readonly FurtherList[];

  /** A memory of nothing, or one that begins with all that another knows and keeps what it adds to itself. */
  constructor(base?: Memory) {
    this.base = base;
    this.stamps = [...(base?.stamps ?? [])];
    this.whole = copyOf(base?.whole);
    this.last = base?.last ?? [];
    this.together = base?.together ?? {};
    this.walked = base?.walked;
    this.furtherLists = base?.furtherLists ?? [];
  }

  /** A version is about to be walked. */
  begin(read: ReadDocument): void {
    this.furtherLists = this.furtherLists.map(list => {
      const isSame = list.slices.every((slice, index) => sliceOf(read, slice) === list.values[index]);
      return isSame ? list : furtherList(read, list.slices);
    });
  }

  /**
   * Takes over what was said of parts, one after the other from `from` on, up to the first whose rules must be asked, and returns the index of that. Nothing is
   * searched for: parts follow each other as they did in the last version, from the beginning or from the end.
   */
  takeOver(parts: readonly Part[], from: number, stamps: object, into: Walking): number {
    const { walked } = this;
    const by = walked ? walked.parts.length - parts.length : 0;
    // Thousands of parts are passed here behind every key: nothing is made for one of which nothing was said.
    for (let index = from; index < parts.length; index++) {
      const part = parts[index];
      if (!part) return index;
      const isKnown = walked?.stamps === stamps;
      const before = isKnown ? (walked.parts[index] === part ? index : index + by) : -1;
      const known = isKnown && walked.parts[before] === part ? walked.sums[before] : undefined;
      const sum = known ?? this.shelf(part).sum;
      if (sum?.stamps !== stamps || !this.stands(sum.further)) return index;
      into.sums.push(sum);
      for (let at = 0; at < sum.findings.length; at++) {
        const finding = sum.findings[at];
        if (finding) into.findings.push(finding);
      }
    }
    return parts.length;
  }

  /** All parts were walked. */
  end(walked: Walked): void {
    this.walked = walked;
  }

  /** What was said of a part, or of the document as a whole. */
  shelf(part: Part | undefined): Shelf {
    if (!part) return this.whole;
    const known = this.parts.get(part);
    if (known) return known;
    const shelf = copyOf(this.base?.parts.get(part));
    this.parts.set(part, shelf);
    return shelf;
  }

  /** The same object as long as all these stamps are those of the last version. */
  all(stamps: readonly Stamp[]): object {
    const isSame = stamps.length === this.last.length && stamps.every((stamp, index) => stamp === this.last[index]);
    if (!isSame) this.together = {};
    this.last = stamps;
    return this.together;
  }

  /** What is kept, if it still stands; undefined if the rules must be asked. */
  recall(kept: Kept | undefined, stamp: Stamp): Kept | undefined {
    return kept?.stamp === stamp && this.stands(kept.further) ? kept : undefined;
  }

  /** What is put on a shelf. */
  keep(read: ReadDocument, stamp: Stamp, findings: readonly RawFinding[], slices: ReadonlySet<Looked>): Kept {
    const further = this.further(read, slices);
    return findings.length === 0 && !further ? stamp.silence : { stamp, findings, further };
  }

  /** What some rules have looked at further, in the version at hand; undefined if that is nothing. */
  further(read: ReadDocument, slices: ReadonlySet<Looked>): Further | undefined {
    if (slices.size === 0) return undefined;
    const isIt = (list: FurtherList) => list.slices.length === slices.size && list.slices.every(one => slices.has(one));
    let index = this.furtherLists.findIndex(isIt);
    if (index < 0) index = this.furtherLists.length;
    const list = this.furtherLists[index] ?? furtherList(read, [...slices]);
    if (index === this.furtherLists.length) this.furtherLists = [...this.furtherLists, list];
    return { list: index, stamp: list.stamp };
  }

  /** The sections that were looked at further. */
  slicesOf(further: Further | undefined): readonly Looked[] {
    return (further && this.furtherLists[further.list]?.slices) ?? [];
  }

  private stands(further: Further | undefined): boolean {
    return further === undefined || this.furtherLists[further.list]?.stamp === further.stamp;
  }

  /** The same object as long as all that a group of rules looks at, apart from the part it is shown, is the same. */
  stamp(seen: Facts, group: Remembered): Stamp {
    const known = this.stamps[group.index];
    if (known && isSame(known.facts, seen, group.facts)) return known.stamp;
    const stamp = new Stamp();
    this.stamps[group.index] = { facts: group.facts.map(fact => seen[fact]), stamp };
    return stamp;
  }
}

/** Asked of fifty groups behind every key: nothing is made for it. */
function isSame(before: Facts, seen: Facts, numbers: readonly number[]): boolean {
  for (let at = 0; at < numbers.length; at++) {
    const fact = numbers[at];
    if (fact === undefined || before[at] !== seen[fact]) return false;
  }
  return true;
}

function copyOf(shelf: Shelf | undefined): Shelf {
  return { kept: [...(shelf?.kept ?? [])], sum: shelf?.sum };
}

function furtherList(read: ReadDocument, slices: readonly Looked[]): FurtherList {
  return { slices, values: slices.map(slice => sliceOf(read, slice)), stamp: {} };
}
