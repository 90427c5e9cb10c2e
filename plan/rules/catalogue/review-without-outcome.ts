import { formatFullDay } from '../../day.ts';
import type { Field, List } from '../../model/index.ts';
import { defineRule } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'review-without-outcome',
  severity: 'hint',
  summary: 'A review that logs neither decisions nor changes of the plan',
  why: `A review that changes nothing and settles nothing was a presentation. Often something was agreed on and only not
written down, and at the next review nobody remembers it. Actions count as something agreed on; \`none\` does not. Check-ins
are left in peace, and so are reviews that are still to come.`,
  looksAt: ['review'],
  reads: [],
  appliesTo: {
    onlyWhole: true,
    exceptFormats: ['goal_card'],
    exceptStatuses: ['completed', 'archived', 'draft'],
  },
  examples: [
    {
      bad: `review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training has begun.
    plan_changes: none
`,
      good: `review_history:
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
  check(review, { today, report }) {
    const on = review.date?.value;
    if (!review.mapping || review.type?.value === 'check_in' || (on !== undefined && on > today)) return;
    const { decisions, plan_changes: changes, actions } = review;
    if (!isBlank(decisions) || !isBlank(changes) || actions.items.length > 0 || isFilled(actions.word)) return;
    report({
      at: decisions.key ? decisions : review,
      message: `The review${on ? ` of ${formatFullDay(on)}` : ''} decided nothing and changed nothing in the plan, by what is logged. Write down what was agreed on, if only who does what next.`,
    });
  },
});

/** Nothing but empty entries and words for nothing. Groups of fields in place of texts are something, whatever their shape. */
function isBlank({ items, word, node }: List<Field<string>>): boolean {
  const inside = node?.kind === 'alias' ? node.target : node;
  if (inside?.kind === 'mapping' && inside.pairs.length > 0) return false;
  if (inside?.kind === 'sequence' && inside.items.length > items.length) return false;
  return !isFilled(word) && !items.some(isFilled);
}

function isFilled(field: Field<string> | undefined): boolean {
  return field !== undefined && !isPlaceholder(field.text) && !/^no (?:changes?|decisions?)\.?$/i.test(field.text);
}
