import type { Day } from '../day.ts';
import { oncePer } from '../once.ts';
import type { Milestone, Outcome, Plan } from './index.ts';
import { isMisread, isReadable, type Readable, readable } from './readable.ts';

/** The day an outcome is due as it is written: its own target date, else the last of its key results. Undefined where none can be read. */
export function dueField(outcome: Outcome): Readable<Day> | undefined {
  const own = outcome.target?.target_date;
  if (own && own.text !== '') return readable(own);
  return outcome.key_results.items
    .map(result => result.target?.target_date)
    .filter(isReadable)
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .at(-1);
}

/** The outcome that a milestone stands in, or that it names. */
export function outcomeOf(milestone: Milestone, plan: Plan): Outcome | undefined {
  const { around, byId } = outcomesIn(plan);
  return around.get(milestone) ?? byId.get(milestone.outcome?.text ?? '');
}

/** A plan may have thousands of milestones: what each stands in, and which outcome has an id first, is gone through once. */
const outcomesIn = oncePer((plan: Plan) => {
  const outcomes = plan.outcomes.items;
  const byId = new Map(outcomes.toReversed().map(outcome => [outcome.id?.text ?? '', outcome]));
  byId.delete('');
  return {
    around: new Map(outcomes.flatMap(outcome => outcome.milestones.items.map(one => [one, outcome] as const))),
    byId,
  };
});

/** True while an outcome is worked for: neither achieved nor given up nor put off. */
export function isPursued(outcome: Outcome): boolean {
  const status = outcome.status?.value;
  return status !== 'achieved' && status !== 'missed' && status !== 'deferred';
}

/** True for a pursued outcome whose status can be told: what a misspelt one was to say nobody knows, and the schema speaks of it. */
export function isWorkedFor(outcome: Outcome): boolean {
  return isPursued(outcome) && !isMisread(outcome.status);
}
