import { describe, expect, it } from 'vitest';
import type { Addition } from '../../../../plan/authoring/edits/add.ts';
import { planEdit } from '../../../../plan/authoring/edits/plan-edit.ts';
import { applyEdits, Checker, readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { english } from '../../../../plan/phrase.ts';
import { EXAMPLE_DAY, soundPlan, soundSections } from '../../../support/examples.ts';

const TODAY = day(EXAMPLE_DAY);
const HEAD = 'plan:\n  version: "1.0"\n  created: "2026-02-10"\n  owner: Priya Shah\n  co_owner: Dana Ruiz\n';

/** The text with something added, `[[` and `]]` around what is selected; or why there is none. */
function added(text: string, what: Addition): string {
  const changed = planEdit(readPlanFile(text), { kind: 'add', what }, TODAY);
  if ('refused' in changed) return `refused: ${english(changed.refused)}`;
  const after = applyEdits(text, changed.edits);
  const { select } = changed;
  if (!select) return after;
  return `${after.slice(0, select.start)}[[${after.slice(select.start, select.end)}]]${after.slice(select.end)}`;
}

describe('an addition', () => {
  it('is the first outcome, whose description comes first', () => {
    expect(added(HEAD, 'outcome')).toContain(
      '\noutcomes:\n  - id: O1\n    description: [[TBD]]\n    business_value: TBD\n',
    );
    expect(added('# Plan for Northwind\r\n', 'outcome')).toMatch(
      /^# Plan for Northwind\r\noutcomes:\r\n {2}- id: O1\r\n/,
    );
    expect(added('', 'outcome')).toMatch(/^outcomes:\n {2}- id: O1\n/);
  });

  it('is somebody on either side, by the names that the plan knows already', () => {
    expect(added(HEAD, 'stakeholder')).toBe(`${HEAD}
stakeholders:
  customer:
    - name: Dana Ruiz
      role: [[TBD]]
      type: day_to_day_contact
      engagement: active
  vendor:
    - name: Priya Shah
      role: TBD
      type: primary_owner
`);
    expect(added('stakeholders:\n  customer: []\n  vendor:\n    - { name: Priya }\n', 'stakeholder')).toContain(
      'customer:\n    - name: [[TBD]]\n',
    );
    expect(added(soundSections(), 'stakeholder')).toContain(
      '- name: Ken Abe\n      role: Depot Manager\n      type: day_to_day_contact\n      engagement: active\n    - name: [[TBD]]',
    );
  });

  it('is a day for the next review, by the rhythm of the plan and on a working day', () => {
    expect(added(HEAD, 'review')).toContain('  created: "2026-02-10"\n  next_review: "[[2026-05-08]]"\n');
    const late = soundSections().replace('next_review: "2026-04-21"', 'next_review: "2026-02-03"');
    expect(added(late, 'review')).toContain('  next_review: "[[2026-04-20]]"\n');
    expect(added('customer:\r\n  company: Northwind\r\n', 'review')).toBe(
      'plan:\r\n  next_review: "[[2026-05-08]]"\r\n\r\ncustomer:\r\n  company: Northwind\r\n',
    );
    expect(added('plan:\n  next_review: TBD\n', 'review')).toBe('plan:\n  next_review: [[2026-05-08]]\n');
  });

  it.each<[what: string, text: string, add: Addition, reason: string]>([
    ['a review that is planned', soundSections(), 'review', 'The next review is planned already: 21 Apr 2026.'],
    ['a plan that is over', 'plan:\n  status: completed\n', 'review', 'This plan is over: it needs no further review.'],
    [
      'a day that cannot be read',
      'plan:\n  next_review: in spring\n',
      'review',
      '“in spring” is not a day. Put that right first.',
    ],
    [
      'a text that is no plan',
      '- one\n- two\n',
      'outcome',
      'This part of the plan is written in a way that cannot be edited for you. Please add it by hand.',
    ],
    [
      'people who are a word',
      'stakeholders: none\n',
      'stakeholder',
      'This part of the plan is written in a way that cannot be edited for you. Please add it by hand.',
    ],
    ['a broken plan', 'plan: [\n', 'outcome', 'The plan cannot be read as it stands. Put that right first.'],
    ['an agenda', 'qbr:\n  date: 2026-01-01\n', 'outcome', 'Open a success plan first: this file holds none.'],
  ])('is refused for %s', (_, text, what, reason) => {
    expect(added(text, what)).toBe(`refused: ${reason}`);
  });

  it('brings no error into a plan that lacks it', () => {
    const checker = new Checker();
    for (const [what, section] of [
      ['outcome', 'outcomes'],
      ['stakeholder', 'stakeholders'],
    ] as const) {
      const text = soundPlan([section]);
      const changed = planEdit(readPlanFile(text), { kind: 'add', what }, TODAY);
      const edits = 'refused' in changed ? [] : changed.edits;
      expect(edits.length).toBeGreaterThan(0);
      const errors = (one: string) =>
        checker
          .check(readPlanFile(one), TODAY)
          .findings.filter(({ severity }) => severity === 'error')
          .map(({ rule }) => rule);
      const before = errors(text);
      expect(errors(applyEdits(text, edits)).filter(rule => !before.includes(rule))).toEqual([]);
    }
  });
});
