import { expect, it } from 'vitest';
import { lenses } from '../../../../plan/authoring/lenses/lenses.ts';
import { lensWords } from '../../../../plan/authoring/lenses/words.ts';
import { readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { english } from '../../../../plan/phrase.ts';
import { soundPlan } from '../../../support/examples.ts';
import { overlaid } from '../../../support/overlay.ts';

const TODAY = day('2026-02-10');

/** Each line that has lenses, with what they say. */
function shown(text: string): string[] {
  const file = readPlanFile(text);
  const rows = new Map<string, string[]>();
  for (const { at, action, subject } of lenses(file, TODAY)) {
    const start = text.lastIndexOf('\n', at.start - 1) + 1;
    const line = text.slice(start, text.indexOf('\n', at.start)).trim();
    const said = action ? english(action.title) : lensWords(file, subject, TODAY).map(english).join(' · ');
    rows.set(line, [...(rows.get(line) ?? []), said]);
  }
  return [...rows].map(([line, said]) => `${line} ← ${said.join(' | ')}`);
}

it('tells how plan, outcomes and reviews stand, and offers what can be done there', () => {
  expect(shown(soundPlan())).toEqual([
    'plan: ← On track · 0/3 outcomes achieved · 35% attained on average · renewal in 233 days | Open panel | Prepare agenda',
    '- id: O1 ← On track · 38% attained, 41% expected · 1/3 milestones | Record measurement',
    '- name: All depots trained ← Mark complete',
    '- id: O2 ← On track · 29% attained, 33% expected · 0/2 milestones | Record measurement',
    '- name: Address check switched on ← Mark complete',
    '- id: O3 ← On track · 40% attained, 37% expected · 0/2 milestones | Record measurement',
    'review_history: ← Last review 21 days ago · next review in 70 days | Log review',
  ]);
});

it('tells what is late and blocked, and what of the last review is open', () => {
  const text = overlaid(`outcomes:
  - id: O1
    milestones:
      - { name: Form connected, target_date: 2026-01-15, status: blocked, owner: Ken Abe }
      - { name: Depots trained, target_date: 2026-02-09, status: in_progress, owner: Ken Abe }
      - { name: Confirmed, target_date: 2026-06-30, status: pending, owner: Ken Abe }
review_history:
  - date: "2026-01-20"
    actions:
      - { description: Book rooms, status: open }
      - { description: Send the list, status: done }
`);
  expect(shown(text).filter(row => /\{|date:/.test(row))).toEqual([
    expect.stringMatching(/^- \{ name: Form connected.* ← 26 days late · blocked \| Mark complete$/),
    expect.stringMatching(/^- \{ name: Depots trained.* ← 1 day late \| Mark complete$/),
    '- date: "2026-01-20" ← 1/2 actions open',
  ]);
});

it('offers a log where there is none yet, and nothing to do once the plan is over', () => {
  expect(shown('plan:\n  status: active\n')).toEqual([
    'plan: ← Not started | Open panel | Log review | Prepare agenda',
  ]);
  const over = shown(overlaid('plan:\n  status: completed\n')).join('\n');
  expect(over).not.toMatch(/Record|Mark|Log|Prepare/);
  expect(over).toContain('Open panel');
});

it('records no measurement of what is judged by words, achieved or given up', () => {
  const rows = (fragment: string) =>
    shown(overlaid(`outcomes:\n  - id: O1\n    ${fragment}\n`)).find(row => row.startsWith('- id: O1'));
  expect(rows('kind: qualitative')).not.toContain('Record');
  expect(rows('status: achieved')).not.toContain('Record');
  expect(rows('status: deferred')).not.toContain('Record');
  expect(rows('status: at_risk')).toContain('Record');
});

it('puts one thing’s lenses above a line, and none above what is borrowed', () => {
  expect(
    shown(
      'plan: { status: active }\noutcomes: [{ id: O1, milestones: [{ name: Trained, status: in_progress }] }, { id: O2 }]\n',
    ),
  ).toEqual([
    'plan: { status: active } ← Not measured · 0/2 outcomes achieved | Open panel | Log review | Prepare agenda',
    expect.stringMatching(/^outcomes: \[.* ← Not measured · 0\/1 milestones \| Record measurement$/),
  ]);
  const borrowed =
    'x-step: &step\n  name: Trained\n  status: in_progress\noutcomes:\n  - id: O1\n    milestones:\n      - *step\n';
  expect(shown(borrowed)).toHaveLength(1);
});

it('adds up the minutes of an agenda', () => {
  const agenda = 'qbr:\n  duration: 1 hour\n  agenda:\n    - { topic: Progress, duration: 45 min }\n';
  expect(shown(agenda)).toEqual(['qbr: ← 45 of 60 minutes planned | Open panel']);
  // A number alone counts in minutes, as for the rule that adds them up.
  expect(shown(agenda.replace('45 min', '45'))).toEqual(['qbr: ← 45 of 60 minutes planned | Open panel']);
  expect(shown(agenda.replace('45 min', 'short'))).toEqual(['qbr: ←  | Open panel']);
});

it('says nothing of what is no longer there', () => {
  const file = readPlanFile('plan:\n  status: active\n');
  expect(lensWords(file, { of: 'outcome', document: 0, index: 7 }, TODAY)).toEqual([]);
  expect(lensWords(file, { of: 'milestone', document: 0, outcome: 3, index: 7 }, TODAY)).toEqual([]);
  expect(lensWords(file, { of: 'review', document: 0, index: 7 }, TODAY)).toEqual([]);
  expect(lensWords(file, { of: 'plan', document: 5 }, TODAY)).toEqual([]);
  expect(lensWords(file, { of: 'agenda', document: 0 }, TODAY)).toEqual([]);
});
