import type { DecisionStep, KeyResult, Milestone, Outcome, Phase, Plan, Priority, Risk } from '../../model/index.ts';
import { normalName } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import { milestoneIndex } from '../../rules/milestones/milestone-index.ts';

/** Something of a plan that other places name by its id, or by its name where it has none. */
export type NamedThing = Outcome | KeyResult | Milestone | Risk | Priority | Phase | DecisionStep;

/** What a plan calls things, gone through once a plan. The first one of an id counts. */
export const thingsById: (plan: Plan) => ReadonlyMap<string, NamedThing> = oncePer((plan: Plan) => {
  const all = new Map<string, NamedThing>();
  const add = (things: readonly Exclude<NamedThing, DecisionStep>[]) => {
    for (const thing of things) {
      const id = thing.id?.text;
      if (id && !all.has(id)) all.set(id, thing);
    }
  };
  add(plan.outcomes.items);
  add(plan.risks.items);
  add(plan.customer?.priorities.items ?? []);
  add(plan.phases.items);
  add(milestoneIndex(plan).inOrder);
  for (const outcome of plan.outcomes.items) add(outcome.key_results.items);
  return all;
});

const stepsByName = oncePer((plan: Plan): ReadonlyMap<string, Milestone | DecisionStep> => {
  const all = new Map<string, Milestone | DecisionStep>();
  for (const step of [...milestoneIndex(plan).inOrder, ...(plan.decision?.steps.items ?? [])]) {
    const name = normalName(step.name?.text ?? '');
    if (name && !all.has(name)) all.set(name, step);
  }
  return all;
});

/** The outcomes of a plan by their ids. */
export const outcomesById: (plan: Plan) => ReadonlyMap<string, Outcome> = oncePer(
  (plan: Plan) => new Map(plan.outcomes.items.toReversed().map(outcome => [outcome.id?.text ?? '', outcome])),
);

/** What a text names: by id, else a milestone, priority or phase by its name. */
export function thingNamed(text: string, plan: Plan): NamedThing | undefined {
  if (text === '') return undefined;
  const name = normalName(text);
  const named = (one: Priority | Phase) => normalName(one.name?.text ?? '') === name;
  return (
    thingsById(plan).get(text) ??
    stepsByName(plan).get(name) ??
    plan.customer?.priorities.items.find(named) ??
    plan.phases.items.find(named)
  );
}
