import type { Outcome } from '../../model/index.ts';
import { isPursued, isPutOff } from '../../model/outcomes.ts';
import { count } from '../../words.ts';
import { Digest } from '../digest.ts';
import { defineRule } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** How many goals each outcome counts for: each of its key results is one. */
const goals = new Digest((outcome): readonly [number] => [
  isCounted(outcome) ? Math.max(1, outcome.key_results.items.length) : 0,
]);

export default defineRule({
  id: 'outcomes-too-few',
  severity: 'info',
  summary: 'A full plan that rests on one or two outcomes',
  why: `When the one outcome of a plan slips, nothing is left to show at the renewal. Three to five outcomes, wanted by more than
one person at the customer, carry a plan through a change of priorities. Deferred outcomes do not count, key results do; where none is pursued any more nothing is said. Goal cards, mutual action plans, drafts and plans before the sale or in onboarding may be as short as they like.
\`min\` sets another number.`,
  looksAt: ['plan'],
  reads: [goals],
  appliesTo: {
    onlyWhole: true,
    exceptFormats: ['goal_card', 'mutual_action_plan'],
    exceptStages: ['pre_sale', 'onboarding'],
    exceptStatuses: ['draft', 'completed', 'archived'],
  },
  options: { min: 3 },
  optionWords: { min: 'How many outcomes a full plan needs.' },
  examples: [
    {
      bad: `outcomes:
  - id: O3
    status: deferred
`,
      good: `outcomes:
  - id: O3
    status: in_progress
`,
    },
  ],
  check(plan, { options, report, looksFurther }) {
    const counts = goals.of(plan).flatMap(([count]) => (count > 0 ? [count] : []));
    const sum = counts.reduce((all, count) => all + count, 0);
    if (sum === 0 || sum >= options.min) return;
    looksFurther('outcomes');
    const { outcomes } = plan;
    const counted = counts.length;
    if (!outcomes.key) return;
    // What is reached or missed slips no more: the plan's status is what is wrong then.
    if (!outcomes.items.some(isPursued)) return;
    const putOff = outcomes.items.filter(isPutOff).length;
    const deferred = putOff > 0 ? `, the other${putOff > 1 ? 's' : ''} being deferred` : '';
    report({
      at: outcomes,
      message: `The whole plan rests on ${count(counted, 'outcome')}${deferred}. If ${counted === 1 ? 'it' : 'one of them'} slips, little is left to show at the renewal: ask the customer what else they want to reach, until there are at least ${options.min}.`,
    });
  },
});

/** True for an outcome that the plan works or has worked for; an entry that says nothing yet is none. */
function isCounted(outcome: Outcome): boolean {
  return !isPutOff(outcome) && !isPlaceholder(outcome.description?.text ?? '');
}
