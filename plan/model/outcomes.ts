import type { Day } from '../day.ts';
import { milestoneIndex } from '../rules/milestones/milestone-index.ts';
import type { Field, Milestone, Outcome, Plan } from './index.ts';

/** The day an outcome is due as it is written: its own target date, else the last of its key results. Undefined where none can be read. */
export function dueField(outcome: Outcome): (Field<Day> & { readonly value: Day }) | undefined {
  const own = outcome.target?.target_date;
  const all = own && own.text !== '' ? [own] : outcome.key_results.items.map(result => result.target?.target_date);
  return all
    .filter(isReadable)
    .sort((a, b) => (a.value < b.value ? -1 : 1))
    .at(-1);
}

/** The outcome that a milestone stands in, or that it names. */
export function outcomeOf(milestone: Milestone, plan: Plan): Outcome | undefined {
  return milestoneIndex(plan).outcomeOf(milestone);
}

/** True while an outcome is worked for: neither achieved nor given up nor put off. */
export function isPursued(outcome: Outcome): boolean {
  const status = outcome.status?.value;
  return status !== 'achieved' && status !== 'missed' && status !== 'deferred';
}

/** True for a pursued outcome whose status can be told: what a misspelt one was to say nobody knows, and the schema speaks of it. */
export function isWorkedFor(outcome: Outcome): boolean {
  return isPursued(outcome) && !hasMisspeltStatus(outcome);
}

/** True where something is written as the status that the format does not know. */
export function hasMisspeltStatus({ status }: Outcome): boolean {
  return status !== undefined && status.value === undefined && status.text !== '';
}

function isReadable(field: Field<Day> | undefined): field is Field<Day> & { readonly value: Day } {
  return field?.value !== undefined;
}
