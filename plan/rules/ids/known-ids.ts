import type { Field, List, Outcome, Plan, Reference } from '../../model/index.ts';
import { normalName } from '../../model/people.ts';
import { oncePer } from '../../once.ts';
import { milestoneIndex } from '../milestones/milestone-index.ts';
import type { PlanSlice } from '../rule.ts';

/** What a reference can name, people aside. */
export type Named = 'outcome' | 'milestone' | 'risk' | 'priority' | 'phase';

/** The ids of a plan, by kind. Each kind is gone through when it is asked for. */
export interface KnownIds {
  /** What there is of a kind, in the order of the file; what has no id stands with its name. */
  of(kind: Named): readonly string[];
  /** The first of what there is of some kinds, so many at most. */
  some(kinds: readonly Named[], most: number): readonly string[];
  /** True where a text names one of them: by id, or by name or description as people would write it. */
  has(kind: Named, text: string): boolean;
  /** True where two of a kind have one id. */
  twice(kind: Named): boolean;
  /** True where something of any kind has that id. */
  isId(text: string): boolean;
  /** The kinds that have something of that id. */
  kindsOf(text: string): readonly Named[];
}

/** The ids of a plan, looked up once. Never throws. */
export const knownIds: (plan: Plan) => KnownIds = oncePer(collect);

/** The kind that a reference must name; undefined for people, and for what may be of several kinds. */
export function kindWanted(to: Reference['to']): Named | undefined {
  return to === 'person' || to === 'plan' ? undefined : to;
}

/** The sections in which things of a kind are named. */
export const NAMED_IN: Readonly<Record<Named, readonly PlanSlice[]>> = {
  outcome: ['outcomes'],
  milestone: ['outcomes', 'milestones', 'implementation', 'decision'],
  risk: ['risks'],
  priority: ['customer', 'stakeholders'],
  phase: ['phases'],
};

/** Where anything is named that can be. */
export const ANYWHERE: readonly PlanSlice[] = [...new Set(Object.values(NAMED_IN).flat())];

type Written = Field<string> | undefined;

/** One thing: its id, and what else people call it. */
type Row = readonly [id: Written, ...names: readonly Written[]];

/** All things of a kind. */
interface Kind {
  readonly ids: ReadonlySet<string>;
  has(text: string): boolean;
  readonly listed: readonly string[];
  readonly twice: boolean;
}

function collect(plan: Plan): KnownIds {
  const made = new Map<Named, Kind>();
  const kind = (name: Named): Kind => {
    const known = made.get(name) ?? READ[name](plan);
    made.set(name, known);
    return known;
  };
  return {
    of: name => kind(name).listed,
    some: (kinds, most) => {
      const found: string[] = [];
      for (const name of kinds) {
        for (const one of kind(name).listed) {
          if (found.length >= most) return found;
          if (one !== '') found.push(one);
        }
      }
      return found;
    },
    has: (name, text) => kind(name).has(text),
    twice: name => kind(name).twice,
    isId: text => KINDS.some(name => kind(name).ids.has(text)),
    kindsOf: text => KINDS.filter(name => kind(name).ids.has(text)),
  };
}

const KINDS: readonly Named[] = ['outcome', 'risk', 'priority', 'phase', 'milestone'];

/** Besides what is listed as what could be named, there is what is not unknown either: key results, and what a stakeholder is after in words. */
const READ: Readonly<Record<Named, (plan: Plan) => Kind>> = {
  outcome: plan => outcomesIn(plan.outcomes),
  risk: plan => kindOf(plan.risks.items.map(risk => [risk.id, risk.description])),
  priority: plan =>
    kindOf(
      (plan.customer?.priorities.items ?? []).map(priority => [priority.id, priority.name, priority.word]),
      (plan.stakeholders?.customer.items ?? []).flatMap(person => person.priorities.items),
    ),
  phase: plan => kindOf(plan.phases.items.map(phase => [phase.id, phase.name])),
  milestone: plan => {
    const milestones = milestoneIndex(plan);
    const rows: readonly Row[] = milestones.inOrder.map(({ id, name }) => [id, name]);
    return new Rows(rows, [], text => milestones.has(text));
  },
};

function kindOf(rows: readonly Row[], besides?: readonly Written[]): Kind {
  return new Rows(rows, besides);
}

/** Things of a kind that stand in rows; `isNamed` tells what they are called where it is more than their names. */
class Rows implements Kind {
  readonly ids: ReadonlySet<string>;
  private readonly rows: readonly Row[];
  private readonly besides: readonly Written[];
  private readonly isNamed: ((written: string) => boolean) | undefined;
  private names: ReadonlySet<string> | undefined;

  constructor(rows: readonly Row[], besides: readonly Written[] = [], isNamed?: (written: string) => boolean) {
    this.rows = rows;
    this.besides = besides;
    this.isNamed = isNamed;
    this.ids = new Set([...rows.map(([id]) => id), ...besides].flatMap(text));
  }

  has(written: string): boolean {
    return this.isNamed ? this.isNamed(written) : this.ids.has(written) || this.isName(written);
  }

  get listed(): readonly string[] {
    return this.rows.map(row => row.find(field => field?.text)?.text ?? '');
  }

  get twice(): boolean {
    return hasTwice(this.rows.flatMap(([id]) => text(id)));
  }

  private isName(written: string): boolean {
    this.names ??= new Set([...this.rows.flatMap(([, ...all]) => all), ...this.besides].flatMap(text).map(normalName));
    return this.names.has(normalName(written));
  }
}

/** What one outcome is called, with its key results; it stays as long as the outcome does. */
interface Called {
  readonly id: readonly string[];
  readonly results: readonly string[];
  readonly call: string;
  /** Descriptions are long, and hardly ever what somebody writes for an outcome: they are made comparable when it is asked for. */
  names(): readonly string[];
}

const called = oncePer((outcome: Outcome): Called => {
  const { id, description, key_results } = outcome;
  const results = key_results.items.flatMap(result => [...text(result.id), ...text(joined(id, result.id))]);
  let names: readonly string[] | undefined;
  return {
    id: text(id),
    results,
    call: id?.text || description?.text || '',
    names: () => {
      names ??= [...text(description), ...results].map(normalName);
      return names;
    },
  };
});

const outcomesIn = oncePer(({ items }: List<Outcome>): Kind => {
  const all = items.map(called);
  const ids = new Set(all.flatMap(one => [...one.id, ...one.results]));
  let names: ReadonlySet<string> | undefined;
  const isName = (written: string) => {
    names ??= new Set(all.flatMap(one => one.names()));
    return names.has(normalName(written));
  };
  return {
    ids,
    has: written => ids.has(written) || isName(written),
    listed: all.map(one => one.call),
    twice: hasTwice(all.flatMap(one => one.id)),
  };
});

function hasTwice(written: readonly string[]): boolean {
  return new Set(written).size < written.length;
}

function joined(outcome: Written, id: Written): Written {
  return outcome && id && { ...id, text: `${outcome.text}-${id.text}` };
}

function text(field: Written): readonly string[] {
  return field && field.text !== '' ? [field.text] : [];
}
