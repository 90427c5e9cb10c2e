import { inCommon, pairsOf } from '../history/pairs.ts';
import type { Agenda, Element, Field, List, Milestone, Outcome, Plan } from '../model/index.ts';
import { absolute, type Mapping, type Node, type Place, resolve, type Span } from '../syntax/tree.ts';
import { AS_ELEMENTS, fieldsIn, hasElements } from './likeness.ts';
import { entriesOf, fieldOf, isElement, isField, isList, saidBy, type Value, valuesOf } from './parts-of.ts';
import { isSameField, isSameText } from './same-field.ts';

/** An element in both versions; it may be missing in one of them. Of a document itself there is none in either. */
export interface Both {
  readonly old: Element | undefined;
  readonly now: Element | undefined;
  /** What it stands in: an element’s own holder does not know its fields. */
  readonly around?: Both | undefined;
}

/** What all differences say of their place. */
interface Where {
  /** `outcomes[O1].target.goal` */
  readonly path: string;
  readonly at: Span;
}

/** One value that is another, or in one version alone. */
export interface FieldDifference extends Where, Both {
  readonly type: 'field';
  /** The key; '' for a text that stands where an element should. */
  readonly property: string;
  readonly from: Field<unknown> | undefined;
  readonly to: Field<unknown> | undefined;
}

/** An item of a list that is in one version alone: an element, or a value. */
export interface ItemDifference extends Where, Both {
  readonly type: 'come' | 'gone';
  /** The list’s key. */
  readonly property: string;
  readonly item: Element | Field<unknown>;
}

/** A milestone that belongs to another outcome than it did. */
export interface MoveDifference extends Where {
  readonly type: 'moved';
  readonly now: Milestone;
  readonly from: Outcome | undefined;
  readonly to: Outcome | undefined;
}

/** What the format does not know: a team’s own fields and sections. */
export interface OtherDifference extends Where, Both {
  readonly type: 'other';
  readonly property: string;
  readonly from: string;
  readonly to: string;
}

/** Something that one version says and another does not, as it stands in the plan. */
export type Difference = FieldDifference | ItemDifference | MoveDifference | OtherDifference;

/**
 * All that two versions of a document say otherwise, in the order of the newer one. Layout, comments, quotes and the order of keys and lists count for
 * nothing, nor does a day, an amount or a text that is only written in another way. Never throws.
 */
export function differences<T extends Plan | Agenda>(old: T, now: T): readonly Difference[] {
  return new Comparison(old, now).all();
}

class Comparison {
  private readonly found: Difference[] = [];
  private readonly old: Plan | Agenda;
  private readonly now: Plan | Agenda;
  private readonly start: Span;

  constructor(old: Plan | Agenda, now: Plan | Agenda) {
    this.old = old;
    this.now = now;
    const { start } = now.syntax;
    this.start = { start, end: start };
  }

  all(): readonly Difference[] {
    const { old, now } = this;
    this.values(DOCUMENT, valuesOf(old), valuesOf(now), '', this.start);
    if (old.kind === 'plan' && now.kind === 'plan') this.milestones(old, now);
    this.otherSections();
    return this.found;
  }

  /** Two versions of one element. */
  private element(both: Both, path: string, near: Span): void {
    const { old, now } = both;
    const here = now ? this.markOf(now) : near;
    this.field(both, '', old?.word, now?.word, path, here);
    const [before, after] = [old ? valuesOf(old) : NOTHING, now ? valuesOf(now) : NOTHING];
    this.values(both, before, after, path, here);
    this.others(both, before, after, path, here);
  }

  private values(
    both: Both,
    before: ReadonlyMap<string, Value>,
    after: ReadonlyMap<string, Value>,
    path: string,
    near: Span,
  ): void {
    for (const key of new Set([...after.keys(), ...before.keys()])) {
      const [from, to] = [before.get(key), after.get(key)];
      const own = path === '' ? key : `${path}.${key}`;
      const isListed = isList(from) || isList(to);
      if (isListed) {
        const [olds, nows] = [isList(from) ? from : undefined, isList(to) ? to : undefined];
        if (!isMilestones(key, both)) this.list(both, key, olds, nows, own, near);
      } else if (isField(from) || isField(to)) {
        this.field(both, key, isField(from) ? from : undefined, isField(to) ? to : undefined, own, near);
      } else {
        const inner = { old: isElement(from) ? from : undefined, now: isElement(to) ? to : undefined, around: both };
        this.element(inner, own, near);
      }
    }
  }

  private field(
    both: Both,
    property: string,
    from: Field<unknown> | undefined,
    to: Field<unknown> | undefined,
    path: string,
    near: Span,
  ): void {
    if (isSameField(from, to, property)) return;
    const at = to && to.text !== '' ? this.spanOf(to) : near;
    this.found.push({ type: 'field', ...both, property, from, to, path, at });
  }

  private list(
    both: Both,
    property: string,
    from: List<unknown> | undefined,
    to: List<unknown> | undefined,
    path: string,
    near: Span,
  ): void {
    const [olds, nows] = [from?.items ?? [], to?.items ?? []];
    const here = to?.key ? this.spanOf(to.key) : near;
    // A word such as `none` says nothing more where the list has items, or had some.
    if (olds.length + nows.length === 0) this.field(both, property, from?.word, to?.word, path, here);
    if (hasElements(olds) || hasElements(nows)) {
      this.pairs(both, property, [olds.filter(isElement), nows.filter(isElement)], path, here);
      return;
    }
    // One value may stand without a list.
    if ([from, to].every(list => !list?.node || resolve(list.node)?.kind !== 'sequence'))
      this.field(both, property, fieldsIn(olds)[0], fieldsIn(nows)[0], path, here);
    else this.items(both, property, fieldsIn(olds), fieldsIn(nows), path, here);
  }

  /** Values of a list, whose order does not count. One that stands in place of another is another value of the same field. */
  private items(
    both: Both,
    property: string,
    olds: readonly Field<unknown>[],
    nows: readonly Field<unknown>[],
    path: string,
    near: Span,
  ): void {
    const gone = [...olds];
    const come = nows.filter(item => {
      const same = gone.findIndex(old => isSameText(old, item, property));
      if (same >= 0) gone.splice(same, 1);
      return same < 0;
    });
    for (const item of come) {
      const own = `${path}[${nows.indexOf(item)}]`;
      const at = this.spanOf(item);
      const before = gone.findIndex(old => isReplaced(property, old, item));
      const [from] = before < 0 ? [] : gone.splice(before, 1);
      if (from) this.found.push({ type: 'field', ...both, property, from, to: item, path: own, at });
      else this.found.push({ type: 'come', ...both, property, item, path: own, at });
    }
    for (const item of gone) {
      const own = `${path}[${olds.indexOf(item)}]`;
      this.found.push({ type: 'gone', ...both, property, item, path: own, at: near });
    }
  }

  private pairs(
    both: Both,
    property: string,
    [olds, nows]: readonly (readonly Element[])[],
    path: string,
    near: Span,
  ): void {
    const { same, come, gone } = pairsOf(olds ?? [], nows ?? [], AS_ELEMENTS);
    const to = (item: Element, among: readonly Element[] = []) => pathTo(path, item, among);
    for (const [old, now] of same) this.element({ old, now, around: both }, to(now, nows), near);
    for (const item of come)
      this.found.push({ type: 'come', ...both, property, item, path: to(item, nows), at: this.markOf(item) });
    for (const item of gone) this.found.push({ type: 'gone', ...both, property, item, path: to(item, olds), at: near });
  }

  /** The milestones of all outcomes and those beside them: one may have gone from one to another. */
  private milestones(old: Plan, now: Plan): void {
    const outcomes = pairsOf(old.outcomes.items, now.outcomes.items, AS_ELEMENTS);
    const kept = new Map(outcomes.same);
    const lists = [[undefined, undefined] as const, ...outcomes.same];
    const gone: Milestone[] = outcomes.gone.flatMap(({ milestones }) => milestones.items);
    const come: Milestone[] = outcomes.come.flatMap(({ milestones }) => milestones.items);
    for (const [a, b] of lists) {
      const pairs = pairsOf((a ?? old).milestones.items, (b ?? now).milestones.items, AS_ELEMENTS);
      for (const [was, is] of pairs.same) {
        const around = { old: a, now: b };
        this.element({ old: was, now: is, around }, pathOfMilestone(is, b, now), this.start);
      }
      gone.push(...pairs.gone);
      come.push(...pairs.come);
    }
    const across = pairsOf(gone, come, AS_ELEMENTS);
    for (const [was, is] of across.same) {
      const [from, to] = [homeOf(was, old), homeOf(is, now)];
      const path = pathOfMilestone(is, to, now);
      this.found.push({ type: 'moved', now: is, from, to, path, at: this.markOf(is) });
      this.element({ old: was, now: is, around: { old: from, now: to } }, path, this.start);
    }
    for (const item of across.come) {
      const home = homeOf(item, now);
      // What came with its outcome is told with that.
      if (home && outcomes.come.includes(home)) continue;
      const both = { old: undefined, now: home };
      const path = pathOfMilestone(item, home, now);
      this.found.push({ type: 'come', ...both, property: 'milestones', item, path, at: this.markOf(item) });
    }
    for (const item of across.gone) {
      const home = homeOf(item, old);
      if (home && outcomes.gone.includes(home)) continue;
      const left = home && kept.get(home);
      const at = left ? this.markOf(left) : now.milestones.key ? this.spanOf(now.milestones.key) : this.start;
      const path = pathOfMilestone(item, home, old);
      this.found.push({ type: 'gone', old: home, now: left, property: 'milestones', item, path, at });
    }
  }

  /** Keys that the format does not know, and known ones with something else behind them than the format has there. */
  private others(
    both: Both,
    before: ReadonlyMap<string, Value>,
    after: ReadonlyMap<string, Value>,
    path: string,
    near: Span,
  ): void {
    const [olds, nows] = [left(both.old?.mapping, before), left(both.now?.mapping, after)];
    const part = both.now?.part;
    for (const key of new Set([...nows.keys(), ...olds.keys()])) {
      const [from, to] = [saidBy(olds.get(key)), saidBy(nows.get(key))];
      if (from === to) continue;
      const written = both.now?.borrowed
        ? undefined
        : both.now?.mapping?.pairs.find(pair => pair.key.text === key)?.key;
      const at = part && written ? this.spanOf({ part, start: written.start, end: written.end }) : near;
      this.found.push({ type: 'other', ...both, property: key, from, to, path: `${path}.${key}`, at });
    }
  }

  /** Sections that the format does not know, or leaves free; and known ones that are something else than they should be. */
  private otherSections(): void {
    const [olds, nows] = [sectionsOf(this.old), sectionsOf(this.now)];
    for (const key of new Set([...nows.keys(), ...olds.keys()])) {
      const [from, to] = [olds.get(key), nows.get(key)];
      if ((from?.said ?? '') === (to?.said ?? '')) continue;
      const at = to ? this.spanOf(to.place) : this.start;
      this.found.push({
        type: 'other',
        ...DOCUMENT,
        property: key,
        from: from?.said ?? '',
        to: to?.said ?? '',
        path: key,
        at,
      });
    }
  }

  private markOf(element: Element): Span {
    return this.spanOf({ part: element.part, start: element.mark.start, end: element.mark.end });
  }

  private spanOf(place: Place): Span {
    return absolute(this.now.syntax, place);
  }
}

const NOTHING: ReadonlyMap<string, Value> = new Map();
const DOCUMENT: Both = { old: undefined, now: undefined };

/** Milestones of a plan and of its outcomes are looked at together. */
function isMilestones(key: string, { old, now }: Both): boolean {
  const holder = now ?? old;
  return key === 'milestones' && (holder === undefined || holder.definition === 'outcome');
}

/** `outcomes[O1]`; what has no id goes by its place. */
function pathTo(list: string, item: Element, among: readonly Element[]): string {
  return `${list}[${fieldOf(item, 'id')?.text || among.indexOf(item)}]`;
}

function homeOf(milestone: Milestone, plan: Plan): Outcome | undefined {
  return plan.outcomes.items.find(({ milestones }) => milestones.items.includes(milestone));
}

function pathOfMilestone(milestone: Milestone, home: Outcome | undefined, plan: Plan): string {
  if (!home) return pathTo('milestones', milestone, plan.milestones.items);
  return pathTo(`${pathTo('outcomes', home, plan.outcomes.items)}.milestones`, milestone, home.milestones.items);
}

/** True for a value that stands in place of another: any owner does, and a text that is much like it. */
function isReplaced(property: string, old: Field<unknown>, now: Field<unknown>): boolean {
  return property === 'owner' || inCommon(wordsIn(old), wordsIn(now)) >= 0.5;
}

function wordsIn({ text }: Field<unknown>): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // A name that shares a word with another is another name.
  return words.length > 3 ? words : [text];
}

/** What a mapping has under keys of which nothing was read. */
function left(mapping: Mapping | undefined, read: ReadonlyMap<string, Value>): ReadonlyMap<string, Node> {
  const entries = mapping ? entriesOf(mapping) : new Map<string, Node>();
  for (const [key, value] of read) if (!isEmptyList(value)) entries.delete(key);
  return entries;
}

/** A list of which nothing was read: it is absent, empty, or something else. */
function isEmptyList(value: Value): boolean {
  return isList(value) && value.items.length === 0 && value.word === undefined;
}

/** The sections of which nothing was read, with what they say. */
function sectionsOf(model: Plan | Agenda): ReadonlyMap<string, { readonly said: string; readonly place: Place }> {
  const read = valuesOf(model);
  const sections = new Map<string, { readonly said: string; readonly place: Place }>();
  for (const { part, items } of model.syntax.sections) {
    const value = read.get(part.section);
    if (sections.has(part.section) || (value && !isEmptyList(value))) continue;
    const said = items && items.length > 0 ? `[${items.map(item => saidBy(item.node)).join(', ')}]` : saidBy(part.node);
    const at = part.key ?? part.node;
    if (said !== '') sections.set(part.section, { said, place: { part, start: at.start, end: at.end } });
  }
  return sections;
}
