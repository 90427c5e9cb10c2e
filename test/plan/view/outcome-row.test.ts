import { expect, it } from 'vitest';
import { outcomeText, planOf, planWith } from './support/plans.ts';

it('speaks of a trend that is behind us as such', () => {
  const view = planOf(`outcomes:
  - id: O1
    description: Fewer open tickets
    baseline: { metric: Backlog, current: 100 tickets, measured_on: 2025-10-01 }
    target: { metric: Backlog, goal: 20 tickets, target_date: 2026-06-30 }
    measurements: [{ date: 2025-11-01, value: 70 tickets }, { date: 2025-12-01, value: 35 tickets }]
`);
  // Through 100, 70 and 35 on days 0, 31 and 61: 1.065 a day from 101, so 20 on day 76.
  expect(view.outcomes[0]?.trend?.words.map(word => word.text).join('')).toBe(
    'The trend reached the goal on 16 Dec 2025, not measured since',
  );
});

it('tells in years how far a forecast beyond two years is from its goal', () => {
  const slow = outcomeText('O1').replace('value: 1 hour', 'value: 3.7 hours');
  expect(planWith(slow).outcomes[0]?.trend?.words.at(-1)?.text).toBe(', 4.2 years after the goal date');
});

it('says that there is no forecast only where none stands beside it', () => {
  // Through 32%, 90% and 20%: it still rises, and reaches 80% in 2029.
  const [row] = planOf(`outcomes:
  - id: O1
    description: Claims are filed by the agents themselves
    baseline: { metric: Claims filed online, current: 32%, measured_on: 2025-07-01 }
    target: { metric: Claims filed online, goal: 80%, target_date: 2026-06-30 }
    measurements: [{ date: 2025-12-01, value: 90% }, { date: 2026-02-01, value: 20% }]
`).outcomes;
  expect(row?.trend?.words.map(word => word.text).join('')).toBe('Forecast 13 Mar 2029, 2.7 years after the goal date');
  expect(row?.health.reason).toBe('Worse than the baseline by 12 points.');
});

it('rounds no measured value to fewer decimals than it is written with', () => {
  const held = `  - id: O1
    description: Keep the service available
    baseline: { metric: Availability, current: 99.9%, measured_on: 2025-08-15 }
    target: { metric: Availability, goal: 99.9%, target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-20, value: 99.95% }]
    status: in_progress
`;
  expect(planWith(held).outcomes[0]?.scale).toMatchObject({ value: { text: '99.95%' } });
});

it('writes units on a scale whose ends have different ones', () => {
  const labels = (from: string, to: string) => {
    const { scale } =
      planOf(`outcomes:
  - id: O1
    description: Faster reports
    baseline: { metric: Report time, current: ${from}, measured_on: 2025-11-01 }
    target: { metric: Report time, goal: ${to}, target_date: 2026-08-30 }
`).outcomes[0] ?? {};
    return scale?.kind === 'bar' ? scale.labels.map(({ text }) => text) : [];
  };
  expect(labels('1h 30m', '20 min').slice(2)).toEqual(['1h', '48m']);
  expect(labels('1 week', '1 day').slice(2)).toEqual(['0.4 weeks']);
  expect(labels('4 hours', '30 min').slice(2)).toEqual(['2']);
  expect(labels('90 min', '20 min').slice(2)).toEqual(['60', '40']);
});

it.each([
  ['4 hours', '€30', '3 hours', 'No forecast: the units do not compare'],
  ['4 hours', '2 hours', '€30', 'No forecast: measured in another unit since'],
  ['4 hours', '4 hours', '€30', 'No forecast: measured in another unit since'],
  ['9%', '50% less', '7%', 'No forecast: the goal is written as a change'],
  ['4 hours', 'TBD', '3 hours', 'No forecast: the goal holds no number'],
  ['4 hours', '2 hours', '5 hours', 'No forecast: the trend does not lead to the goal'],
])('says why there is no forecast from %s to %s, now %s', (from, to, now, words) => {
  const { trend } =
    planOf(`outcomes:
  - id: O1
    description: Claims are settled faster
    baseline: { metric: Cost per claim, current: "${from}", measured_on: 2025-10-01 }
    target: { metric: Cost per claim, goal: "${to}", target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-10, value: "${now}" }]
`).outcomes[0] ?? {};
  expect(trend?.words.map(word => word.text).join('')).toBe(words);
});

const inWords = (from: string, to: string, now: string) => `outcomes:
  - id: O1
    description: Claims staff work without retyping
    baseline: { metric: Manual work, current: ${from}, measured_on: 2025-10-01 }
    target: { metric: Manual work, goal: ${to}, target_date: 2026-06-30 }
    measurements: [{ date: 2026-01-10, value: ${now} }]
`;

it('tells baseline, value and goal that are written in words', () => {
  const [row] = planOf(inWords('a lot of manual work', 'hardly any', 'noticeably less')).outcomes;
  expect(row?.scale).toMatchObject({
    text: 'Baseline: a lot of manual work (1 Oct 2025). Now: noticeably less (10 Jan 2026). Goal: hardly any (by 30 Jun 2026). Neither goal nor baseline holds a number, so there is no scale to draw.',
  });
  expect(row?.facts).toMatchObject({
    baseline: 'a lot of manual work on 1 Oct 2025',
    today: 'noticeably less on 10 Jan 2026',
    goal: 'hardly any by 30 Jun 2026',
  });
  expect(row?.health.reason).toBe('Neither goal nor baseline holds a number.');
});

it('holds a value in words apart from one that was not measured', () => {
  const [said] = planOf(inWords('4 hours', '1 hour', 'noticeably less')).outcomes;
  expect(said?.scale).toMatchObject({
    note: 'noticeably less',
    sentence: expect.stringContaining('now noticeably less'),
  });
  expect(said?.health.reason).toBe('What was said since the baseline holds no number.');
  expect(said?.trend?.words).toEqual([{ text: 'No forecast: told in words since' }]);
  const [silent] = planOf(inWords('4 hours', '1 hour', 'TBD')).outcomes;
  expect(silent?.scale).toMatchObject({ note: 'No measurement yet' });
  expect(silent?.health.reason).toBe('No milestone begun and nothing measured since the baseline.');
});

it('tells a number that was measured where neither baseline nor goal holds one', () => {
  const [row] = planOf(inWords('TBD', 'hardly any', '20 tickets')).outcomes;
  expect(row?.facts.today).toBe('20 tickets on 10 Jan 2026');
  expect(row?.attainment).toMatchObject({ text: 'Unknown', note: 'no number' });
});
