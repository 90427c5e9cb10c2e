import type { Day } from '../../day.ts';
import type { List, Milestone, Outcome, Plan } from '../../model/index.ts';
import { dueField, joined } from '../../model/outcomes.ts';
import { oncePer, oncePerItem } from '../../once.ts';
import { Digest } from '../digest.ts';
import { firstPhaseCalled } from './phases.ts';

/** A milestone that has a day. */
export interface Step {
  readonly milestone: Milestone;
  readonly day: Day;
}

/** A milestone that is due before one above it, which is the one due last. */
export interface Astray {
  readonly step: Step;
  readonly before: Step;
}

/** Milestones of one list that belong to one outcome and one phase, with their days. */
export interface Row {
  readonly list: List<Milestone>;
  readonly steps: readonly Step[];
  /** True where at least three stand in the opposite order. */
  readonly newestFirst: boolean;
  readonly found: Astray | undefined;
}

/** Whether the milestones of each outcome stand in the order of their days: then none of its rows has anything out of order. */
export const inOrderOfDays = new Digest(({ milestones }) => {
  const days = milestones.items.flatMap(({ target_date }) => target_date?.value ?? []);
  return [days.every((day, index) => index === 0 || day >= (days[index - 1] ?? day))];
});

/** The rows of a plan in which something may be out of order. Never throws. */
export function allRows(plan: Plan): readonly Row[] {
  const dues = plan.milestones.items.length > 0 ? duesOf(plan) : new Map<string, Day | undefined>();
  const outcomes = isInOrder(plan) ? [] : plan.outcomes.items;
  return joined(rowsWithin(plan.phases)(outcomes)).concat(
    rowsOf(plan.milestones, ({ outcome }) => (outcome?.text ? dues.get(outcome.text) : undefined), plan),
    plan.implementation ? rowsOf(plan.implementation.steps, () => undefined, plan) : [],
  );
}

/** True where the milestones of every outcome stand in the order of their days. Never throws. */
export function isInOrder(plan: Plan): boolean {
  return inOrderOfDays.of(plan).every(([isOne]) => isOne);
}

function duesOf(plan: Plan): Map<string, Day | undefined> {
  return new Map(plan.outcomes.items.map(outcome => [outcome.id?.text ?? '', dueField(outcome)?.value]));
}

/** The rows of each outcome, as long as the phases stay. */
const rowsWithin = oncePer((phases: Plan['phases']) =>
  oncePerItem((outcome: Outcome): readonly Row[] => {
    const due = dueField(outcome)?.value;
    return rowsOf(outcome.milestones, () => due, { phases });
  }),
);

/** What of a plan decides about the rows of a list. */
type Phased = Pick<Plan, 'phases'>;

function rowsOf(list: List<Milestone>, dueOf: (milestone: Milestone) => Day | undefined, plan: Phased): readonly Row[] {
  const rows = new Map<string, Step[]>();
  for (const milestone of list.items) {
    const day = milestone.target_date?.value;
    if (!day || milestone.status?.value === 'skipped' || isMisdated(milestone, day, dueOf(milestone), plan)) continue;
    const key = JSON.stringify([milestone.outcome?.text ?? '', milestone.phase?.text ?? '']);
    const row = rows.get(key);
    if (row) row.push({ milestone, day });
    else rows.set(key, [{ milestone, day }]);
  }
  return [...rows.values()].map(steps => ({
    list,
    steps,
    newestFirst: steps.length > 2 && isNewestFirst(steps),
    found: firstOutOfOrder(steps),
  }));
}

/** Another rule says that the day itself is wrong. */
function isMisdated(milestone: Milestone, day: Day, due: Day | undefined, plan: Phased): boolean {
  if (due && day > due) return true;
  const named = milestone.phase?.text;
  const phase = named ? firstPhaseCalled(named, plan) : undefined;
  return (phase?.start_date?.value ?? day) > day || (phase?.end_date?.value ?? day) < day;
}

function isNewestFirst(steps: readonly Step[]): boolean {
  return steps.every(({ day }, index) => index === 0 || day < (steps[index - 1]?.day ?? ''));
}

/** The first that is due before one above it, with the one above that is due last. Undefined where it waits for that one: then its day is the mistake. */
function firstOutOfOrder(steps: readonly Step[]): Astray | undefined {
  let latest: Step | undefined;
  for (const step of steps) {
    if (latest && step.day < latest.day) {
      const { id, name } = latest.milestone;
      const waits = step.milestone.depends_on.items.some(
        ({ text }) => text !== '' && (text === id?.text || text === name?.text),
      );
      return waits ? undefined : { step, before: latest };
    }
    latest = step;
  }
  return undefined;
}
