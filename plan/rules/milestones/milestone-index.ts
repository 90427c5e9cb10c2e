import type { DecisionStep, Field, Milestone, Outcome, Plan } from '../../model/index.ts';
import { inEach, joined, outcomeOf } from '../../model/outcomes.ts';
import { normalName } from '../../model/people.ts';
import { oncePer, oncePerItem } from '../../once.ts';
import { Digest } from '../digest.ts';
import type { Looked, PlanSlice } from '../rule.ts';

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

/** Whether something of each outcome waits for something. */
const waits = new Digest(outcome => [waitingIn(outcome).length > 0]);

/** Where `somethingWaits` looks. */
export const WAITING_READS: readonly Looked[] = [waits, 'milestones', 'implementation'];

/** True where a milestone of the plan waits for something: in most plans none does. Never throws. */
export function somethingWaits(plan: Plan): boolean {
  return (
    waits.of(plan).some(([isOne]) => isOne) ||
    waitingIn(plan).length > 0 ||
    (plan.implementation !== undefined && waitingIn({ milestones: plan.implementation.steps }).length > 0)
  );
}

/** The index of a plan, put together once. Never throws. */
export const milestoneIndex: (plan: Plan) => MilestoneIndex = oncePer(plan => new Index(plan));

/** A class, since V8 keeps a hidden class of its own for each object that is written down with getters, and with it all that these see. */
class Index implements MilestoneIndex {
  readonly waiting: readonly Milestone[];
  private readonly plan: Plan;
  private all: readonly Milestone[] | undefined;
  /** Most plans name no milestone anywhere. */
  private names: Names | undefined;
  private readonly dependencies = new Map<Milestone, readonly Dependency[]>();

  constructor(plan: Plan) {
    this.plan = plan;
    this.waiting = milestonesInOrder(plan, ({ items }) => joined(waitingInEach(items)), waitingIn);
  }

  get inOrder(): readonly Milestone[] {
    this.all ??= milestonesInOrder(this.plan, ({ items }) => inEach(items, allIn), allIn);
    return this.all;
  }

  has(text: string): boolean {
    return this.find(text).length > 0;
  }

  dependenciesOf(milestone: Milestone): readonly Dependency[] {
    if (milestone.depends_on.items.length === 0) return [];
    const found = this.dependencies.get(milestone) ?? this.read(milestone);
    this.dependencies.set(milestone, found);
    return found;
  }

  private known(): Names {
    this.names ??= new Names(this.plan, this.inOrder);
    return this.names;
  }

  private find(text: string): readonly Step[] {
    const known = this.known();
    return known.ids.get(text) ?? known.names.get(normalName(text)) ?? this.within(text);
  }

  /** `O1-M2`, `O1 milestone 3`: a milestone called by its outcome first. */
  private within(text: string): readonly Step[] {
    for (const parting of text.slice(0, 200).matchAll(PARTING)) {
      const { outcomes, rows } = this.known();
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
  }

  private read(milestone: Milestone): readonly Dependency[] {
    return milestone.depends_on.items
      .filter(entry => entry.text !== '')
      .map(entry => {
        const found = this.find(entry.text);
        const known = found.length > 0 || this.known().others.has(entry.text);
        return { entry, known, on: this.meant(found, milestone) };
      });
  }

  /** Of several with one name the one of the same outcome. */
  private meant(found: readonly Step[], from: Milestone): Step | undefined {
    if (found.length <= 1) return found[0];
    const { plan } = this;
    const near = found.filter(
      step => step !== from && step.definition === 'milestone' && outcomeOf(step, plan) === outcomeOf(from, plan),
    );
    return near.length === 1 ? near[0] : undefined;
  }
}

/** What milestones and the rest of a plan are called. */
class Names {
  readonly ids: ReadonlyMap<string, readonly Step[]>;
  readonly names: ReadonlyMap<string, readonly Step[]>;
  private readonly plan: Plan;
  private readonly inOrder: readonly Milestone[];
  private byId: ReadonlyMap<string, Outcome> | undefined;
  private byOutcome: ReadonlyMap<Outcome | undefined, readonly Milestone[]> | undefined;
  private besides: ReadonlySet<string> | undefined;

  constructor(plan: Plan, inOrder: readonly Milestone[]) {
    this.plan = plan;
    this.inOrder = inOrder;
    const ids = grouped<Milestone, string>(inOrder, step => step.id?.text ?? '');
    const names = grouped<Step, string>([...inOrder, ...(plan.decision?.steps.items ?? [])], comparableName);
    ids.delete('');
    names.delete('');
    this.ids = ids;
    this.names = names;
  }

  get outcomes(): ReadonlyMap<string, Outcome> {
    if (!this.byId) {
      const byId = new Map(this.plan.outcomes.items.toReversed().map(outcome => [outcome.id?.text ?? '', outcome]));
      byId.delete('');
      this.byId = byId;
    }
    return this.byId;
  }

  get rows(): ReadonlyMap<Outcome | undefined, readonly Milestone[]> {
    this.byOutcome ??= grouped(this.inOrder, step => outcomeOf(step, this.plan));
    return this.byOutcome;
  }

  /** What else has a name that somebody may wait for. */
  get others(): ReadonlySet<string> {
    this.besides ??= otherIds(this.plan);
    return this.besides;
  }
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
