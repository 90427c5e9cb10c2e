import { expect, it } from 'vitest';
import { outcomeText, planOf, planWith } from './support/plans.ts';

it('takes no TBD for a name', () => {
  const open =
    'plan:\n  owner: "TBD"\n  co_owner: TBD\ncustomer:\n  company: Acme\n  industry: TBD\n  segment: "TBD"\n';
  expect(planOf(open).header.subtitle).toBe('');
  const known =
    'stakeholders:\n  vendor:\n    - name: Jane Smith\n      role: Customer Success Manager\n      type: primary_owner\n';
  expect(planOf(open + known).header.subtitle).toBe('Led by Jane Smith; no co-owner at the customer yet.');
});

it('says of key results when the last of them is due', () => {
  const view = planOf(`outcomes:
  - id: O1
    description: More of two things
    key_results:
      - { id: K1, baseline: { metric: A, current: 1 }, target: { metric: A, goal: 2, target_date: 2026-03-31 } }
      - { id: K2, baseline: { metric: B, current: 1 }, target: { metric: B, goal: 2, target_date: 2026-06-30 } }
`);
  expect(view.header.next.map(one => `${one.day} ${one.text}`)).toEqual(['2026-06-30 Goal of O1']);
  expect(view.outcomes[0]?.facts.goal).toBe('by 30 Jun 2026');
});

it('counts the goals of one day where there are many', () => {
  const [, next] = planWith(['O1', 'O2', 'O3', 'O4', 'O5'].map(id => outcomeText(id)).join('')).header.next;
  expect(next?.text).toBe('Goals of five outcomes');
});

it('gives no numbers that are as they should be as the reason of a risk', () => {
  const risks = 'risks: [{ id: R1, description: The site may close, impact: high, likelihood: high, status: open }]\n';
  expect(planWith(outcomeText('O1', risks)).header.sentence).toEqual({
    lead: 'The outcome is at risk.',
    rest: 'O1: 30 points ahead; R1 severe and open.',
  });
  expect(planWith(outcomeText('O1', '', 'blocked')).header.sentence.rest).toBe(
    'O1: 30 points ahead; Roll-out blocked.',
  );
});
