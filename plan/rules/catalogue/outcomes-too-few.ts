import type { Outcome } from '../../model/index.ts';
import { isPursued, isPutOff } from '../../model/outcomes.ts';
import { count } from '../../words.ts';
import { defineRule } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'outcomes-too-few',
  severity: 'info',
  summary: 'A full plan that rests on one or two outcomes',
  why: `When the one outcome of a plan slips, nothing is left to show at the renewal. Three to five outcomes, wanted by more than
one person at the customer, carry a plan through a change of priorities. Deferred outcomes do not count, key results do; where none is pursued any more nothing is said. Goal cards, mutual action plans, drafts and plans before the sale or in onboarding may be as short as they like.
\`min\` sets another number.`,
  looksAt: ['plan'],
  reads: ['outcomes'],
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
  check({ outcomes }, { options, report }) {
    let [counted, goals] = [0, 0];
    for (const outcome of outcomes.items) {
      // A long plan has enough of them in its first lines.
      if (goals >= options.min) return;
      if (!isCounted(outcome)) continue;
      counted++;
      goals += Math.max(1, outcome.key_results.items.length);
    }
    if (goals === 0 || goals >= options.min || !outcomes.key) return;
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
