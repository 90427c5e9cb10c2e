import { expect, it } from 'vitest';
import { readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import { documentView } from '../../../plan/view/index.ts';

/** A plan of many outcomes: every fourth is behind, the others are on their way. */
function manyOutcomes(count: number): string {
  const outcome = (i: number) => `  - id: O${i + 1}
    description: Bring wrong deliveries in region ${i + 1} down from 10% to 3%
    baseline: { metric: Wrong deliveries, current: 10%, measured_on: "2025-11-03" }
    target: { metric: Wrong deliveries, goal: 3%, target_date: "2026-06-30" }
    measurements: [{ date: "2026-01-20", value: ${i % 4 === 0 ? 10 : 7}% }]
    milestones: [{ name: Confirmed, target_date: "2026-06-30", status: in_progress, owner: Ken Abe }]
`;
  return `plan: { version: 1, status: active }\noutcomes:\n${Array.from({ length: count }, (_, i) => outcome(i)).join('')}`;
}

function rest(count: number): string {
  const view = documentView(readPlanFile(manyOutcomes(count)).documents, [], day('2026-02-10'));
  return view?.kind === 'plan' ? view.header.sentence.rest : '';
}

it('names a few outcomes in its sentence, and counts many', () => {
  expect(rest(4)).toContain('O2, O3 and O4 are on track.');
  expect(rest(12)).toContain('Nine outcomes are on track.');
  expect(rest(200)).toContain('150 outcomes are on track.');
});
