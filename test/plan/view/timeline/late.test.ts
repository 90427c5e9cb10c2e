import { expect, it } from 'vitest';
import { figure, listOf, planOf } from '../support/plans.ts';

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

/** A plan that ran a year ago: a review that never came, an open action and an open milestone. */
const ended = (status: string) => `plan:
  status: ${status}
  last_reviewed: 2025-05-01
  next_review: 2025-08-01
customer: { company: Acme, contract: { start_date: 2024-01-01, renewal_date: 2026-08-01 } }
stakeholders:
  vendor: [{ name: Dana Park, role: CSM }]
outcomes:
  - id: O1
    description: Bring the report time down from 4 hours to 30 minutes
    owner: Dana Park
    target: { metric: Report time, goal: 30 minutes, target_date: 2026-06-30 }
    milestones: [{ name: Training, owner: Dana Park, target_date: 2025-03-20, status: in_progress }]
review_history:
  - date: 2025-01-20
    summary: The roll-out is on its way.
    actions: [{ description: Send the slides, owner: Dana Park, due_date: 2025-02-20, status: open }]
  - date: 2025-05-01
    summary: All reports are automated.
`;

it.each(['completed', 'archived'])('has nothing due and nothing late in a plan that is %s', status => {
  const view = planOf(ended(status));
  expect(listOf(view).filter(({ rest }) => rest.includes('late'))).toEqual([]);
  expect(figure(view, 'review')).toBe('None | last 1 May 2025');
  expect(view.header.next.map(({ text }) => text)).toEqual(['Renewal']);
  expect(view.people?.groups[0]?.people[0]?.work).toEqual({ count: 0, items: [] });
  expect(view.reviews?.past.map(review => review.openActions)).toEqual([0, 0]);
  expect(view.outcomes[0]?.health.reason).not.toContain('late');
});

it('has both in the same plan while it runs', () => {
  const view = planOf(ended('active'));
  expect(listOf(view).filter(({ rest }) => rest.includes('late'))).toHaveLength(1);
  expect(view.people?.groups[0]?.people[0]?.work).toMatchObject({
    count: 3,
    items: [{ late: true }, { late: true }, {}],
  });
  expect(view.outcomes[0]?.health.reason).toContain('327 days late');
});
