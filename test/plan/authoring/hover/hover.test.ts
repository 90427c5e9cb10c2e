import { expect, it } from 'vitest';
import { explain } from '../../../../plan/authoring/hover/hover.ts';
import { outline } from '../../../../plan/authoring/outline/outline.ts';
import { readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { english } from '../../../../plan/phrase.ts';
import { soundPlan } from '../../../support/examples.ts';
import { overlaid } from '../../../support/overlay.ts';

const TODAY = day('2026-02-10');
const FILE = readPlanFile(soundPlan());

/** What is said at the beginning of a piece of the sound plan, and the text it is about. */
function said(piece: string, into = 0): { about: string; markdown: string } {
  const at = FILE.text.indexOf(piece);
  if (at < 0) throw new Error(`no “${piece}”`);
  const explanation = explain(FILE, at + into, TODAY);
  return {
    about: explanation ? FILE.text.slice(explanation.span.start, explanation.span.end) : '',
    markdown: explanation?.markdown ?? '',
  };
}

it('teaches on a key', () => {
  const { about, markdown } = said('next_review: ');
  expect(about).toBe('next_review');
  expect(markdown).toMatch(/^\*\*.+\*\* — .+/);
});

it('tells on a value what it means, or what is known of it', () => {
  expect(said('active', 1)).toMatchObject({ about: 'active', markdown: expect.stringMatching(/^\*\*active\*\* — /) });
  expect(said('"2026-04-21"', 2).markdown).toBe(
    '**Tue 21 Apr 2026** (Q2 2026) — in 70 days, 163 before the renewal.  \n91 days after the last review, 20 Jan 2026.',
  );
  expect(said('"2025-12-12"', 2).markdown).toBe(
    '**Fri 12 Dec 2025** (Q4 2025) — 60 days ago.  \nPlanned for 15 Dec 2025: 3 days early.',
  );
  expect(said('co_owner: Dana Ruiz', 12).markdown).toBe(
    '**Dana Ruiz** — VP Operations, customer side, executive sponsor, active  \n' +
      'Owns 4 open things: Four minutes confirmed by the depots (in 140 days), Three percent confirmed by the depots (in 202 days), ' +
      'R1 and 1 more.  \nLast at the review of 20 Jan 2026.',
  );
  expect(said('9 minutes').markdown).toBe(
    'Read as **9 minutes**.  \n**38%** of the way from 12 min to 4 min; 33% was expected by 20 Jan.',
  );
});

it('tells where an outcome stands on its id, with the numbers of the panel', () => {
  // From 12 to 4 minutes, now 9: 3/8. From 3 Nov 2025 (day 0) to 30 Jun 2026 (day 239), today day 99: 41 %.
  const { about, markdown } = said('O1\n');
  expect(about).toBe('O1');
  expect(markdown).toContain('**38%** attained, 41% expected by today.');
  expect(markdown).toContain('Order entry time: from 12 min, now 9 min, to 4 min.');
  expect(markdown).toContain('1 of 3 milestones done.');
  expect(markdown).toContain('**On track** — ');
});

it.each([
  ['goal_attainment_rate', '**0%** — 0 of 3 outcomes achieved, none due yet.'],
  ['value_realization_score', '**38%** — 15,000 USD of 40,000 USD a year, from 1 of 1 outcome with an amount.'],
  ['roi', '**0.18** — 15,000 USD a year realized for each year’s contract value.'],
])('tells what the success metric %s says today', (metric, expected) => {
  const text = overlaid(
    `plan:\n  success_metric: ${metric}\noutcomes:\n  - id: O1\n    business_value: { amount: "$40,000", per: year }\n`,
  );
  const explanation = explain(readPlanFile(text), text.indexOf(metric) + 1, TODAY);
  expect(explanation?.markdown).toContain(expected);
});

it('outlines by name, with how things stand', () => {
  const outcomes = outline(FILE, TODAY).find(entry => entry.label === 'Outcomes');
  expect(outcomes?.children.map(o => `${o.label.slice(0, 15)}: ${o.detail.map(english).join(', ')}`)).toEqual([
    'O1 Cut the time: on track, 38% of 41%, 1/3 milestones',
    'O2 Bring wrong : on track, 29% of 33%, 0/2 milestones',
    'O3 Answer custo: on track, 40% of 37%, 0/2 milestones',
  ]);
  const first = outcomes?.children[0];
  expect(first && FILE.text.slice(first.name.start, first.name.end)).toBe('O1');
  expect(first?.children.map(list => list.label)).toEqual(['Measurements', 'Milestones']);
});
