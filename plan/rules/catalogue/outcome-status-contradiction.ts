import { outcomeNumbers } from '../../attainment/index.ts';
import type { Milestone, Outcome } from '../../model/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import { enumerate, quoteShort } from '../../words.ts';
import { achievedWithoutProof } from '../outcomes/status-achieved.ts';
import { type Contradiction, reachedWithoutSaying, startedWithoutSaying } from '../outcomes/status-evidence.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

type Context = RuleContext<Readonly<Record<never, never>>>;

export default defineRule({
  id: 'outcome-status-contradiction',
  severity: 'warning',
  summary: 'An outcome whose status says something else than its measurements and milestones',
  why: `The status is what people read, the measurements and milestones are what they can prove. Where the two disagree, one is
out of date, and the customer finds it in the review. An achieved outcome needs the goal reached and its steps done; one
that has begun is no longer not started; and a reached goal deserves to be told. Where the customer has confirmed the result,
where a goal is reached but its confirmation is still to come, or where an achieved outcome simply has nothing to show, the rule only informs. A
value to be held, an outcome that was reached after it was missed, and OKR goals reached to seven tenths are no contradictions.`,
  looksAt: ['outcome'],
  reads: [],
  appliesTo: { exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    { bad: example('achieved', '9 minutes'), good: example('in_progress', '9 minutes') },
    { bad: example('not_started', '9 minutes'), good: example('in_progress', '9 minutes') },
  ],
  check(outcome, context) {
    const found = contradiction(outcome, context);
    const { status } = outcome;
    if (!found || !status) return;
    const { message, severity, related, statuses, skip } = found;
    context.report({
      at: status,
      message,
      severity,
      related,
      fixes: edit => [
        ...statuses.map(({ status: word, why }) => {
          const change = setField(edit, outcome, 'status', word, {
            after: ['target', 'baseline', 'description'],
            word: true,
          });
          return change && { title: `Set status to ${word}${why}`, edits: [change], safe: false };
        }),
        skipped(skip, edit),
      ],
    });
  },
});

function skipped(milestones: readonly Milestone[], edit: Editor): Fix | undefined {
  const edits = milestones.flatMap(
    one => setField(edit, one, 'status', 'skipped', { after: ['target_date', 'name'], word: true }) ?? [],
  );
  if (edits.length === 0 || edits.length < milestones.length) return undefined;
  const names = enumerate(milestones.map(one => quoteShort(one.name?.text || one.label, 40)));
  return { title: `Mark ${names} skipped, since the goal is reached`, edits, safe: false };
}

function contradiction(outcome: Outcome, { plan, today, looksFurther }: Context): Contradiction | undefined {
  const standing = outcomeNumbers(outcome, today);
  switch (outcome.status?.value) {
    case 'achieved':
      looksFurther('plan', 'milestones');
      return achievedWithoutProof(standing, plan, today);
    case 'not_started':
      looksFurther('milestones');
      return reachedWithoutSaying(standing, plan, today) ?? startedWithoutSaying(standing, plan, today);
    case 'in_progress':
    case 'at_risk':
    case 'missed':
      if (standing.achieved) looksFurther('milestones');
      return reachedWithoutSaying(standing, plan, today);
    default:
      return undefined;
  }
}

function example(status: string, value: string): string {
  return `outcomes:
  - id: O1
    measurements:
      - date: "2026-01-20"
        value: ${value}
    status: ${status}
`;
}
