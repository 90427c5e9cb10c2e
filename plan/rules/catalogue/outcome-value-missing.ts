import type { BusinessValue, Outcome } from '../../model/index.ts';
import { isPutOff } from '../../model/outcomes.ts';
import { quoteShort } from '../../words.ts';
import { hasUnreadable } from '../measures/measurable.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule } from '../rule.ts';
import { outcomeName } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'outcome-value-missing',
  severity: 'info',
  summary: 'An outcome that does not say what it is worth to the customer’s business',
  why: `Whoever signs the renewal asks what it has brought, in money, time or risk. Two figures show that something changed; the
business value says why that mattered, and it is easier to agree on at the start than after a year. Words are enough, an amount is
better. Missed and deferred outcomes need none, nor does a draft. The repair takes over what \`so_that\` says.`,
  looksAt: ['outcome'],
  reads: [],
  appliesTo: { onlyWhole: true, exceptStatuses: ['draft', 'completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `outcomes:
  - id: O1
    business_value: TBD
`,
      good: `outcomes:
  - id: O1
    business_value: Frees two people in each depot
`,
    },
  ],
  check(outcome, { report }) {
    const { status, business_value: value, description, so_that } = outcome;
    if (status?.value === 'missed' || isPutOff(outcome)) return;
    if (isPlaceholder(description?.text ?? '') || saysValue(outcome, value)) return;
    const words = so_that?.text ?? '';
    report({
      at: value ?? outcome,
      message: `${outcomeName(outcome)} does not say what it is worth to the customer. Add the money, time or risk that it is about, in the words of whoever signs the renewal.`,
      fixes: edit => {
        const change =
          !isPlaceholder(words) && !isGroup(value)
            ? setField(edit, outcome, 'business_value', words, { after: ['so_that', 'description'] })
            : undefined;
        return [
          change && {
            title: `Set business_value to what so_that says, ${quoteShort(words, 50)}`,
            edits: [change],
            safe: false,
          },
        ];
      },
    });
  },
});

function saysValue(outcome: Outcome, value: BusinessValue | undefined): boolean {
  if (!value) return hasUnreadable(outcome, 'business_value');
  if (value.word) return !isPlaceholder(value.word.text);
  // A list, say: its shape is what is wrong.
  if (!value.mapping) return hasUnreadable(outcome, 'business_value');
  const { summary, amount } = value;
  const unreadable = hasUnreadable(value, 'summary') || hasUnreadable(value, 'amount');
  return unreadable || [summary, amount].some(field => field && !isPlaceholder(field.text));
}

function isGroup(value: BusinessValue | undefined): boolean {
  return value?.mapping !== undefined && value.mapping.pairs.length > 0;
}
