import { type Day, formatFullDay } from '../../day.ts';
import type { Contract } from '../../model/index.ts';
import { isReadable, type Readable } from '../../model/readable.ts';
import { enumerate } from '../../words.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'contract-date-order',
  severity: 'error',
  summary: 'A contract that ends or renews before it starts',
  why: `Everything is counted back from the renewal: the last review before it, the day by which a result must be there, the
warning that nothing is prepared. With the days of the contract in the wrong order all of that is silently wrong. A day
that cannot be read at all has a rule of its own.`,
  looksAt: ['contract'],
  reads: [],
  examples: [
    {
      bad: `customer:
  contract:
    start_date: "2025-10-01"
    renewal_date: "2025-09-30"
    arr: "$84,000"
    plan_tier: Business
`,
      good: `customer:
  contract:
    start_date: "2025-10-01"
    renewal_date: "2026-09-30"
    arr: "$84,000"
    plan_tier: Business
`,
    },
  ],
  check(contract, { report }) {
    const start = contract.start_date;
    if (!isReadable(start)) return;
    const wrong = closings(contract).filter(({ field }) => field.value <= start.value);
    const [first] = wrong;
    if (!first) return;
    const from = formatFullDay(start.value);
    if (wrong.length > 1) {
      // Two days agree with each other, so it is more likely the third that is wrong.
      report({
        at: start,
        message: `The contract starts on ${from}, but it ${enumerate(wrong.map(({ verb, field }) => `${verb} on ${formatFullDay(field.value)}`))}. Correct the start, or the days behind it.`,
        related: wrong.map(({ field, verb }) => ({
          at: field,
          message: `The contract ${verb} on ${formatFullDay(field.value)}`,
        })),
      });
      return;
    }
    const on = formatFullDay(first.field.value);
    report({
      at: first.field,
      message:
        first.field.value === start.value
          ? `The contract ${first.verb} on ${on}, the very day it starts. Correct one of the two, such as the year.`
          : `The contract ${first.verb} on ${on}, before it starts on ${from}. Correct one of the two, such as the year.`,
      related: [{ at: start, message: `The contract starts on ${from}` }],
    });
  },
});

function closings(contract: Contract): readonly { readonly field: Readable<Day>; readonly verb: string }[] {
  const { end_date: end, renewal_date: renewal } = contract;
  return [
    ...(isReadable(end) ? [{ field: end, verb: 'ends' }] : []),
    ...(isReadable(renewal) ? [{ field: renewal, verb: 'renews' }] : []),
  ];
}
