import type { Outcome } from '../../model/index.ts';
import { isPursued, isPutOff } from '../../model/outcomes.ts';
import { quoteShort } from '../../words.ts';
import { isMisnamed } from '../format/misnamed.ts';
import { isWish, saysHowMuch } from '../measures/measurable.ts';
import { defineRule } from '../rule.ts';
import { outcomeName } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'outcome-not-measurable',
  severity: 'warning',
  summary: 'An outcome that says neither in its description nor in its target how much is to change',
  why: `“Improve efficiency” can be claimed after every quarter and be doubted after every quarter. At the renewal the
customer asks what has changed, and only a number that both sides agreed on beforehand answers that. What cannot be counted
can still be judged: \`kind: qualitative\` with \`acceptance\` says by what; without \`acceptance\` this is a note.`,
  looksAt: ['outcome'],
  reads: [],
  appliesTo: { exceptStatuses: ['completed', 'archived'], onlyWhole: true },
  examples: [
    {
      bad: `outcomes:
  - id: O1
    description: Improve the efficiency of order entry
    so_that: clerks have the afternoon for customers who call
    business_value: Frees two people in each depot
    baseline: { metric: Order entry, current: slow, measured_on: 2025-11-03 }
    target: { metric: Order entry, goal: faster, target_date: 2026-06-30 }
    status: in_progress
    milestones:
      - name: Order form confirmed by the depots
        target_date: 2026-06-30
        status: in_progress
        owner: Dana Ruiz
        kind: validation
`,
      good: `outcomes:
  - id: O1
    description: Cut the time to enter an order from 12 minutes to 4 minutes
    so_that: clerks have the afternoon for customers who call
    business_value: Frees two people in each depot
    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2025-11-03 }
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: in_progress
    milestones:
      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: in_progress
        owner: Dana Ruiz
        kind: validation
`,
    },
  ],
  check(outcome, { report }) {
    if (lacksAcceptance(outcome))
      report({
        at: outcome.kind ?? outcome,
        severity: 'info',
        message: `${outcomeName(outcome)} is judged by the customer’s word, but nothing says what they will judge by. List under acceptance what they want to see, or who is to say what and when.`,
      });
    if (isPutOff(outcome) || !isWish(outcome)) return;
    const { target, description } = outcome;
    const goal = target?.goal?.value?.kind === 'not-measurable' ? target.goal : undefined;
    report({
      at: goal ?? description ?? outcome,
      message: `${outcomeName(outcome)} cannot be measured: ${what(outcome)} how much is to change. Say from what to what and by when, as in “from 4 hours to 30 minutes by 30 June”, or set kind: qualitative and list under acceptance what the customer will judge by.`,
      related: goal && description ? [{ at: description, message: 'The description names no amount either' }] : [],
    });
  },
});

/** True for an outcome that is to be judged by word while neither words nor numbers say when it is reached. */
function lacksAcceptance(outcome: Outcome): boolean {
  const { kind, acceptance, key_results, description, acknowledged_on } = outcome;
  if (kind?.value !== 'qualitative' || !isPursued(outcome) || acknowledged_on?.text) return false;
  if (acceptance.items.length > 0 || acceptance.word || key_results.items.length > 0) return false;
  // Entries of another shape are spoken of by schema.
  const { node } = acceptance;
  if (node?.kind === 'mapping' || (node?.kind === 'sequence' && node.items.length > 0)) return false;
  if (isMisnamed(outcome, 'acceptance') || saysHowMuch(outcome.target?.goal?.text ?? '')) return false;
  return !isPlaceholder(description?.text ?? '') && !saysHowMuch(description?.text ?? '');
}

function what({ description, target }: Outcome): string {
  const words = quoteShort(description?.text ?? '', 50);
  if (target?.goal?.value?.kind === 'not-measurable')
    return `neither its goal ${quoteShort(target.goal.text, 40)} nor ${words} says`;
  return target ? `neither its target nor ${words} says` : `it has no target, and ${words} does not say`;
}
