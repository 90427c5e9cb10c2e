import type { Day } from '../day.ts';
import { type Plan, readDocuments } from '../model/index.ts';
import { Beside } from '../once.ts';
import { parse } from '../syntax/parse.ts';
import type { PlanHistory, PlanVersion } from './versions.ts';

/** A plan as it stood once. It is read when somebody asks, and undefined where it cannot be read whole. */
export interface OlderPlan {
  readonly plan: Plan | undefined;
  readonly committedOn: Day;
}

/**
 * The older versions of one document that count for a review, newest first. The last of them is what the review left: what was committed last on or
 * before its day, or, where the review itself was committed later, the first version that has it. Undefined where the text is the same as
 * then, where the file is younger than the review, where the review is not committed yet, and where what it left cannot be read whole.
 */
export function versionsSince(history: PlanHistory, reviewed: Day): readonly OlderPlan[] | undefined {
  const upTo = history.versions.findIndex(version => version.committedOn <= reviewed);
  const reference = history.versions[upTo];
  if (!reference || reference.text === history.text) return undefined;
  const older = history.versions.slice(0, upTo + 1).map(version => new LazyPlan(version, history));
  if (!older.at(-1)?.plan) return undefined;
  const holding = older.findLastIndex(({ plan }) =>
    plan?.review_history.items.some(one => one.date?.value === reviewed),
  );
  return holding < 0 ? undefined : older.slice(0, holding + 1);
}

/** A class, since getters in an object literal would keep the plan that they are of alive in V8. */
class LazyPlan implements OlderPlan {
  private readonly version: PlanVersion;
  private readonly history: PlanHistory;

  constructor(version: PlanVersion, history: PlanHistory) {
    this.version = version;
    this.history = history;
  }

  get committedOn(): Day {
    return this.version.committedOn;
  }

  get plan(): Plan | undefined {
    return plansOf(this.version, this.history)[this.history.index];
  }
}

/** Older texts never change: each is read once, however often the newest text is checked. */
const read = new Beside<PlanVersion, readonly (Plan | undefined)[]>();

function plansOf(version: PlanVersion, { readSound }: PlanHistory): readonly (Plan | undefined)[] {
  const known = read.get(version);
  if (known) return known;
  const source = readSound?.(version.text) ?? parse(version.text);
  const plans = readDocuments(source).map(({ model }) =>
    model.kind === 'plan' && !model.syntax.broken ? model : undefined,
  );
  read.set(version, plans);
  return plans;
}
