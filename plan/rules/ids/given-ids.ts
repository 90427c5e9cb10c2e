import type { Element, Field, Plan } from '../../model/index.ts';
import { inEach } from '../../model/outcomes.ts';
import { Digest } from '../digest.ts';
import type { Looked } from '../rule.ts';

/** What may have an id, and what it is called besides. */
export type Identified = Element & {
  readonly id: Field<string> | undefined;
  readonly name?: Field<string> | undefined;
  readonly description?: Field<string> | undefined;
  readonly depends_on?: { readonly items: readonly Field<string>[] };
};

/** What each outcome has of ids: its own, whether two of its key results share one, and those of its milestones. */
const given = new Digest(outcome => {
  const milestones = outcome.milestones.items.map(idOf).filter(id => id !== '');
  return [idOf(outcome), haveTwins(outcome.key_results.items.map(idOf)), ...milestones] as const;
});

/** Where `kindsOf` looks. */
export const GIVEN_READS: readonly Looked[] = ['customer', given, 'milestones', 'phases', 'implementation', 'risks'];

/** What shares a set of ids, in one row or several. */
export interface Kind {
  /** True if two in one row have the same id. */
  readonly haveTwins: boolean;
  rows(): readonly { readonly kind: string; readonly holders: readonly Identified[] }[];
}

/** What there is in a plan that has ids. Looks at the outcomes alone where `rows` is asked. Never throws. */
export function kindsOf(plan: Plan): readonly Kind[] {
  const rows = given.of(plan);
  const one = (kind: string, holders: readonly Identified[]): Kind => ({
    haveTwins: haveTwins(holders.map(idOf)),
    rows: () => [{ kind, holders }],
  });
  const ofPlan = plan.milestones.items.concat(plan.implementation?.steps.items ?? []);
  return [
    {
      haveTwins: haveTwins(rows.map(([id]) => id)),
      rows: () => [{ kind: 'outcomes', holders: plan.outcomes.items }],
    },
    {
      haveTwins: haveTwins(rows.flatMap(([, , ...ids]) => ids).concat(ofPlan.map(idOf))),
      rows: () => [
        {
          kind: 'milestones',
          holders: inEach(plan.outcomes.items, ({ milestones }) => milestones.items).concat(ofPlan),
        },
      ],
    },
    {
      haveTwins: rows.some(([, resultsHave]) => resultsHave),
      rows: () => plan.outcomes.items.map(outcome => ({ kind: 'key results', holders: outcome.key_results.items })),
    },
    one('risks', plan.risks.items),
    one('phases', plan.phases.items),
    one('priorities', plan.customer?.priorities.items ?? []),
  ];
}

/** The id that was given to something, and stands there itself; else ''. */
export function idOf({ id }: Identified): string {
  return id?.value && !id.borrowed ? id.text : '';
}

/** True if one of some ids is there twice; `''` is none. */
function haveTwins(ids: readonly string[]): boolean {
  const there = ids.filter(id => id !== '');
  return new Set(there).size < there.length;
}
