import { describe, expect, it } from 'vitest';
import { sideOfTeam } from '../../../plan/rules/people/team-side.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'review-one-sided';

const review = (attendees: string, fields = '', more = '') =>
  overlaid(
    `review_history:\n  - date: "2026-01-20"\n    attendees: ${attendees}\n${fields}    decisions: [Train the depots in the north first]\n${more}`,
  );
const partner = `stakeholders:\n  partner:\n    - { name: Rui Costa, role: Partner manager }\n`;

describe(rule, () => {
  it('ends the sentence once behind a name that ends with a full stop', () => {
    expect(markedBy(rule, review('[Priya Shah]').replace('Northwind Traders', 'Northwind Inc.'))).toContain(
      'nobody from Northwind Inc. Add who else was there',
    );
  });

  it.each([
    [
      'only the vendor',
      review('[Priya Shah]'),
      '    attendees: [Priya Shah]\n    ^^^^^^^^^ review-one-sided (warning): The review of 20 Jan 2026 lists only Priya Shah, nobody from Northwind Traders. Add who else was there, or mark it as a check-in if it was an internal one of the vendor.',
    ],
    [
      'only the customer',
      review('[Dana Ruiz, Ken Abe]'),
      '    attendees: [Dana Ruiz, Ken Abe]\n    ^^^^^^^^^ review-one-sided (warning): The review of 20 Jan 2026 lists Dana Ruiz and Ken Abe, but nobody from your side. Add who else was there, or mark it as a check-in if it was an internal one of the customer.',
    ],
    [
      'line by line',
      review('\n      - Priya Shah   # alone'),
      '    attendees:\n    ^^^^^^^^^ review-one-sided (warning): The review of 20 Jan 2026 lists only Priya Shah, nobody from Northwind Traders. Add who else was there, or mark it as a check-in if it was an internal one of the vendor.',
    ],
    [
      'another case',
      review('["priya  SHAH"]'),
      '    attendees: ["priya  SHAH"]\n    ^^^^^^^^^ review-one-sided (warning): The review of 20 Jan 2026 lists only priya  SHAH, nobody from Northwind Traders. Add who else was there, or mark it as a check-in if it was an internal one of the vendor.',
    ],
    [
      'a qbr',
      review('[Priya Shah]', '    type: qbr\n'),
      '    attendees: [Priya Shah]\n    ^^^^^^^^^ review-one-sided (warning): The review of 20 Jan 2026 lists only Priya Shah, nobody from Northwind Traders. Add who else was there, or mark it as a check-in if it was an internal one of the vendor.',
    ],
    [
      'a check-in may be internal',
      review('[Priya Shah]', '    type: check_in\n'),
      '    attendees: [Priya Shah]\n    ^^^^^^^^^ review-one-sided (hint): The review of 20 Jan 2026 lists only Priya Shah, nobody from Northwind Traders. Add who else was there.',
    ],
    [
      'a team of ours',
      review('[Priya Shah, Our support team]'),
      '    attendees: [Priya Shah, Our support team]\n    ^^^^^^^^^ review-one-sided (warning): The review of 20 Jan 2026 lists Priya Shah and Our support team, but nobody from Northwind Traders. Add who else was there, or mark it as a check-in if it was an internal one of the vendor.',
    ],
    [
      'a reseller and the vendor',
      review('[Priya Shah, Rui Costa]', '', partner),
      '    attendees: [Priya Shah, Rui Costa]\n    ^^^^^^^^^ review-one-sided (warning): The review of 20 Jan 2026 lists Priya Shah and Rui Costa, but nobody from Northwind Traders. Add who else was there, or mark it as a check-in if it was an internal one of the vendor.',
    ],
    [
      'long ago',
      review('[Priya Shah]').replace('"2026-01-20"\n    attendees', '"2024-11-05"\n    attendees'),
      '    attendees: [Priya Shah]\n    ^^^^^^^^^ review-one-sided (warning): The review of 5 Nov 2024 lists only Priya Shah, nobody from Northwind Traders. Add who else was there, or mark it as a check-in if it was an internal one of the vendor.',
    ],
    [
      'no day that can be read',
      review('[Priya Shah]').replace('"2026-01-20"\n    attendees', 'Jan 20\n    attendees'),
      '    attendees: [Priya Shah]\n    ^^^^^^^^^ review-one-sided (warning): The review lists only Priya Shah, nobody from Northwind Traders. Add who else was there, or mark it as a check-in if it was an internal one of the vendor.',
    ],
    [
      'more people than are named in a sentence',
      review('[Priya Shah, Our support team, Our CSM, Vendor engineering]'),
      '    attendees: [Priya Shah, Our support team, Our CSM, Vendor engineering]\n    ^^^^^^^^^ review-one-sided (warning): The review of 20 Jan 2026 lists Priya Shah, Our support team, Our CSM and Vendor engineering, but nobody from Northwind Traders. Add who else was there, or mark it as a check-in if it was an internal one of the vendor.',
    ],
    [
      'many',
      review('[Priya Shah, Our support team, Our CSM, Vendor engineering, Our trainers]'),
      '    attendees: [Priya Shah, Our support team, Our CSM, Vendor engineering, Our trainers]\n    ^^^^^^^^^ review-one-sided (warning): The review of 20 Jan 2026 lists Priya Shah, Our support team, Our CSM and 2 others, but nobody from Northwind Traders. Add who else was there, or mark it as a check-in if it was an internal one of the vendor.',
    ],
    ['both', review('[Dana Ruiz, Priya Shah]'), ''],
    ['the customer and a reseller', review('[Dana Ruiz, Rui Costa]', '', partner), ''],
    ['a team of the customer', review('[Priya Shah, Customer team]'), ''],
    ['a team called by the company', review('[Priya Shah, Northwind depots]'), ''],
    ['somebody unknown', review('[Priya Shah, Tomás Lund]'), ''],
    ['a slip of the pen', review('[Priya Shah, Dana Riuz]'), ''],
    ['a team of anybody', review('[Priya Shah, Leadership team]'), ''],
    ['somebody to be named', review('[Priya Shah, TBD]'), ''],
    ['one text, says schema', review('Priya Shah'), ''],
    ['nobody listed', review('[]'), ''],
    ['no list', review('none'), ''],
    ['still ahead', review('[Priya Shah]').replace('"2026-01-20"\n    attendees', '"2026-03-03"\n    attendees'), ''],
    ['no stakeholders', review('[Priya Shah]').replace(/stakeholders:[\s\S]*?\noutcomes:/, 'outcomes:'), ''],
    ['no vendor among them', review('[Dana Ruiz, Ken Abe]').replace(/ {2}vendor:[\s\S]*?\noutcomes:/, 'outcomes:'), ''],
    ['a draft', review('[Priya Shah]').replace('status: active', 'status: draft'), ''],
    ['completed', review('[Priya Shah]').replace('status: active', 'status: completed'), ''],
    ['a goal card', review('[Priya Shah]').replace('status: active', 'format: goal_card'), ''],
    [
      'a list of people that cannot be read whole',
      review('[Priya Shah]').replace('role: Depot Manager', 'role: "Depot'),
      '',
    ],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it.each([
    ['Customer team', 'customer'],
    ['Client IT', 'customer'],
    ['Northwind finance', 'customer'],
    ['Customer Success', 'vendor'],
    ['Our CSM', 'vendor'],
    ['Vendor engineering', 'vendor'],
    ['Customer and vendor teams', undefined],
    ['Northwind Traders and our CS team', undefined],
    ['Leadership team', undefined],
    ['Priya Shah', undefined],
    ['', undefined],
  ])('%s is %s', (written, side) => {
    expect(sideOfTeam(written, 'Northwind Traders')).toBe(side);
  });
});
