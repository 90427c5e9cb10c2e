import type { ReadDocument, VisitKind } from '../model/index.ts';
import type { Part } from '../syntax/tree.ts';
import type { Applicability, PlanSlice, PreparedRule } from './rule.ts';
import type { Occasion, RawFinding } from './said.ts';

/** What a group of rules said of one thing, and what decides whether it would say so again. */
export interface Kept {
  readonly stamp: Stamp;
  /** What was looked at beyond what the rules declare. */
  readonly further: readonly { readonly slice: PlanSlice; readonly value: unknown }[];
  readonly findings: readonly RawFinding[];
}

/** What a group of rules looked at in the last version; as long as that is the same, so is the stamp. */
interface Stamped {
  readonly facts: readonly unknown[];
  readonly stamp: Stamp;
}

/** Tells apart what decides about a group's answers. Most rules say nothing of most parts: that is kept but once. */
export class Stamp {
  readonly silence: Kept = { stamp: this, further: [], findings: [] };
}

/** What was said of one part, or of the document as a whole. */
export interface Shelf {
  /** By the number of the group of rules. */
  readonly kept: (Kept | undefined)[];
  /** All of it together; it stands as long as no group has another stamp. Undefined where a rule has looked further. */
  sum: { readonly stamps: object; readonly findings: readonly RawFinding[] } | undefined;
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

  /** A memory of nothing, or one that begins with all that another knows and keeps what it adds to itself. */
  constructor(base?: Memory) {
    this.base = base;
    this.stamps = [...(base?.stamps ?? [])];
    this.whole = copyOf(base?.whole);
    this.last = base?.last ?? [];
    this.together = base?.together ?? {};
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

  /** The findings that still stand; undefined if the rules must be asked. */
  recall(read: ReadDocument, kept: Kept | undefined, stamp: Stamp): readonly RawFinding[] | undefined {
    if (kept?.stamp !== stamp) return undefined;
    for (const { slice, value } of kept.further) if (sliceOf(read, slice) !== value) return undefined;
    return kept.findings;
  }

  /** The same object as long as all that a group of rules looks at, apart from the part it is shown, is the same. */
  stamp(read: ReadDocument, group: Remembered, occasion: Occasion): Stamp {
    const facts = factsOf(read, group, occasion);
    const known = this.stamps[group.index];
    if (known?.facts.every((fact, index) => fact === facts[index])) return known.stamp;
    const stamp = new Stamp();
    this.stamps[group.index] = { facts, stamp };
    return stamp;
  }
}

function copyOf(shelf: Shelf | undefined): Shelf {
  return { kept: [...(shelf?.kept ?? [])], sum: shelf?.sum };
}

/** What is put on a shelf. */
export function keep(
  read: ReadDocument,
  stamp: Stamp,
  findings: readonly RawFinding[],
  further: ReadonlySet<PlanSlice>,
): Kept {
  if (findings.length === 0 && further.size === 0) return stamp.silence;
  return { stamp, findings, further: [...further].map(slice => ({ slice, value: sliceOf(read, slice) })) };
}

/** What the rules of a group have in common. */
export interface Remembered {
  /** Its place among the groups of its engine. */
  readonly index: number;
  /** The sections that its rules look at beside what they are shown; undefined for everything. */
  readonly reads: readonly PlanSlice[] | undefined;
  /** True for rules that keep still while the document cannot be read whole. */
  readonly onlyWhole: boolean;
  readonly onlyWithHistory: boolean;
  /** True for rules that speak to some formats, stages or statuses alone. */
  readonly isChoosy: boolean;
}

/** What decides to which group a rule belongs at a kind of thing. */
export function groupOf(rule: PreparedRule, kind: VisitKind): Omit<Remembered, 'index'> {
  const { onlyWhole = false, onlyWithHistory = false, ...choice }: Applicability = rule.appliesTo;
  const reads = rule.readsAt(kind);
  return { reads: reads && [...reads].sort(), onlyWhole, onlyWithHistory, isChoosy: Object.keys(choice).length > 0 };
}

function factsOf(read: ReadDocument, { reads, onlyWithHistory, isChoosy }: Remembered, occasion: Occasion): unknown[] {
  const { model } = read;
  const head = model.kind === 'plan' ? model.plan : undefined;
  return [
    model.kind,
    occasion.today,
    model.team,
    sectionOrder(model),
    ...(onlyWithHistory ? [occasion.history] : []),
    ...(isChoosy ? [head?.format?.value, head?.stage?.value, head?.status?.value] : []),
    ...(reads ?? ['whole' as const]).map(slice => sliceOf(read, slice)),
  ];
}

/** What a section was read to: another object, once anything in it is other than it was. */
function sliceOf({ model }: ReadDocument, slice: PlanSlice): unknown {
  if (slice === 'whole') return model;
  if (slice === 'broken') return model.syntax.broken;
  const sections: Readonly<Partial<Record<PlanSlice, unknown>>> = model;
  return sections[slice];
}

function sectionOrder({ syntax }: ReadDocument['model']): string {
  return syntax.sections.map(({ part }) => part.section).join('\n');
}
