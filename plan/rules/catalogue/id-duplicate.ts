import type { Element, Field, Milestone, Outcome, Plan } from '../../model/index.ts';
import { joined } from '../../model/outcomes.ts';
import { oncePerItem } from '../../once.ts';
import { quoteShort } from '../../words.ts';
import { idsBeside } from '../ids/free-id.ts';
import { namedIds } from '../ids/named-ids.ts';
import { twins } from '../ids/twins.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'id-duplicate',
  severity: 'error',
  summary: 'An id that two outcomes, risks, milestones, phases or priorities share',
  why: `Risks, decisions and renewal evidence name an outcome by its id. With two of one name nobody can tell which one
the customer agreed to, and what is said of the one is counted for the other.`,
  looksAt: ['plan'],
  reads: ['customer', 'agreement', 'outcomes', 'milestones', 'phases', 'implementation', 'risks', 'renewal'],
  fixable: true,
  examples: [
    {
      bad: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: medium
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Ruiz
    reviewed_on: "2026-01-20"
  - id: R1
    description: Two depots have new managers
    impact: medium
    likelihood: low
    mitigation: Both are invited to the training in February
    status: open
    owner: Ken Abe
    reviewed_on: "2026-01-20"
`,
      good: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: medium
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Ruiz
    reviewed_on: "2026-01-20"
  - id: R2
    description: Two depots have new managers
    impact: medium
    likelihood: low
    mitigation: Both are invited to the training in February
    status: open
    owner: Ken Abe
    reviewed_on: "2026-01-20"
`,
    },
  ],
  check(plan, { report }) {
    for (const { kind, holders, haveTwins } of kindsOf(plan)) {
      if (haveTwins && !haveTwins(holders)) continue;
      const first = new Map<string, Identified>();
      let nextFree: ReturnType<typeof idsBeside> | undefined;
      for (const holder of holders) {
        const { id } = holder;
        if (!id || idOf(holder) === '') continue;
        const earlier = first.get(id.text);
        if (!earlier?.id) {
          first.set(id.text, holder);
          continue;
        }
        nextFree ??= idsBeside(
          holders.map(one => one.id?.text ?? ''),
          namedIds(plan),
        );
        const free = nextFree(
          id.text,
          holder.depends_on?.items.map(one => one.text),
        );
        report({
          at: id,
          message: `Two ${kind} are called ${id.text}: ${nameOf(earlier)} and ${nameOf(holder)}. Give one of them an id of its own, such as ${free}.`,
          related: [{ at: earlier.id, message: `${id.text} stands here first` }],
          fixes: edit => [{ title: `Call this one ${free}`, edits: [edit.setValue(id, free)], safe: false }],
        });
      }
    }
  },
});

type Identified = Element & {
  readonly id: Field<string> | undefined;
  readonly name?: Field<string> | undefined;
  readonly description?: Field<string> | undefined;
  readonly depends_on?: { readonly items: readonly Field<string>[] };
};

/** What shares a set of ids. */
interface Kind {
  readonly kind: string;
  readonly holders: readonly Identified[];
  readonly haveTwins?: (holders: readonly Identified[]) => boolean;
}

const [outcomesHave, risksHave, milestonesHave] = [twins(idOf), twins(idOf), twins(idOf)];

function idOf({ id }: Identified): string {
  return id?.value && !id.borrowed ? id.text : '';
}

/** Each kind in the whole plan, key results within their outcome. */
function kindsOf(plan: Plan): Kind[] {
  const outcomes = plan.outcomes.items;
  const twice = haveResultTwice(outcomes);
  return [
    { kind: 'outcomes', holders: outcomes, haveTwins: outcomesHave },
    { kind: 'risks', holders: plan.risks.items, haveTwins: risksHave },
    { kind: 'milestones', holders: milestonesWithIds(plan), haveTwins: milestonesHave },
    { kind: 'phases', holders: plan.phases.items },
    { kind: 'priorities', holders: plan.customer?.priorities.items ?? [] },
    ...outcomes
      .filter((_, index) => twice[index])
      .map(outcome => ({ kind: 'key results', holders: outcome.key_results.items })),
  ];
}

function milestonesWithIds(plan: Plan): readonly Milestone[] {
  return joined(identified(plan.outcomes.items)).concat(plan.milestones.items, plan.implementation?.steps.items ?? []);
}

/** Most milestones have no id: what each outcome has of them stays as long as the outcome does. */
const identified = oncePerItem((outcome: Outcome) => outcome.milestones.items.filter(({ id }) => id));

const haveResultTwice = oncePerItem(({ key_results: { items } }: Outcome): boolean => {
  const ids = items.flatMap(({ id }) => (id?.text ? [id.text] : []));
  return new Set(ids).size < ids.length;
});

function nameOf({ name, description }: Identified): string {
  const text = name?.text || description?.text;
  return text ? quoteShort(text, 40) : 'one without a name';
}
