import { isPursued } from '../../model/outcomes.ts';
import { count } from '../../words.ts';
import { Digest } from '../digest.ts';
import { defineRule } from '../rule.ts';
import { outcomeName } from '../text/names.ts';

/** Whether each outcome is pursued. */
const pursuedOrNot = new Digest(outcome => [isPursued(outcome)]);

export default defineRule({
  id: 'outcomes-too-many',
  severity: 'warning',
  summary: 'A plan with more outcomes at once than a customer can follow',
  why: `A plan with nine outcomes has no priorities. Three to five are what both sides can follow in a review and still
know by heart; the rest waits its turn. Outcomes that are achieved, missed or deferred do not count. The finding stands
at the first outcome too many and points to those after it. \`max\` sets another limit.`,
  looksAt: ['plan'],
  reads: [pursuedOrNot],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  options: { max: 5 },
  optionWords: { max: 'How many outcomes may be pursued at once.' },
  examples: [
    {
      bad: `outcomes:
${[1, 2, 3, 4, 5, 6].map(number => depot(number)).join('')}`,
      good: `outcomes:
${[1, 2, 3, 4, 5].map(number => depot(number)).join('')}${depot(6, 'deferred')}`,
    },
  ],
  check(plan, { options, report, looksFurther }) {
    if (pursuedOrNot.of(plan).filter(([isOne]) => isOne).length <= options.max) return;
    looksFurther('outcomes');
    const pursued = plan.outcomes.items.filter(isPursued);
    const [first, ...further] = pursued.slice(options.max);
    if (!first) return;
    report({
      at: first,
      message: `This plan pursues ${count(pursued.length, 'outcome')} at once, more than the ${options.max} that a customer can follow. Agree which ones come first, and set the others to deferred.`,
      related: further.slice(0, MOST_LISTED).map(outcome => ({
        at: outcome,
        message: `${outcomeName(outcome)} is beyond the ${options.max} too`,
      })),
    });
  },
});

/** Who looks at more places than these looks at all outcomes; and every one of them would be sent to the editor at every key. */
const MOST_LISTED = 20;

/** One outcome of the example, on one line for each thing. */
function depot(number: number, status = 'in_progress'): string {
  const name = ['North', 'South', 'East', 'West', 'Harbour', 'Airport'][number - 1];
  return `  - id: O${number}
    description: Cut loading time at depot ${name} from 90 to 60 minutes
    so_that: trucks leave before the morning traffic
    business_value: One more round a day for each truck
    baseline: { metric: Loading time, current: 90 minutes, measured_on: 2025-11-03 }
    target: { metric: Loading time, goal: 60 minutes, target_date: 2026-08-31 }
    measurements: [{ date: 2026-01-20, value: 82 minutes }]
    status: ${status}
    renewal_evidence: Loading times of the first and the last week
    milestones:
      - { name: Ramp plan agreed, target_date: 2026-03-31, status: pending, owner: Priya Shah }
      - { name: Sixty minutes confirmed, target_date: 2026-08-31, status: pending, owner: Ken Abe, kind: validation }
`;
}
