import type { Day } from '../../day.ts';
import { milestoneAround } from '../../model/holders.ts';
import type { Field } from '../../model/index.ts';
import { isToDo, type Work } from '../../model/work.ts';
import { enumerate, quoteShort } from '../../words.ts';
import { isMisnamed } from '../format/misnamed.ts';
import { hasUnreadable } from '../measures/measurable.ts';
import { actionsHave, dueWords, isPreview, judgedBy, workName } from '../milestones/work.ts';
import { ownerCandidates } from '../people/candidates.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Report, type Target } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'milestone-owner-missing',
  severity: 'warning',
  summary: 'A milestone, action, decision step or risk that nobody owns',
  why: `What belongs to everybody is done by nobody, and in a mutual plan each side believes that the other one has it. One
name is enough, of either side; several are allowed. \`TBD\`, \`?\` and the like name nobody. Work that is done, skipped or
closed is not asked for its owner. An action inside a milestone falls to the milestone's owner, so where no
other such action of the plan names anybody this is a hint, and so it is for the steps of a delivery that is only previewed before the sale.`,
  looksAt: ['milestone', 'action', 'decisionStep', 'risk'],
  reads: [],
  appliesTo: { onlyWhole: true, exceptStatuses: ['completed', 'archived'] },
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
    owner: TBD
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
`,
    },
  ],
  check(work, { plan, people, today, report, looksFurther }) {
    const owners = work.definition === 'milestone' ? work.owner.items : work.owner ? [work.owner] : [];
    if (owners.some(owner => !isPlaceholder(owner.text))) return;
    if (isMisnamed(work, 'owner') || isOfAnotherShape(work)) return;
    looksFurther(...judgedBy(work));
    if (!isToDo(work, plan)) return;
    const written = owners.find(owner => owner.text !== '');
    const milestone = work.definition === 'action' ? milestoneAround(work) : undefined;
    if (milestone) looksFurther('outcomes', 'milestones', 'implementation');
    const inherited = namesIn(milestone?.owner.items ?? []);
    const hint = isPreview(work, plan) || (milestone !== undefined && !actionsHave('owner', plan));
    report({
      at: written ?? place(work),
      ...(hint && { severity: 'hint' as const }),
      message: `${workName(work)} has no owner${written ? ` (${quoteShort(written.text)} names nobody)` : ''}${dueWords(dueOf(work), today)}. ${advice(work, inherited)}`,
      fixes: edit =>
        ownerCandidates(work, plan, people, today).map(({ name, role }) => {
          const change = setField(edit, work, 'owner', name, {
            after: ['status', 'actual_date', 'target_date', 'due_date', 'mitigation', 'name', 'description'],
            near: ['name', 'description', 'status'],
          });
          return change && { title: `Set owner to ${name}${role ? `, ${role}` : ''}`, edits: [change], safe: false };
        }),
    } satisfies Report);
  },
});

/** The owner's key where it stands without a value, else what the work is called by. */
function place(work: Work): Target {
  if (work.definition === 'milestone') return work.owner.key ? work.owner : work;
  if (work.owner) return work.owner;
  return work.definition === 'action' ? (work.description ?? work) : work;
}

/** Two owners of a risk, or a group of fields: the rule about shapes speaks of it. */
function isOfAnotherShape(work: Work): boolean {
  return work.definition === 'milestone' ? work.owner.node?.kind === 'mapping' : hasUnreadable(work, 'owner');
}

function dueOf(work: Work): Day | undefined {
  if (work.definition === 'risk') return undefined;
  return work.definition === 'action' ? work.due_date?.value : work.target_date?.value;
}

function namesIn(owners: readonly Field<string>[]): readonly string[] {
  return owners.map(owner => owner.text).filter(name => !isPlaceholder(name));
}

function advice(work: Work, inherited: readonly string[]): string {
  if (inherited.length > 0)
    return `Unless you name somebody, it falls to ${enumerate(inherited)}, who has the milestone.`;
  return work.definition === 'risk'
    ? 'Name the person who watches it and acts on it.'
    : 'Name the person who sees to it.';
}
