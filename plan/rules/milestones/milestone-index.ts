import type { DecisionStep, Field, Milestone, Outcome, Plan } from '../../model/index.ts';
import { inEach, joined, outcomeOf } from '../../model/outcomes.ts';
import { normalName } from '../../model/people.ts';
import { oncePer, oncePerItem } from '../../once.ts';
import type { PlanSlice } from '../rule.ts';

/** What a milestone can wait for. */
export type Step = Milestone | DecisionStep;

/** An entry of `depends_on`, and what it names. */
export interface Dependency {
  readonly entry: Field<string>;
  /** False where nothing in the plan is called that. */
  readonly known: boolean;
  /** The one step that is meant; undefined where it is something else of the plan, or could be several. */
  readonly on: Step | undefined;
}

/** The milestones of a plan, found by what other places call them. */
export interface MilestoneIndex {
  /** All of them, in the order of the file. */
  readonly inOrder: readonly Milestone[];
  /** Those of them that wait for something. */
  readonly waiting: readonly Milestone[];
  /** The entries that are written, in their order; placeholders are left out by whoever asks. */
  dependenciesOf(milestone: Milestone): readonly Dependency[];
  /** True where a text names a milestone, or a decision step, by its id or its name. */
  has(text: string): boolean;
}

/** Where the index looks. */
export const INDEX_READS: readonly PlanSlice[] = [
  'outcomes',
  'milestones',
  'implementation',
  'decision',
  'risks',
  'phases',
  'customer',
];

/** The index of a plan, put together once. Never throws. */
export const milestoneIndex: (plan: Plan) => MilestoneIndex = oncePer(build);

function build(plan: Plan): MilestoneIndex {
  let all: readonly Milestone[] | undefined;
  const inOrder = () => {
    all ??= milestonesInOrder(plan, ({ items }) => inEach(items, allIn), allIn);
    return all;
  };
  // Most plans name no milestone anywhere.
  let known: Names | undefined;
  const names = () => {
    known ??= namesIn(plan, inOrder());
    return known;
  };

  const find = (text: string): readonly Step[] =>
    names().ids.get(text) ?? names().names.get(normalName(text)) ?? within(text);

  /** `O1-M2`, `O1 milestone 3`: a milestone called by its outcome first. */
  const within = (text: string): readonly Step[] => {
    for (const parting of text.slice(0, 200).matchAll(PARTING)) {
      const { outcomes, rows } = names();
      const outcome = outcomes.get(text.slice(0, parting.index));
      const row = outcome && rows.get(outcome);
      const rest = text.slice(parting.index + parting[0].length);
      const nth = /^\d{1,3}$/.test(rest) ? row?.[Number(rest) - 1] : undefined;
      // Whoever has an id is called by it: the third one of O1 is not `O1-3` where milestones are numbered so.
      const found = row?.find(step => step.id?.text === rest || normalName(step.name?.text ?? '') === normalName(rest));
      const meant = found ?? (nth?.id?.text ? undefined : nth);
      if (meant) return [meant];
    }
    return [];
  };

  const read = (milestone: Milestone): readonly Dependency[] =>
    milestone.depends_on.items
      .filter(entry => entry.text !== '')
      .map(entry => {
        const found = find(entry.text);
        return { entry, known: found.length > 0 || names().others.has(entry.text), on: meant(found, milestone) };
      });

  /** Of several with one name the one of the same outcome. */
  const meant = (found: readonly Step[], from: Milestone): Step | undefined => {
    if (found.length <= 1) return found[0];
    const near = found.filter(
      step => step !== from && step.definition === 'milestone' && outcomeOf(step, plan) === outcomeOf(from, plan),
    );
    return near.length === 1 ? near[0] : undefined;
  };

  const dependencies = new Map<Milestone, readonly Dependency[]>();
  const readOnce = (milestone: Milestone) => {
    const found = dependencies.get(milestone) ?? read(milestone);
    dependencies.set(milestone, found);
    return found;
  };
  return {
    get inOrder() {
      return inOrder();
    },
    waiting: milestonesInOrder(plan, ({ items }) => joined(waitingInEach(items)), waitingIn),
    has: text => find(text).length > 0,
    dependenciesOf: milestone => (milestone.depends_on.items.length === 0 ? [] : readOnce(milestone)),
  };
}

/** What milestones and the rest of a plan are called. */
interface Names {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly rows: ReadonlyMap<Outcome | undefined, readonly Milestone[]>;
  readonly ids: ReadonlyMap<string, readonly Step[]>;
  readonly names: ReadonlyMap<string, readonly Step[]>;
  /** What else has a name that somebody may wait for. */
  readonly others: ReadonlySet<string>;
}

function namesIn(plan: Plan, inOrder: readonly Milestone[]): Names {
  let outcomes: Map<string, Outcome> | undefined;
  let rows: Names['rows'] | undefined;
  let others: Names['others'] | undefined;
  const ids = grouped<Milestone, string>(inOrder, step => step.id?.text ?? '');
  const names = grouped<Step, string>([...inOrder, ...(plan.decision?.steps.items ?? [])], comparableName);
  ids.delete('');
  names.delete('');
  return {
    ids,
    names,
    get outcomes() {
      outcomes ??= new Map(plan.outcomes.items.toReversed().map(outcome => [outcome.id?.text ?? '', outcome]));
      outcomes.delete('');
      return outcomes;
    },
    get rows() {
      rows ??= grouped(inOrder, step => outcomeOf(step, plan));
      return rows;
    },
    get others() {
      others ??= otherIds(plan);
      return others;
    },
  };
}

const comparableName = oncePer((step: Step) => normalName(step.name?.text ?? ''));

type Holder = { readonly milestones: { readonly items: readonly Milestone[] } };
type Pick = (holder: Holder) => readonly Milestone[];

/** Section by section as they stand in the text; within one they come in the order of the text. */
function milestonesInOrder(
  plan: Plan,
  within: (outcomes: Plan['outcomes']) => readonly Milestone[],
  pick: Pick,
): readonly Milestone[] {
  const place = (name: string) => plan.syntax.sections.findIndex(({ part }) => part.section === name);
  const sections: readonly (readonly [number, readonly Milestone[]])[] = [
    [place('outcomes'), within(plan.outcomes)],
    [place('milestones'), pick(plan)],
    [place('implementation'), plan.implementation ? pick({ milestones: plan.implementation.steps }) : []],
  ];
  const [first = [], ...others] = sections.toSorted(([a], [b]) => a - b).map(([, milestones]) => milestones);
  return first.concat(...others);
}

const allIn: Pick = ({ milestones }) => milestones.items;
const waitingIn: Pick = ({ milestones }) => milestones.items.filter(one => one.depends_on.items.length > 0);
const waitingInEach = oncePerItem((outcome: Outcome) => waitingIn(outcome));

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const PARTING = /[\s·./:#>–—-]+(?:milestone\s+)?/gi;

/** What else of the plan has a name that somebody may wait for. */
function otherIds(plan: Plan): ReadonlySet<string> {
  const all = [
    ...plan.outcomes.items.flatMap(outcome => [outcome.id, ...outcome.key_results.items.map(result => result.id)]),
    ...plan.risks.items.map(risk => risk.id),
    ...plan.phases.items.flatMap(phase => [phase.id, phase.name]),
    ...(plan.customer?.priorities.items ?? []).map(priority => priority.id),
  ];
  return new Set(all.map(field => field?.text ?? '').filter(text => text !== ''));
}
