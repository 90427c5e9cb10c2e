import { addDays, addMonths, type Day, formatFullDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import type { People } from '../../model/people.ts';
import { cadenceMonths } from '../../model/reviews.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { isSectionMisnamed } from '../format/misnamed.ts';
import { styleIn } from '../repair/set-field.ts';
import { firstItem } from '../repair/writing.ts';
import { graceIn, isLogReadable, isRhythmReadable } from '../reviews/review-rhythm.ts';
import { lengthInWords } from '../reviews/review-words.ts';
import { defineRule, type Fix } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'review-history-missing',
  severity: 'info',
  summary: 'A plan that has been there for a whole rhythm of reviews without one in the log',
  why: `Without a log nobody can say why a goal was changed, who agreed to it, or what was promised to the sponsor. The first
review belongs in it as much as the tenth. A new plan has a whole rhythm of time, and some days more. Where the planned
review is overdue only that is said. The repair does not make up a review: it is offered where the plan itself says on which
day it was last reviewed, and asks for the rest as an open action.`,
  looksAt: ['plan'],
  reads: ['plan', 'review_history'],
  appliesTo: {
    onlyWhole: true,
    exceptFormats: ['goal_card'],
    exceptStages: ['pre_sale'],
    exceptStatuses: ['completed', 'archived', 'draft'],
  },
  options: { toleranceDays: 21 },
  optionWords: {
    toleranceDays: 'How many days beyond one rhythm of reviews the first one may take; a third of the rhythm at most.',
  },
  fixable: true,
  examples: [
    {
      bad: `plan:
  created: "2025-10-20"
  last_reviewed: "2026-01-20"
review_history: []
`,
      good: `plan:
  created: "2025-10-20"
  last_reviewed: "2026-01-20"
review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training has begun.
    decisions:
      - Depots in the north are trained first
    plan_changes: none
`,
    },
  ],
  check(plan, { today, people, options, report, looksFurther }) {
    const section = plan.plan;
    const created = section?.created?.value;
    if (!section || created === undefined || created > today) return;
    if (plan.review_history.items.length > 0 || !isLogReadable(plan) || !isRhythmReadable(plan)) return;
    if (!plan.review_history.key) {
      looksFurther('whole');
      if (isSectionMisnamed(plan, 'review_history')) return;
    }
    looksFurther('outcomes', 'milestones');
    if (plan.outcomes.items.length === 0 && plan.milestones.items.length === 0) return;
    const months = cadenceMonths(plan);
    const last = section.last_reviewed?.value;
    // By its own word it was reviewed since: then what is missing is the log and not the review.
    const reviewed = last !== undefined && last <= today && last > addDays(created, 7) ? last : undefined;
    const due = addMonths(created, months);
    if (today < (reviewed ? due : addDays(due, graceIn(months, options.toleranceDays, 1 / 3) + 1))) return;
    const next = section.next_review?.value;
    if (next !== undefined && next < today && !(reviewed && reviewed >= next)) return;
    report({
      at: plan.review_history.key ?? section,
      message: reviewed
        ? `The plan says that it was last reviewed on ${formatFullDay(reviewed)}, but no review is logged. Write down who was there and what was decided.`
        : `The plan was created ${lengthInWords(created, today)} ago, on ${formatFullDay(created)}, and no review has been logged since. Log those that were held${next !== undefined && next >= today ? `, and the next one on ${formatFullDay(next)}` : ', or plan the first'}.`,
      fixes: edit => [reviewed && logged(plan, reviewed, today, people, edit)].map(fix => fix || undefined),
    });
  },
});

/** The review that the plan speaks of, with the question what was decided there as somebody's open action. */
function logged(plan: Plan, day: Day, today: Day, people: People, edit: Editor): Fix | undefined {
  const { mapping } = plan.plan ?? {};
  const owner = plan.plan?.owner?.text || people.all.find(({ side }) => side === 'vendor')?.name || '';
  if (!mapping || isPlaceholder(owner)) return undefined;
  const days = styleIn(mapping, ['last_reviewed', 'created']);
  const texts = styleIn(plan.outcomes.items[0]?.mapping ?? mapping, ['business_value', 'description', 'version']);
  const item = [
    `date: ${quoteLike(days, day)}`,
    'actions:',
    `  - description: ${quoteLike(texts, `Write down who was there and what was decided on ${formatFullDay(day)}`)}`,
    `    owner: ${quoteLike(texts, owner)}`,
    `    due_date: ${quoteLike(days, addDays(today, 7))}`,
    '    status: open',
  ].join('\n');
  const change = firstItem(edit, plan, 'review_history', item);
  return (
    change && {
      title: `Log the review of ${formatFullDay(day)}, and ask ${owner} for what was decided`,
      edits: [change],
      safe: false,
    }
  );
}
