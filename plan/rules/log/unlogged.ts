import type { Day } from '../../day.ts';
import { droppedOutcomes, type PlanDelta, planDeltas } from '../../history/deltas.ts';
import { versionsSince } from '../../history/older.ts';
import type { PlanHistory } from '../../history/versions.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import { isOpen } from '../../model/milestones.ts';
import { isPursued } from '../../model/outcomes.ts';
import { type People, peopleOf } from '../../model/people.ts';
import { type HeldReview, heldReviews } from '../../model/reviews.ts';
import { whoIsMeant } from '../people/who-is-meant.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { type Changed, isExactly, isMentioned } from './log-mentions.ts';

/** What changed since a review without a word in the log. `followers`: milestones that moved with their outcome. */
export interface Unlogged {
  readonly last: HeldReview;
  readonly deltas: readonly { readonly delta: PlanDelta; readonly followers: readonly PlanDelta[] }[];
  /** Outcomes as the review had them. */
  readonly dropped: readonly Outcome[];
}

/** The changes since the last review that no review mentions; undefined where what it left is not known. Never throws. */
export function unlogged(plan: Plan, history: PlanHistory, today: Day, people: People): Unlogged | undefined {
  const last = heldReviews(plan, today).at(-1);
  const older = last && versionsSince(history, last.on);
  const reviewed = older?.at(-1)?.plan;
  if (!last || !older || !reviewed) return undefined;
  const log = entriesOf(plan, last.on);
  const isLogged = (changed: Changed) =>
    log.later.some(entry => isMentioned(changed, entry, plan)) ||
    log.all.some(entry => isExactly(changed, entry, plan));
  const before = peopleOf(reviewed);
  const found = planDeltas(plan, older).filter(delta => isOfInterest(delta, people, before, today) && !isLogged(delta));
  return {
    last,
    deltas: gathered(found),
    dropped: droppedOutcomes(plan, older).filter(
      outcome => isPursued(outcome) && !isLogged({ property: 'dropped', about: outcome, outcome, to: '' }),
    ),
  };
}

/** What the log says: entries of the last review and those after it, and those of all reviews. */
function entriesOf(plan: Plan, last: Day): { later: readonly string[]; all: readonly string[] } {
  const said = plan.review_history.items.map(({ date, plan_changes: changes, decisions }) => ({
    isLater: date?.value === undefined || date.value >= last,
    texts: [...changes.items, changes.word, ...decisions.items, decisions.word].flatMap(field =>
      field && !isPlaceholder(field.text) ? field.text : [],
    ),
  }));
  return { later: said.flatMap(one => (one.isLater ? one.texts : [])), all: said.flatMap(one => one.texts) };
}

/** Work that is done, and owners who have left, need no entry: the plan shows it. */
function isOfInterest(delta: PlanDelta, people: People, before: People, today: Day): boolean {
  const { property, about, outcome, from, to } = delta;
  if (isPlaceholder(from) || isPlaceholder(to)) return false;
  if (property === 'baseline' || property === 'measured') return true;
  if (outcome && !isPursued(outcome)) return false;
  if (about.definition === 'milestone' && !isOpen(about)) return false;
  if (property !== 'owner') return true;
  const find = (name: string, among: People) => among.find(name)?.person ?? whoIsMeant(name, among)?.person;
  const [old, now] = [find(from, people), find(to, people)];
  // Somebody who is no longer listed has left; who never was may be a team, or anybody.
  if (!old) return people.complete && find(from, before) === undefined;
  return old !== now && !(old.until?.value !== undefined && old.until.value <= today);
}

/** Of a baseline whose value and day changed the value is told, and with an outcome the milestones that moved the same way. */
function gathered(all: readonly PlanDelta[]): Unlogged['deltas'] {
  const told: { delta: PlanDelta; followers: PlanDelta[] }[] = [];
  const moved = new Map<Outcome, { delta: PlanDelta; followers: PlanDelta[] }>();
  const rebased = new Set<PlanDelta['about']>();
  for (const delta of all) {
    const { property, about, outcome } = delta;
    if (property === 'measured' && rebased.has(about)) continue;
    if (property === 'baseline') rebased.add(about);
    const lead = property === 'date' && outcome ? moved.get(outcome) : undefined;
    if (lead && isSameWay(lead.delta, delta)) {
      lead.followers.push(delta);
      continue;
    }
    const one = { delta, followers: [] };
    told.push(one);
    if (property === 'date' && about.definition === 'outcome') moved.set(about, one);
  }
  return told;
}

function isSameWay(a: PlanDelta, b: PlanDelta): boolean {
  return a.to > a.from === b.to > b.from;
}
