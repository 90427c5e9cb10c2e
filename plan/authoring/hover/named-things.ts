import type { DecisionStep, KeyResult, Milestone, Outcome, Phase, Plan, Priority, Risk } from '../../model/index.ts';
import { normalName } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import { milestoneIndex } from '../../rules/milestones/milestone-index.ts';

/** Something of a plan that other places name by its id, or by its name where it has none. */
export type NamedThing = Outcome | KeyResult | Milestone | Risk | Priority | Phase | DecisionStep;

/** Everything of a plan that has an id or a name, people aside, gone through once a plan. */
export const thingsIn: (plan: Plan) => readonly NamedThing[] = oncePer((plan: Plan) => {
  const all: NamedThing[] = [];
  const { outcomes, risks, phases, customer, decision } = plan;
  return all.concat(
    outcomes.items,
    risks.items,
    customer?.priorities.items ?? [],
    phases.items,
    milestoneIndex(plan).inOrder,
    ...outcomes.items.map(outcome => outcome.key_results.items),
    decision?.steps.items ?? [],
  );
});

/** Things by their ids; the first one of an id counts. */
const thingsById = oncePer((plan: Plan): ReadonlyMap<string, NamedThing> => {
  const all = new Map<string, NamedThing>();
  for (const thing of thingsIn(plan)) {
    const id = 'id' in thing ? thing.id?.text : undefined;
    if (id && !all.has(id)) all.set(id, thing);
  }
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
