import { expect, it } from 'vitest';
import { listOf, planOf } from '../support/plans.ts';

it('calls no milestone late that may be done, whatever its status is called, in the drawing as in the words', () => {
  const view = planOf(`plan: { status: active, next_review: 2026-03-01 }
customer: { company: Acme, contract: { start_date: 2025-08-01, renewal_date: 2026-08-01 } }
outcomes:
  - id: O1
    description: Bring the report time down from 4 hours to 30 minutes
    milestones:
      - { name: Roll-out, target_date: 2026-01-10, status: completed }
      - { name: Training, target_date: 2026-01-20, status: pending }
decision:
  steps: [{ name: Signature, target_date: 2026-01-12, status: done }]
`);
  expect(listOf(view).map(({ dayText, ref, name, rest }) => `${dayText} ${ref} ${name}${rest}`)).toEqual([
    '10 Jan O1·1 Roll-out, 31 days ago',
    '12 Jan D·1 Signature, 29 days ago',
    '20 Jan O1·2 Training: 21 days late',
  ]);
});

it('calls no milestone late whose outcome is deferred, in it or beside it', () => {
  const view = planOf(`plan: { status: active, next_review: 2026-03-01 }
customer: { company: Acme, contract: { start_date: 2025-08-01, renewal_date: 2026-08-01 } }
outcomes:
  - id: O1
    description: Bring the report time down from 4 hours to 30 minutes
    status: deferred
    milestones:
      - { name: Roll-out, target_date: 2026-01-10, status: pending }
milestones:
  - { name: Training, outcome: O1, target_date: 2026-01-20, status: pending }
`);
  expect(listOf(view).filter(({ rest }) => rest.includes('late'))).toEqual([]);
});
