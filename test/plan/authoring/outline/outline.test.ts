import { describe, expect, it } from 'vitest';
import { outlineConfig } from '../../../../plan/authoring/config/outline.ts';
import { type OutlineEntry, outline } from '../../../../plan/authoring/outline/outline.ts';
import { readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { english } from '../../../../plan/phrase.ts';
import { parse } from '../../../../plan/syntax/parse.ts';
import { soundSections } from '../../../support/examples.ts';
import { ALL_PLANS, laidOutPlans } from '../../../support/plans.ts';

const TODAY = day('2026-02-10');

/** An outline as indented lines: the label, its detail in brackets, a cross where it is gone. */
function lines(entries: readonly OutlineEntry[], indent = ''): string[] {
  return entries.flatMap(({ label, detail, isGone, children }) => {
    const said = detail.map(english).join(' · ');
    return [`${indent}${label}${said && ` [${said}]`}${isGone ? ' ✝' : ''}`, ...lines(children, `${indent}  `)];
  });
}

function outlined(text: string): string[] {
  return lines(outline(readPlanFile(text), TODAY));
}

function every(entries: readonly OutlineEntry[]): OutlineEntry[] {
  return entries.flatMap(entry => [entry, ...every(entry.children)]);
}

describe('the outline', () => {
  it('tells how outcomes and milestones stand', () => {
    const all = outlined(soundSections());
    expect(all.slice(all.indexOf('Outcomes [0 of 3 achieved]'), all.indexOf('Outcomes [0 of 3 achieved]') + 7)).toEqual(
      [
        'Outcomes [0 of 3 achieved]',
        '  O1 Cut the time to enter an order from 12 minutes to 4 minutes [on track · 38% of 41% · 1/3 milestones]',
        '    Measurements',
        '      2026-01-20 [9 minutes]',
        '    Milestones [1/3 done]',
        '      Order form connected [done 12 Dec 2025]',
        '      All depots trained [in progress · due 31 Mar]',
      ],
    );
    expect(all).toEqual(
      expect.arrayContaining([
        'Customer [Northwind Traders]',
        'Risks [1 open]',
        '  R1 The data team is busy with a migration until March [open]',
        'Review history [last 20 Jan]',
        '  2026-01-20 [qbr]',
        '    Dana Ruiz [VP Operations]',
      ]),
    );
  });

  it('tells what is late, over, given up and gone', () => {
    expect(
      outlined(`stakeholders:
  vendor:
    - { name: Per Holm, role: Solutions Engineer, until: 2025-12-31 }
milestones:
  - { name: Order form connected, target_date: 2026-01-29, status: pending }
  - { name: Labels printed, target_date: 2026-02-09, status: blocked }
  - { name: Depots trained, target_date: 2026-01-29, status: skipped }
  - name: Rollout
    target_date: 2026-03-15
    actions:
      - { description: Book the room, due_date: 2026-02-20, status: cancelled }
      - { description: Invite the depots, due_date: 2026-02-20, status: done }
phases:
  - { id: P1, name: Pilot, start_date: 2026-01-05, end_date: 2026-03-31 }
risks:
  - { id: R1, impact: high, likelihood: high, status: accepted }
`),
    ).toEqual([
      'Stakeholders',
      '  Vendor',
      '    Per Holm [Solutions Engineer · left 31 Dec 2025] ✝',
      'Milestones [0/3 done]',
      '  Order form connected [due 29 Jan, 12 days late]',
      '  Labels printed [blocked · due 9 Feb, 1 day late]',
      '  Depots trained [skipped] ✝',
      '  Rollout [due 15 Mar]',
      '    Actions [1/1 done]',
      '      Book the room [cancelled] ✝',
      '      Invite the depots [done]',
      'Phases',
      '  P1 Pilot [5 Jan to 31 Mar]',
      'Risks [0 open]',
      '  R1 [accepted · severe]',
    ]);
  });

  it('tells of nothing late in a plan that is over', () => {
    const work = 'milestones:\n  - { name: Order form connected, target_date: 2026-01-29, status: blocked }\n';
    expect(outlined(`plan:\n  status: completed\n${work}`)).toContain('  Order form connected [blocked]');
  });

  it('names an agenda’s topics with their minutes', () => {
    expect(
      outlined('qbr:\n  agenda:\n    - topic: Where we stand\n      duration: 20 min\n    - duration: 5 min\n'),
    ).toEqual(['Qbr', '  Agenda', '    Where we stand [20 min]', '    2 [5 min]']);
  });

  it('names a configuration’s settings with their values', () => {
    const text =
      'extends: ../base.yaml\nplans:\n  - plans/*.yaml\nrules:\n  id-duplicate: error\n  outcomes-too-many:\n    severity: hint\n    most: 4\n';
    expect(lines(outlineConfig(parse(text)))).toEqual([
      'Extends [../base.yaml]',
      'Plans',
      '  plans/*.yaml',
      'Rules',
      '  id-duplicate [error]',
      '  outcomes-too-many',
      '    severity [hint]',
      '    most [4]',
    ]);
  });

  it('ends where there are too many', () => {
    expect(lines(outline(readPlanFile(soundSections()), TODAY, 12)).at(-1)).toBe(
      'More is in the text [the outline ends at 12 entries]',
    );
    expect(lines(outlineConfig(parse('rules:\n  a: 1\n  b: 2\n'), 2)).at(-1)).toBe(
      'More is in the text [the outline ends at 2 entries]',
    );
  });

  it.each([...ALL_PLANS, ...laidOutPlans()])(
    'has names in their things, and things in those around them, in %s',
    (_, text) => {
      for (const entries of [
        outline(readPlanFile(text), TODAY),
        outlineConfig(parse(text)),
        outline(readPlanFile(text.slice(0, text.length / 2)), TODAY),
      ]) {
        for (const { label, whole, name, children } of every(entries)) {
          expect(label.trim()).not.toBe('');
          expect(whole.start <= name.start && name.end <= whole.end).toBe(true);
          for (const child of children)
            expect(
              whole.start <= child.whole.start && child.whole.end <= whole.end,
              `${label} around ${child.label}`,
            ).toBe(true);
        }
      }
    },
  );
});
