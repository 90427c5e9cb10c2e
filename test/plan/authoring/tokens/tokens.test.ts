import { describe, expect, it } from 'vitest';
import { tokens } from '../../../../plan/authoring/tokens/tokens.ts';
import { readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { STANDARD_FORMAT } from '../../../../plan/team-format.ts';
import { soundSections } from '../../../support/examples.ts';
import { ALL_PLANS, laidOutPlans } from '../../../support/plans.ts';

const TODAY = day('2026-02-10');

/** Each token as its text, type and modifiers. */
function told(text: string, today = TODAY): string[] {
  return tokens(readPlanFile(text), today).map(({ start, end, type, modifiers }) =>
    [text.slice(start, end), type, ...modifiers].join(' '),
  );
}

const PLAN = `plan:
  created: "2025-10-20"
  next_review: 2026-01-15
  status: active
  owner: Priya Shah
customer:
  contract: { arr: "$84,000", seats: 40, renewal_date: 2026-10-01 }
stakeholders:
  customer:
    - name: Dana Ruiz
      until: 2026-01-31
      successor: Ken Abe
    - name: Ken Abe
  vendor:
    - name: >-
        Priya
        Shah
outcomes:
  - id: O1
    baseline: { current: 12 minutes, measured_on: someday }
    target: { goal: faster, target_date: 2026-01-31 }
    status: in_progress
    milestones:
      - name: Order form connected
        status: complete
        target_date: 2025-12-15
        actual_date: 2025-12-12
        owner: [Ken Abe, Dana Ruiz]
      - id: M2
        status: pending
        target_date: 2026-02-01
        actions:
          - { description: Book the room, owner: Ken Abe, due_date: 2026-02-09, status: open }
          - { description: Invite the depots, due_date: 2026-02-01, status: done }
risks:
  - id: R1
    outcomes: [O1]
    status: closed
`;

const EXPECTED = [
  '"2025-10-20" date',
  '2026-01-15 date late',
  'active status',
  'Priya Shah person',
  '"$84,000" quantity',
  '40 quantity',
  '2026-10-01 date',
  'Dana Ruiz person definition departed',
  '2026-01-31 date',
  'Ken Abe person',
  'Ken Abe person definition',
  'Priya person definition',
  'Shah person definition',
  'O1 identifier definition',
  '12 minutes quantity',
  '2026-01-31 date late',
  'in_progress status late',
  'complete status done',
  '2025-12-15 date done',
  '2025-12-12 date done',
  'Ken Abe person',
  'Dana Ruiz person departed',
  'M2 identifier definition',
  'pending status late',
  '2026-02-01 date late',
  'Ken Abe person',
  '2026-02-09 date late',
  'open status late',
  '2026-02-01 date done',
  'done status done',
  'R1 identifier definition',
  'O1 identifier',
  'closed status done',
];

describe('tokens', () => {
  it('tell people, ids, dates, quantities and statuses, and how they stand', () => {
    expect(told(PLAN)).toEqual(EXPECTED);
  });

  it('know another day', () => {
    const later = told(PLAN, day('2026-01-10'));
    expect(later.filter(token => token.includes('late'))).toEqual([]);
    expect(later).toContain('Dana Ruiz person definition');
  });

  it('know of nothing late in a plan that is over, as soon as it is', () => {
    const before = readPlanFile(PLAN);
    expect(tokens(before, TODAY).some(({ modifiers }) => modifiers.includes('late'))).toBe(true);
    const after = readPlanFile(PLAN.replace('status: active', 'status: archived'), STANDARD_FORMAT, before);
    expect(tokens(after, TODAY).filter(({ modifiers }) => modifiers.includes('late'))).toEqual([]);
  });

  it('know the people and minutes of an agenda', () => {
    const agenda =
      'qbr:\n  duration: 60 minutes\n  attendees:\n    vendor: [csm, Peter Olsen]\n  agenda:\n    - topic: Start\n      duration: 5 min\n';
    expect(told(agenda)).toEqual(['60 minutes quantity', 'Peter Olsen person', '5 min quantity']);
  });

  it('say nothing of what stands elsewhere', () => {
    expect(told('plan:\n  created: &day 2025-10-20\n  next_review: *day\n')).toEqual(['2025-10-20 date']);
  });

  it('are the same in an edited text as in one read anew', () => {
    const text = soundSections();
    const before = readPlanFile(text);
    tokens(before, TODAY);
    const edited = text
      .replace('name: Ken Abe\n', 'name: Ken Abe\n      until: 2026-01-01\n')
      .replace('12 minutes', '13 minutes');
    const after = readPlanFile(edited, STANDARD_FORMAT, before);
    expect(tokens(after, TODAY)).toEqual(tokens(readPlanFile(edited), TODAY));
    expect(tokens(after, TODAY).filter(token => token.modifiers.includes('departed')).length).toBeGreaterThan(2);
  });

  it.each([...ALL_PLANS, ...laidOutPlans()])('follow each other on single lines in %s', (_, text) => {
    const file = readPlanFile(text);
    const all = tokens(file, TODAY);
    let last = 0;
    for (const { start, end } of all) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      expect(text.slice(start, end)).toMatch(/^\S(?:[^\r\n]*\S)?$/);
      last = end;
    }
    const within = { start: text.length / 3, end: text.length / 2 };
    const touching = all.filter(token => token.start <= within.end && within.start <= token.end);
    expect(tokens(file, TODAY, within)).toEqual(expect.arrayContaining(touching));
  });
});
