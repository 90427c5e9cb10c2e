import type { Field, KeyResult, Milestone, Outcome, Plan } from '../model/index.ts';
import { oncePer } from '../once.ts';

/** Something that can be told apart from version to version: by its name, or what describes it, else by its id. */
export interface Named {
  readonly id?: Field<string> | undefined;
  readonly name?: Field<string> | undefined;
  readonly description?: Field<string> | undefined;
}

/** Things by what they are called; what two of them share names none. */
interface Index<T extends Named> {
  readonly byName: ReadonlyMap<string, T | undefined>;
  readonly byId: ReadonlyMap<string, T | undefined>;
}

/** Finds the outcomes, key results and milestones of one plan in another version of it. */
class SameThings {
  private readonly outcomes: Index<Outcome>;
  private readonly milestones: Index<Milestone>;
  private readonly inside = new Map<Outcome, Index<Milestone>>();
  private readonly results = new Map<Outcome, Index<KeyResult>>();

  constructor(plan: Plan) {
    const outcomes = plan.outcomes.items;
    this.outcomes = indexOf(outcomes);
    this.milestones = indexOf([...outcomes.flatMap(outcome => outcome.milestones.items), ...plan.milestones.items]);
    for (const outcome of outcomes) {
      this.inside.set(outcome, indexOf(outcome.milestones.items));
      this.results.set(outcome, indexOf(outcome.key_results.items));
    }
  }

  outcome(other: Outcome): Outcome | undefined {
    return find(this.outcomes, other);
  }

  keyResult(other: KeyResult, outcome: Outcome): KeyResult | undefined {
    const index = this.results.get(outcome);
    return index && find(index, other);
  }

  /** A milestone, looked for in the same outcome first; `outcome` is that of this plan. */
  milestone(other: Milestone, outcome: Outcome | undefined): Milestone | undefined {
    const own = outcome && this.inside.get(outcome);
    return (own && find(own, other)) ?? find(this.milestones, other);
  }
}

/** The things of a plan, put in order once. */
export const sameThingsOf: (plan: Plan) => SameThings = oncePer((plan: Plan) => new SameThings(plan));

/** The words that a thing is called by, without case and signs. */
export function nameWords({ name, description }: Named): readonly string[] {
  const text = (name ?? description)?.text ?? '';
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function find<T extends Named>(index: Index<T>, other: Named): T | undefined {
  const named = index.byName.get(nameWords(other).join(' '));
  if (named) return named;
  const same = index.byId.get(idOf(other));
  return same && isAlike(same, other) ? same : undefined;
}

/** Ids are given anew when a list is put in another order: one id means one thing only where the names share a word, or say nothing. */
export function isAlike(a: Named, b: Named): boolean {
  const [one, other] = [longWords(a), longWords(b)];
  return one.size === 0 || other.size === 0 || [...one].some(word => other.has(word));
}

function longWords(thing: Named): ReadonlySet<string> {
  return new Set(nameWords(thing).filter(word => word.length > 3 && !COMMON.has(word)));
}

const COMMON: ReadonlySet<string> = new Set([
  'from',
  'with',
  'into',
  'that',
  'than',
  'their',
  'every',
  'each',
  'percent',
]);

function indexOf<T extends Named>(things: readonly T[]): Index<T> {
  return { byName: uniquely(things, thing => nameWords(thing).join(' ')), byId: uniquely(things, idOf) };
}

/** Things by a key; what two of them share stands for none. */
export function uniquely<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T | undefined> {
  const map = new Map<string, T | undefined>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key !== '') map.set(key, map.has(key) ? undefined : thing);
  }
  return map;
}

/** Its id as ids are compared. */
export function idOf({ id }: Named): string {
  return id?.text.trim().toLowerCase() ?? '';
}
