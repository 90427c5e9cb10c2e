import type { Element, Field, Plan } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import { normalName, type People, peopleOf, titleLength } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import { isPlaceholder } from '../../rules/text/placeholder.ts';
import type { Place, Scalar } from '../../syntax/tree.ts';

/** What a name can be of. `result` is a key result, `step` one on the way to a decision. */
export type NameKind = 'person' | 'outcome' | 'result' | 'risk' | 'milestone' | 'step' | 'phase' | 'priority';

/** A name or id that something in a plan goes by. What has both has two. */
export interface Name {
  readonly kind: NameKind;
  readonly by: 'name' | 'id';
  /** As it is written where it is defined, without a form of address. */
  readonly text: string;
  /** The number of the name in the order in which the plan is gone through: names keep it when one of them changes. */
  readonly number: number;
  /** The id of the outcome that it is defined in; '' elsewhere. */
  readonly outcome: string;
  /** What has the name; further ones have it too by mistake. */
  readonly holders: readonly (Place & { readonly label: string })[];
}

/** The names of a plan, and who is found under them. */
export interface Book {
  readonly names: readonly Name[];
  readonly people: People;
  readonly plan: Plan;
  /** What the scalar of a definition defines, and where in its text the name begins. */
  readonly defined: ReadonlyMap<Scalar, readonly Name[]>;
  /** Of these kinds, by id as it is written, or by name as names are compared; those in the same outcome first. Several only where nobody can tell. */
  find(kinds: readonly NameKind[], text: string, outcome: string): Name | undefined;
  /** Whoever that is among the stakeholders. */
  person(name: string): Name | undefined;
  /** What all of it says: books that say the same find the same. */
  readonly signature: string;
}

/** The names of a plan, collected once. Never throws. */
export const bookOf: (plan: Plan) => Book = oncePer(collect);

/** Everything that goes by an id, in the order in which an id that several kinds have is looked up. */
export const ID_KINDS: readonly NameKind[] = ['outcome', 'milestone', 'risk', 'priority', 'phase', 'result', 'step'];

type Written = Field<string> | undefined;

function collect(plan: Plan): Book {
  const names = new Map<string, Name & { holders: Name['holders'][number][] }>();
  const defined = new Map<Scalar, Name[]>();
  const add = (kind: NameKind, by: Name['by'], field: Written, element: Element, outcome: string, apart = '') => {
    if (!field || field.borrowed || field.text === '' || isPlaceholder(field.text)) return;
    const text = by === 'name' ? field.text.slice(kind === 'person' ? titleLength(field.text) : 0) : field.text;
    const key = keyOf(kind, by, text) + apart;
    const known = names.get(key) ?? { kind, by, text, number: names.size, outcome, holders: [] };
    names.set(key, known);
    known.holders.push({ part: element.part, start: element.start, end: element.end, label: element.label });
    const row = defined.get(field.node);
    if (row) row.push(known);
    else defined.set(field.node, [known]);
  };
  for (const { person } of peopleOf(plan).all) add('person', 'name', person.name, person, '');
  for (const priority of plan.customer?.priorities.items ?? []) {
    add('priority', 'id', priority.id, priority, '');
    add('priority', 'name', priority.name ?? priority.word, priority, '');
  }
  for (const phase of plan.phases.items) {
    add('phase', 'id', phase.id, phase, '');
    add('phase', 'name', phase.name, phase, '');
  }
  for (const outcome of plan.outcomes.items) {
    const id = outcome.id?.text ?? '';
    add('outcome', 'id', outcome.id, outcome, id);
    for (const result of outcome.key_results.items) add('result', 'id', result.id, result, id, ` in ${id}`);
  }
  // A name may stand in several outcomes, an id in one place alone.
  for (const milestone of allMilestones(plan)) {
    const outcome =
      milestone.holder?.definition === 'outcome' ? milestone.holder.label : (milestone.outcome?.text ?? '');
    add('milestone', 'id', milestone.id, milestone, outcome);
    add('milestone', 'name', milestone.name, milestone, outcome, ` in ${outcome}`);
  }
  for (const step of plan.decision?.steps.items ?? []) add('step', 'name', step.name, step, '');
  for (const risk of plan.risks.items) add('risk', 'id', risk.id, risk, '');
  return new NameBook(plan, [...names.values()], defined);
}

class NameBook implements Book {
  readonly plan: Plan;
  readonly people: People;
  readonly names: readonly Name[];
  readonly defined: Book['defined'];
  readonly signature: string;
  private readonly byKey = new Map<string, Name[]>();

  constructor(plan: Plan, names: readonly Name[], defined: Book['defined']) {
    this.plan = plan;
    this.people = peopleOf(plan);
    this.names = names;
    this.defined = defined;
    for (const name of names) {
      const key = keyOf(name.kind, name.by, name.text);
      const row = this.byKey.get(key);
      if (row) row.push(name);
      else this.byKey.set(key, [name]);
    }
    const parts = this.people.all.map(({ side, person }) => [
      side,
      person.role?.text,
      person.type?.text,
      person.email?.text,
    ]);
    this.signature = JSON.stringify([names.map(({ kind, by, text, outcome }) => [kind, by, text, outcome]), parts]);
  }

  find(kinds: readonly NameKind[], text: string, outcome: string): Name | undefined {
    for (const by of ['id', 'name'] as const) {
      for (const kind of kinds) {
        const row = this.byKey.get(keyOf(kind, by, text)) ?? [];
        const near = row.length > 1 ? row.filter(name => name.outcome === outcome) : row;
        if (near.length === 1) return near[0];
      }
    }
    return undefined;
  }

  person(name: string): Name | undefined {
    return this.byKey.get(keyOf('person', 'name', name))?.[0];
  }
}

function keyOf(kind: NameKind, by: Name['by'], text: string): string {
  return `${kind} ${by} ${by === 'id' ? text : normalName(text)}`;
}
