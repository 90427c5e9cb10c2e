import { describe, expect, it } from 'vitest';
import { day } from '../../../plan/day.ts';
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

describe('before the sale', () => {
  const comes = (today: string, implementation = '', step = '') =>
    planOf(
      `plan: { status: active, format: mutual_action_plan, stage: pre_sale }
phases: [{ id: P1, name: Evaluate, start_date: 2026-01-01, end_date: 2026-02-28 }]
decision:
  criteria: [Single sign-on works]
  decision_date: 2026-04-10
  steps:
    - { name: Security questionnaire answered, kind: security, owner: Priti Rao, target_date: 2026-02-13, status: complete }
    - { name: Legal redlines, kind: legal, owner: Jon Berg, target_date: 2026-02-20, status: pending }
${step}implementation:
  summary: Hangar by hangar
  go_live_date: 2026-06-15
  steps: [${implementation}]
`,
      day(today),
    ).header.next.map(one => `${one.day} ${one.text}`);

  it('come the steps to the decision, its day and go-live, in the order of their days', () => {
    expect(comes('2026-02-10')).toEqual([
      '2026-02-20 Legal redlines (D·2)',
      '2026-04-10 Decision',
      '2026-06-15 Go-live',
    ]);
    expect(comes('2026-04-11')).toEqual(['2026-06-15 Go-live']);
  });

  it('come the steps of the implementation, and days with a name of their own are named beside others', () => {
    const trained = (on: string) => `{ name: Mechanics trained, target_date: ${on}, status: pending }`;
    const signature = '    - { name: Signature, kind: executive, target_date: 2026-04-10, status: pending }\n';
    expect(comes('2026-03-01', trained('2026-06-05'), signature)).toEqual([
      '2026-04-10 Decision, Signature (D·3)',
      '2026-06-05 Mechanics trained (I·1)',
      '2026-06-15 Go-live',
    ]);
    expect(comes('2026-05-01', `${trained('2026-06-15')}, ${trained('2026-06-15')}`)).toEqual([
      '2026-06-15 Go-live, two milestones',
    ]);
  });
});

describe('the figure that a plan is judged by', () => {
  const judged = (metric: string, contract = '    arr: $20,000\n') => {
    const outcome = (id: string, amount: string, measured: string) =>
      `  - id: ${id}
    description: Fewer calls
    business_value: { summary: Fewer calls, amount: ${amount}, per: year }
    baseline: { metric: Calls, current: 10, measured_on: 2025-11-01 }
    target: { metric: Calls, goal: 20, target_date: 2026-08-01 }
    measurements: [${measured}]
`;
    const half = '{ date: 2026-02-01, value: 15 }';
    const text = `plan:
  success_metric: ${metric}
customer:
  company: Northwind
  contract:
    renewal_date: 2026-10-01
${contract}outcomes:
${outcome('O1', '$40,000', half)}${outcome('O2', '$8,000', '')}`;
    const { label, value, unit = '', note } = planOf(text).header.figures[1] ?? {};
    return `${label}: ${value} ${unit} (${note})`;
  };

  it('is that of goals, unless another is written', () => {
    expect(judged('goal_attainment_rate')).toBe(
      'Goal attainment rate: 0 of 2 reached (none due; mean 50% of 1 measured)',
    );
  });

  it('is the value that was realized', () => {
    expect(judged('value_realization_score')).toBe(
      'Value realized: 50%  (20,000 of 40,000 USD a year; 1 of 2 amounts measured; 0 of 2 reached, mean 50%)',
    );
  });

  it('is what the contract returns, where its value is there', () => {
    expect(judged('roi')).toBe(
      'Return on investment: 1 × the contract (20,000 for 20,000 USD a year; 0 of 2 reached, mean 50%)',
    );
    expect(judged('roi', '    arr: €20,000\n')).toBe(
      'Return on investment: Unknown  (no measured amount in EUR; 0 of 2 reached, mean 50%)',
    );
    expect(judged('roi', '')).toMatch(/^Goal attainment rate: 0 of 2 reached/);
  });
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

it('says the year of a review that was held in another one', () => {
  const log = (on: string) =>
    `review_history:\n  - { date: ${on}, type: qbr, attendees: [Dana Ruiz], summary: All well }\n`;
  const note = (on: string) => planOf(log(on)).header.figures.find(({ name }) => name === 'review')?.note;
  expect(note('2026-01-20')).toBe('last 20 Jan; due by 20 Apr');
  expect(note('2024-11-20')).toBe('last 20 Nov 2024; due by 20 Feb 2025');
});
