import type { Day } from '../day.ts';
import { type Plan, readDocuments } from '../model/index.ts';
import { oncePer } from '../once.ts';
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
  const older = history.versions.slice(0, upTo + 1).map(version => lazily(version, history.index));
  if (!older.at(-1)?.plan) return undefined;
  const holding = older.findLastIndex(({ plan }) =>
    plan?.review_history.items.some(one => one.date?.value === reviewed),
  );
  return holding < 0 ? undefined : older.slice(0, holding + 1);
}

function lazily(version: PlanVersion, index: number): OlderPlan {
  return {
    committedOn: version.committedOn,
    get plan() {
      return plansOf(version)[index];
    },
  };
}

/** Older texts never change: each is read once, however often the newest text is checked. */
const plansOf = oncePer((version: PlanVersion): readonly (Plan | undefined)[] =>
  readDocuments(parse(version.text)).map(({ model }) =>
    model.kind === 'plan' && !model.syntax.broken ? model : undefined,
  ),
);
