import { quoteShort } from '../../words.ts';
import { idsBeside } from '../ids/free-id.ts';
import { GIVEN_READS, type Identified, idOf, kindsOf } from '../ids/given-ids.ts';
import { namedIds } from '../ids/named-ids.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'id-duplicate',
  severity: 'error',
  summary: 'An id that two outcomes, risks, milestones, phases or priorities share',
  why: `Risks, decisions and renewal evidence name an outcome by its id. With two of one name nobody can tell which one
the customer agreed to, and what is said of the one is counted for the other.`,
  looksAt: ['plan'],
  reads: GIVEN_READS,
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
  check(plan, { report, looksFurther }) {
    const kinds = kindsOf(plan).filter(({ haveTwins }) => haveTwins);
    if (kinds.length === 0) return;
    looksFurther('outcomes', 'agreement', 'renewal');
    for (const { kind, holders } of kinds.flatMap(one => one.rows())) {
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

function nameOf({ name, description }: Identified): string {
  const text = name?.text || description?.text;
  return text ? quoteShort(text, 40) : 'one without a name';
}
