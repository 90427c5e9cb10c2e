import type { Day } from '../day.ts';
import type { Baseline, Field, KeyResult, Milestone, Outcome, Plan, Target } from '../model/index.ts';
import { normalName } from '../model/people.ts';
import type { QuantityReading } from '../quantity/index.ts';
import type { OlderPlan } from './older.ts';
import { sameThingsOf } from './same-thing.ts';
import { isOtherQuantity } from './same-value.ts';

/** What changed of a thing. `measured` is the day of a baseline. */
export type DeltaProperty = 'date' | 'goal' | 'owner' | 'baseline' | 'measured';

/** One value that a plan no longer says as it once did. */
export interface PlanDelta {
  readonly property: DeltaProperty;
  /** What it belongs to, as the plan has it now; a key result belongs to its outcome. */
  readonly about: Outcome | Milestone | KeyResult;
  readonly outcome: Outcome | undefined;
  /** The value as it is now. */
  readonly field: Field<unknown>;
  readonly from: string;
  readonly to: string;
  /** When the newest value was committed; undefined where it is not yet. */
  readonly since: Day | undefined;
}

/** An owner who is one no longer, or a first value: a text, and what it was before. */
interface Change {
  readonly field: Field<unknown>;
  readonly from: string;
  readonly to: string;
}

/** What makes one kind of value another one. `isSet`: where an older version does not have it yet, a newer one that has it is compared. */
interface Aspect<T> {
  readonly property: DeltaProperty;
  readonly isSet?: (one: T) => boolean;
  readonly change: (old: T, now: T) => Change | undefined;
}

type Carrier = { readonly target: Target | undefined; readonly baseline: Baseline | undefined };
type Owned = { readonly owners: readonly Field<string>[] };
type Dated = { readonly due: Field<Day> | undefined };

/**
 * What differs between a plan and what its last review left, the last of `older` (newest first): due dates, goals, baselines and owners. A value
 * that was not there yet is no change; a baseline is compared with the first one that was written since.
 */
export function planDeltas(plan: Plan, older: readonly OlderPlan[]): readonly PlanDelta[] {
  const deltas: PlanDelta[] = [];
  const compare = <T>(
    aspects: readonly Aspect<T>[],
    about: PlanDelta['about'],
    outcome: Outcome | undefined,
    now: T,
    then: (one: OlderPlan) => T | undefined,
  ) => {
    for (const { property, isSet, change } of aspects) {
      const found = firstChange(older, now, then, isSet, change);
      if (found) deltas.push({ property, about, outcome, ...found });
    }
  };
  const ofMilestone = (milestone: Milestone, outcome: Outcome | undefined) =>
    compare([...DATES, ...OWNERS], milestone, outcome, milestoneSides(milestone), one => {
      const same = oldMilestone(one, milestone, outcome);
      return same && milestoneSides(same);
    });
  for (const outcome of plan.outcomes.items) {
    const old = (one: OlderPlan) => one.plan && sameThingsOf(one.plan).outcome(outcome);
    compare([...DATES, ...OWNERS, ...NUMBERS], outcome, outcome, outcomeSides(outcome), one => {
      const same = old(one);
      return same && outcomeSides(same);
    });
    for (const result of outcome.key_results.items)
      compare([...DATES, ...NUMBERS], result, outcome, resultSides(result), one => {
        const home = old(one);
        const same = home && one.plan && sameThingsOf(one.plan).keyResult(result, home);
        return same && resultSides(same);
      });
    for (const milestone of outcome.milestones.items) ofMilestone(milestone, outcome);
  }
  for (const milestone of plan.milestones.items)
    ofMilestone(
      milestone,
      plan.outcomes.items.find(({ id }) => id?.text && id.text === milestone.outcome?.text),
    );
  return deltas;
}

/** The outcomes that the last review still had and that the plan has no longer. */
export function droppedOutcomes(plan: Plan, older: readonly OlderPlan[]): readonly Outcome[] {
  const reviewed = older.at(-1)?.plan;
  if (!reviewed) return [];
  const [now, then] = [sameThingsOf(plan), sameThingsOf(reviewed)];
  const kept = new Set(plan.outcomes.items.map(outcome => then.outcome(outcome)));
  return reviewed.outcomes.items.filter(outcome => !kept.has(outcome) && now.outcome(outcome) === undefined);
}

function firstChange<T>(
  older: readonly OlderPlan[],
  now: T,
  then: (one: OlderPlan) => T | undefined,
  isSet: Aspect<T>['isSet'],
  change: Aspect<T>['change'],
): (Change & { since: Day | undefined }) | undefined {
  if (isSet && !isSet(now)) return undefined;
  for (let at = older.length - 1; at >= 0; at--) {
    const one = older[at];
    const old = one && then(one);
    if (isSet && !(old && isSet(old))) continue;
    const found = old && change(old, now);
    if (!found) return undefined;
    // Set and put right on one day is not yet a change of what was agreed.
    const since = sinceWhen(older, now, then, change);
    return at < older.length - 1 && since === one.committedOn ? undefined : { ...found, since };
  }
  return undefined;
}

/** The day of the oldest of the newest versions that say what the plan says now. */
function sinceWhen<T>(
  older: readonly OlderPlan[],
  now: T,
  then: (one: OlderPlan) => T | undefined,
  change: Aspect<T>['change'],
): Day | undefined {
  let since: Day | undefined;
  for (const one of older) {
    const old = then(one);
    if (!old || change(old, now)) break;
    since = one.committedOn;
  }
  return since;
}

const DATES: readonly Aspect<Dated>[] = [{ property: 'date', change: (old, now) => dayChange(old.due, now.due) }];
const OWNERS: readonly Aspect<Owned>[] = [{ property: 'owner', change: ownerChange }];
const NUMBERS: readonly Aspect<Carrier>[] = [
  { property: 'goal', change: (old, now) => quantityChange(old.target?.goal, now.target?.goal) },
  {
    property: 'baseline',
    isSet: ({ baseline }) => baseline?.current?.value?.kind === 'quantity',
    change: (old, now) => quantityChange(old.baseline?.current, now.baseline?.current),
  },
  {
    property: 'measured',
    isSet: ({ baseline }) => baseline?.measured_on?.value !== undefined,
    change: (old, now) => dayChange(old.baseline?.measured_on, now.baseline?.measured_on),
  },
];

function outcomeSides({ target, baseline, owner }: Outcome): Carrier & Owned & Dated {
  return { target, baseline, owners: owner ? [owner] : [], due: target?.target_date };
}

function resultSides({ target, baseline }: KeyResult): Carrier & Dated {
  return { target, baseline, due: target?.target_date };
}

function milestoneSides({ owner, target_date }: Milestone): Owned & Dated {
  return { owners: owner.items, due: target_date };
}

function oldMilestone({ plan }: OlderPlan, milestone: Milestone, outcome: Outcome | undefined): Milestone | undefined {
  if (!plan) return undefined;
  const things = sameThingsOf(plan);
  return things.milestone(milestone, outcome && things.outcome(outcome));
}

function dayChange(old: Field<Day> | undefined, now: Field<Day> | undefined): Change | undefined {
  if (!old?.value || !now?.value || old.value === now.value) return undefined;
  return { field: now, from: old.value, to: now.value };
}

function quantityChange(
  old: Field<QuantityReading> | undefined,
  now: Field<QuantityReading> | undefined,
): Change | undefined {
  if (!old?.value || !now?.value || !isOtherQuantity(old.value, now.value)) return undefined;
  return { field: now, from: old.text, to: now.text };
}

/** Owners of whom one is gone. Somebody who joins them, or the first, changes nothing that was agreed. */
function ownerChange(old: Owned, now: Owned): Change | undefined {
  const names = new Set(now.owners.map(nameOf));
  const gone = old.owners.find(owner => nameOf(owner) !== '' && !names.has(nameOf(owner)));
  const before = new Set(old.owners.map(nameOf));
  const come = now.owners.find(owner => nameOf(owner) !== '' && !before.has(nameOf(owner)));
  return gone && come ? { field: come, from: gone.text, to: come.text } : undefined;
}

function nameOf({ text }: Field<string>): string {
  return normalName(text);
}
