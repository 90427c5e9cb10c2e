import { type Day, formatFullDay } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import { dueField, isPursued } from '../../model/outcomes.ts';
import type { People } from '../../model/people.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { quoteShort } from '../../words.ts';
import { isSectionMisnamed } from '../format/misnamed.ts';
import { styleIn } from '../repair/set-field.ts';
import { firstItem } from '../repair/writing.ts';
import { defineRule, type Fix } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'risks-missing',
  severity: 'warning',
  summary: 'A plan without a single risk',
  why: `No plan is without risk; one that lists none has not been asked. A risk that is written down while it is small has
an owner and a way around it before the renewal depends on it. A goal card needs none, and a plan that has neither
outcomes nor milestones yet is left in peace. The repair does not make up a risk: it writes down the question, with your
own side as the one to bring an answer.`,
  looksAt: ['plan'],
  reads: ['plan', 'risks'],
  appliesTo: { onlyWhole: true, exceptFormats: ['goal_card'], exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `risks: []
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
  check(plan, { people, today, report, looksFurther }) {
    const { risks } = plan;
    if (risks.items.length > 0 || isGroup(plan)) return;
    looksFurther('outcomes', 'milestones');
    if (!risks.key) {
      looksFurther('whole');
      if (isSectionMisnamed(plan, 'risks')) return;
    }
    if (plan.outcomes.items.length === 0 && plan.milestones.items.length === 0) return;
    const at = risks.key ?? plan.plan;
    if (!at) return;
    const pursued = plan.outcomes.items.filter(isPursued);
    const ahead = (outcome: Outcome) => (dueField(outcome)?.value ?? today) >= today;
    const open = pursued.find(ahead) ?? pursued[0];
    const due = open && ahead(open) && dueField(open)?.value;
    const name = open && (open.label || quoteShort(open.description?.text || 'the first outcome', 40));
    const goal = `reaching ${name ?? 'the goals of this plan'}${due ? ` by ${formatFullDay(due)}` : ''}`;
    report({
      at,
      message: `${risks.key ? 'No risk is listed here' : 'This plan lists no risks'}, as if nothing could keep you from ${goal}. Write down what could, how likely it is, and who sees to it.`,
      fixes: edit => [question(plan, people, goal, today, edit)],
    });
  },
});

/** Something other than a list stands there: what is wrong then is the shape. */
function isGroup(plan: Plan): boolean {
  const { node } = plan.risks;
  return node?.kind === 'mapping' ? node.pairs.length > 0 : node?.kind === 'alias';
}

/** The question as the first entry. It needs somebody to bring the answer, or it would be a finding itself. */
function question(plan: Plan, people: People, goal: string, today: Day, edit: Editor): Fix | undefined {
  const owner = plan.plan?.owner?.text || people.all.find(({ side }) => side === 'vendor')?.name || '';
  if (isPlaceholder(owner)) return undefined;
  const planned = plan.plan?.next_review?.value;
  const review = planned && planned >= today ? planned : undefined;
  const style = styleIn(plan.outcomes.items[0]?.mapping ?? plan.plan?.mapping, ['description', 'version']);
  const write = (text: string) => quoteLike(style, text);
  const item = [
    'id: R1',
    `description: ${write(`What could keep us from ${goal}?`)}`,
    `mitigation: ${write(review ? `Agree on an answer at the review on ${formatFullDay(review)}` : 'Agree on an answer at the next review')}`,
    'status: open',
    `owner: ${write(owner)}`,
  ].join('\n');
  const change = firstItem(edit, plan, 'risks', item);
  return (
    change && {
      title: `Add a first risk as a question for ${owner}: what could keep us from ${goal}?`,
      edits: [change],
      safe: false,
    }
  );
}
