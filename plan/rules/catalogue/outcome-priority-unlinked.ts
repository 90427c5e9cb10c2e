import type { Priority } from '../../model/index.ts';
import { isPursued } from '../../model/outcomes.ts';
import { enumerate, quoteShort } from '../../words.ts';
import { hasUnreadable } from '../measures/measurable.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule } from '../rule.ts';
import { outcomeName } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'outcome-priority-unlinked',
  severity: 'hint',
  summary: 'An outcome that serves none of the customer’s listed priorities',
  why: `The customer’s priorities are written down so that the plan can follow them. An outcome that serves one of them gets time and
people when these grow short; one that serves none is the first to be dropped. Speaks only where \`customer.priorities\` lists
some, and not of outcomes that are achieved, missed or deferred.`,
  looksAt: ['outcome'],
  reads: ['customer'],
  appliesTo: { onlyWhole: true, exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: priorityExample(''),
      good: priorityExample('priority: P1'),
    },
  ],
  check(outcome, { plan, report }) {
    const priorities = (plan.customer?.priorities.items ?? []).filter(isNamed);
    const { priority, description } = outcome;
    if (priorities.length === 0 || !isPursued(outcome) || isPlaceholder(description?.text ?? '')) return;
    if (!isPlaceholder(priority?.text ?? '') || hasUnreadable(outcome, 'priority')) return;
    const names = priorities.slice(0, MOST).map(callOf);
    const further = priorities.length > MOST ? ' or another one' : '';
    report({
      at: priority ?? outcome,
      message: `${outcomeName(outcome)} does not say which of the customer’s priorities it serves: ${enumerate(names, 'or')}${further}. Name it, or ask whether the customer wants this outcome at all.`,
      fixes: edit =>
        nearestFirst(priorities, `${description?.text ?? ''} ${outcome.so_that?.text ?? ''}`)
          .slice(0, MOST)
          .map(one => {
            const change = setField(edit, outcome, 'priority', one.id?.text || one.name?.text || '', {
              after: ['business_value', 'so_that', 'description'],
              word: one.id !== undefined,
            });
            return change && { title: `Set priority to ${callOf(one)}`, edits: [change], safe: false };
          }),
    });
  },
});

/** So many are offered and named at most. */
const MOST = 4;

function isNamed({ id, name }: Priority): boolean {
  return !isPlaceholder(id?.text ?? '') || !isPlaceholder(name?.text ?? '');
}

function callOf({ id, name }: Priority): string {
  const title = name?.text ? quoteShort(name.text, 40) : '';
  return id?.text ? `${id.text}${title && ` ${title}`}` : title;
}

/** Those first that have most words in common with the outcome. */
function nearestFirst(priorities: readonly Priority[], text: string): readonly Priority[] {
  const words = new Set(wordsOf(text));
  const shared = new Map(
    priorities.map(one => [one, wordsOf(one.name?.text ?? '').filter(word => words.has(word)).length]),
  );
  return priorities.toSorted((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0));
}

/** Words of four letters and more; what is shorter joins sentences. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 3);
}

function priorityExample(line: string): string {
  return `customer:
  priorities:
    - id: P1
      name: Grow without hiring more clerks
    - id: P2
      name: Keep the ten largest shippers
outcomes:
  - id: O1
${line && `    ${line}\n`}  - id: O2
    priority: P1
  - id: O3
    priority: P2
`;
}
