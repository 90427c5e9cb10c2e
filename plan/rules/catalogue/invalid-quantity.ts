import { spokenDay } from '../../day.ts';
import { outcomeAround } from '../../model/holders.ts';
import type { Outcome, WrittenQuantity } from '../../model/index.ts';
import { ratioContradiction } from '../../quantity/index.ts';
import { quoteShort } from '../../words.ts';
import { isJudgedByWord, isWish, saysHowMuch } from '../measures/measurable.ts';
import { measuredAround, measuredName } from '../measures/measured.ts';
import { withoutAmount, worthless } from '../measures/sums.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'invalid-quantity',
  severity: 'warning',
  summary: 'A baseline, goal or measurement without a number, or one that contradicts itself',
  why: `Attainment is worked out from baseline, measurements and goal. A word in place of a number leaves the outcome
without progress in every view, and a percentage that does not fit the figures beside it makes the customer doubt the rest.`,
  looksAt: ['quantity', 'plan'],
  reads: { quantity: [], plan: ['customer', worthless] },
  examples: [
    {
      bad: `outcomes:
  - id: O1
    description: Cut the time to enter an order from 12 minutes to 4 minutes
    so_that: clerks have the afternoon for customers who call
    business_value: Frees two people in each depot
    baseline: { metric: Order entry time, current: far too long, measured_on: 2025-11-03 }
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: in_progress
    milestones:
      - name: Four minutes confirmed by the depots
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
    {
      bad: `outcomes:
  - id: O1
    description: Bring order entry by form from 8 to 20 of our 25 depots
    so_that: wrong deliveries become rare
    business_value: About $40,000 a year in second trips
    baseline: { metric: Depots on the form, current: 8 of 25 (36%), measured_on: 2025-11-03 }
    target: { metric: Depots on the form, goal: 20 of 25 (80%), target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-20, value: 12 of 25 }]
    status: in_progress
    milestones:
      - name: Twenty depots confirmed
        target_date: 2026-06-30
        status: in_progress
        owner: Dana Ruiz
        kind: validation
`,
      good: `outcomes:
  - id: O1
    description: Bring order entry by form from 8 to 20 of our 25 depots
    so_that: wrong deliveries become rare
    business_value: About $40,000 a year in second trips
    baseline: { metric: Depots on the form, current: 8 of 25 (32%), measured_on: 2025-11-03 }
    target: { metric: Depots on the form, goal: 20 of 25 (80%), target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-20, value: 12 of 25 }]
    status: in_progress
    milestones:
      - name: Twenty depots confirmed
        target_date: 2026-06-30
        status: in_progress
        owner: Dana Ruiz
        kind: validation
`,
    },
  ],
  check(written, { report, looksFurther }) {
    if (!('field' in written)) {
      for (const { field, of } of withoutAmount(written, looksFurther))
        report({
          at: field,
          message: `${quoteShort(field.text)} is no amount, so ${of} cannot be counted with. Write it with its currency, such as “$150,000”, or leave it empty until it is known.`,
        });
      return;
    }
    const { field, property } = written;
    const reading = field.value;
    if (reading?.kind === 'quantity') {
      const wrong = ratioContradiction(reading.quantity);
      const { of } = reading.quantity;
      if (!wrong || !of) return;
      const actual = wrong.actual.toFixed(reading.quantity.statedDecimals ?? 0);
      report({
        at: field,
        message: `${of.part} of ${of.whole} is ${actual}%, but beside it stands ${wrong.stated}%. Correct the figure that is wrong.`,
      });
      return;
    }
    if (reading?.kind !== 'not-measurable') return;
    const outcome = outcomeAround(written);
    if (outcome && (isJudgedByWord(outcome) || isWish(outcome))) return;
    if (property === 'goal' && saysHowMuch(field.text)) return;
    report({
      at: field,
      message: `${quoteShort(field.text)} holds no number, so ${loss(written, outcome)}. ${ADVICE[property] ?? ADVICE.value ?? ''}`,
    });
  },
});

const ADVICE: Readonly<Record<string, string>> = {
  current: 'Write what was measured, such as “4 hours per report”, or TBD until it has been.',
  goal: 'Write the number to be reached, such as “30 minutes per report” or “80%”.',
  value: 'Write the number that was measured, and keep the words for the note.',
};

function loss({ property, holder }: WrittenQuantity, outcome: Outcome | undefined): string {
  const name = outcome ? measuredName(measuredAround(holder, outcome), outcome) : 'this outcome';
  if (property === 'goal') return `nobody can tell when ${name} is reached`;
  if (property === 'current') return `${name} has nothing to be compared with`;
  const day = holder.definition === 'measurement' && holder.label !== '' ? ` of ${spokenDay(holder.label)}` : '';
  return `the measurement${day} does not count towards ${name}`;
}
