import type { Field, Plan, Reference } from '../../model/index.ts';
import { normalName } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import { milestoneIndex } from '../milestones/milestone-index.ts';

/** What a reference can name, people aside. */
export type Named = 'outcome' | 'milestone' | 'risk' | 'priority' | 'phase';

/** The ids of a plan, by kind. */
export interface KnownIds {
  /** What there is of a kind, in the order of the file; what has no id stands with its name. */
  of(kind: Named): readonly string[];
  /** The first of what there is of some kinds, so many at most. */
  some(kinds: readonly Named[], most: number): readonly string[];
  /** True where a text names one of them: by id, or by name or description as people would write it. */
  has(kind: Named, text: string): boolean;
  /** True where two of a kind have one id. */
  twice(kind: Named): boolean;
  /** The kinds that have something of that id. */
  kindsOf(text: string): readonly Named[];
}

/** The ids of a plan, looked up once. Never throws. */
export const knownIds: (plan: Plan) => KnownIds = oncePer(collect);

/** The kind that a reference must name; undefined for people, and for what may be of several kinds. */
export function kindWanted(to: Reference['to']): Named | undefined {
  return to === 'person' || to === 'plan' ? undefined : to;
}

type Written = Field<string> | undefined;

/** One thing: its id, and what else people call it. */
type Row = readonly [id: Written, ...names: readonly Written[]];

const KINDS: readonly Named[] = ['outcome', 'risk', 'priority', 'phase', 'milestone'];

/** Most plans are asked for one or two kinds: each is gone through when it is. */
function collect(plan: Plan): KnownIds {
  const rows = perKind(kind => rowsOf(kind, plan));
  const besides = perKind(kind => besidesOf(kind, plan));
  const ids = perKind(kind => texts([...rows(kind).map(([id]) => id), ...besides(kind)], text => text));
  const names = perKind(kind => texts([...rows(kind).flatMap(([, ...all]) => all), ...besides(kind)], normalName));
  const twice = perKind(kind => hasTwice(rows(kind).map(([id]) => id)));
  const listed = perKind(kind => calls(rows(kind)));
  return {
    of: listed,
    some: (kinds, most) => {
      const found: string[] = [];
      for (const kind of kinds) {
        for (const one of listed(kind)) {
          if (found.length >= most) return found;
          if (one !== '') found.push(one);
        }
      }
      return found;
    },
    has: (kind, text) =>
      kind === 'milestone' ? milestoneIndex(plan).has(text) : ids(kind).has(text) || names(kind).has(normalName(text)),
    twice,
    kindsOf: text => KINDS.filter(kind => ids(kind).has(text)),
  };
}

function perKind<V>(make: (kind: Named) => V): (kind: Named) => V {
  const made = new Map<Named, { readonly value: V }>();
  return kind => {
    const known = made.get(kind) ?? { value: make(kind) };
    made.set(kind, known);
    return known.value;
  };
}

function rowsOf(kind: Named, plan: Plan): readonly Row[] {
  switch (kind) {
    case 'outcome':
      return plan.outcomes.items.map(outcome => [outcome.id, outcome.description]);
    case 'risk':
      return plan.risks.items.map(risk => [risk.id, risk.description]);
    case 'priority':
      return (plan.customer?.priorities.items ?? []).map(priority => [priority.id, priority.name, priority.word]);
    case 'phase':
      return plan.phases.items.map(phase => [phase.id, phase.name]);
    case 'milestone':
      return milestoneIndex(plan).inOrder.map(({ id, name }) => [id, name]);
  }
}

/** Not listed as what could be named, but not unknown either: key results, and what a stakeholder is after in words. */
function besidesOf(kind: Named, plan: Plan): readonly Written[] {
  if (kind === 'priority') return (plan.stakeholders?.customer.items ?? []).flatMap(person => person.priorities.items);
  if (kind !== 'outcome') return [];
  return plan.outcomes.items.flatMap(outcome =>
    outcome.key_results.items.flatMap(({ id }) => [id, joined(outcome.id, id)]),
  );
}

function hasTwice(fields: readonly Written[]): boolean {
  const written = fields.map(field => field?.text ?? '').filter(text => text !== '');
  return new Set(written).size < written.length;
}

/** What each is called: its id, else its name. */
function calls(rows: readonly Row[]): readonly string[] {
  return rows.map(row => row.find(field => field?.text)?.text ?? '');
}

function joined(outcome: Written, id: Written): Written {
  return outcome && id && { ...id, text: `${outcome.text}-${id.text}` };
}

function texts(fields: readonly Written[], read: (text: string) => string): ReadonlySet<string> {
  return new Set(
    fields
      .map(field => field?.text ?? '')
      .filter(text => text !== '')
      .map(read),
  );
}
