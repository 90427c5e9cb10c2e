import { expect, it } from 'vitest';
import { planOf, timelineOf } from '../support/plans.ts';

it('puts a forecast outside the drawn time under the foot of a flag at that end, and the lane ends below it', () => {
  const late = planOf(`customer: { company: Acme, contract: { start_date: 2025-08-01, renewal_date: 2026-02-20 } }
outcomes:
  - id: O1
    description: Bring the report time down from 4 hours to 30 minutes
    baseline: { metric: Report time, current: 4 hours, measured_on: 2025-08-15 }
    target: { metric: Report time, goal: 30 minutes, target_date: 2026-01-10 }
    measurements: [{ date: 2025-11-20, value: 3.9 hours }]
    status: in_progress
    milestones: [{ name: Roll-out, target_date: 2025-11-15, status: pending }]
`);
  const lane = timelineOf(late)?.lanes[0];
  const edge = lane?.strip?.edges[0];
  const strand = lane?.strip?.y ?? 0;
  expect(edge?.text).toBe('forecast 1 Dec 2034 ›');
  // Letters are 9 px high, a flag's foot stands 6 px under the strand.
  expect((edge?.y ?? 0) - 9).toBeGreaterThan(strand + 6);
  expect(lane?.height).toBeGreaterThan((edge?.y ?? 0) + 3);
});

it('names a goal with its forecast where it has no room of its own', () => {
  const near = planOf(`customer: { company: Acme, contract: { start_date: 2025-08-01, renewal_date: 2026-08-01 } }
outcomes:
  - id: O1
    description: Bring the report time down from 4 hours to 30 minutes
    baseline: { metric: Report time, current: 4 hours, measured_on: 2025-08-15 }
    target: { metric: Report time, goal: 30 minutes, target_date: 2026-06-30 }
    measurements: [{ date: 2025-11-20, value: 3.2 hours }, { date: 2026-01-20, value: 2.1 hours }]
    status: in_progress
    milestones: [{ name: Roll-out, target_date: 2026-03-15, status: pending }]
`);
  expect(timelineOf(near)?.lanes[0]?.strip?.labels.map(label => label.lines[0]?.text)).toEqual([
    '2.1 h',
    '4 h',
    '30 min by 30 Jun, forecast 18 Jun',
    '3.2 h',
  ]);
});
