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

function collect(plan: Plan): KnownIds {
  const outcomes = plan.outcomes.items;
  const priorities = plan.customer?.priorities.items ?? [];
  const rows: Readonly<Record<Exclude<Named, 'milestone'>, readonly Row[]>> = {
    outcome: outcomes.map(outcome => [outcome.id, outcome.description]),
    risk: plan.risks.items.map(risk => [risk.id, risk.description]),
    priority: priorities.map(priority => [priority.id, priority.name, priority.word]),
    phase: plan.phases.items.map(phase => [phase.id, phase.name]),
  };
  // Not listed as what could be named, but not unknown either: key results, and what a stakeholder is after in words.
  const besides: Readonly<Partial<Record<Named, readonly Written[]>>> = {
    outcome: outcomes.flatMap(outcome => outcome.key_results.items.flatMap(({ id }) => [id, joined(outcome.id, id)])),
    priority: (plan.stakeholders?.customer.items ?? []).flatMap(person => person.priorities.items),
  };
  const milestones = milestoneIndex(plan);
  const ids = new Map<Named, ReadonlySet<string>>();
  const names = new Map<Named, ReadonlySet<string>>();
  for (const kind of ['outcome', 'risk', 'priority', 'phase'] as const) {
    ids.set(
      kind,
      texts([...rows[kind].map(([id]) => id), ...(besides[kind] ?? [])], text => text),
    );
    names.set(kind, texts([...rows[kind].flatMap(([, ...all]) => all), ...(besides[kind] ?? [])], normalName));
  }
  ids.set(
    'milestone',
    texts(
      milestones.inOrder.map(milestone => milestone.id),
      text => text,
    ),
  );
  const twice = new Map<Named, boolean>(
    (['outcome', 'risk', 'priority', 'phase'] as const).map(kind => [kind, hasTwice(rows[kind].map(([id]) => id))]),
  );
  const milestoneTwice = hasTwice(milestones.inOrder.map(({ id }) => id));
  const listed: Readonly<Record<Named, readonly string[]>> = {
    outcome: calls(rows.outcome),
    milestone: calls(milestones.inOrder.map(({ id, name }) => [id, name])),
    risk: calls(rows.risk),
    priority: calls(rows.priority),
    phase: calls(rows.phase),
  };
  return {
    of: kind => listed[kind],
    some: (kinds, most) => {
      const found: string[] = [];
      for (const kind of kinds) {
        for (const one of listed[kind]) {
          if (found.length >= most) return found;
          if (one !== '') found.push(one);
        }
      }
      return found;
    },
    has: (kind, text) =>
      kind === 'milestone'
        ? milestones.has(text)
        : ids.get(kind)?.has(text) === true || names.get(kind)?.has(normalName(text)) === true,
    twice: kind => (kind === 'milestone' ? milestoneTwice : (twice.get(kind) ?? false)),
    kindsOf: text => [...ids].filter(([, known]) => known.has(text)).map(([kind]) => kind),
  };
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
