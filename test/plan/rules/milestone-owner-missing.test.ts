import { describe, expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'milestone-owner-missing';

const inOutcome = (milestone: string, before = '') =>
  wholePlan(`${before}outcomes:
  - id: O1
    description: Cut order entry from 12 to 4 minutes
    milestones:
${milestone}`);
const inReview = (action: string, date = '2026-01-20') =>
  wholePlan(`review_history:
  - date: "${date}"
    attendees: [Ken Abe, Priya Shah]
    actions:
${action}
  - date: "2025-12-01"
    attendees: [Ken Abe, Priya Shah]
`);
const risk = (fields: string) => wholePlan(`risks:\n  - id: R1\n    description: The data team is busy\n${fields}`);
const found = (line: string, marks: string, message: string, severity = 'warning') =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): ${message}`;

describe(rule, () => {
  it.each([
    [
      'a milestone without the key',
      inOutcome('      - name: Depots trained\n        target_date: 2026-03-31\n        status: pending\n'),
      found(
        '      - name: Depots trained',
        'Depots trained',
        'Milestone “Depots trained” of O1 has no owner, and it is due on 31 Mar 2026. Name the person who sees to it.',
      ),
    ],
    [
      'a milestone that is late',
      inOutcome('      - name: Depots trained\n        target_date: 2026-01-30\n        status: pending\n'),
      found(
        '      - name: Depots trained',
        'Depots trained',
        'Milestone “Depots trained” of O1 has no owner, and it was due on 30 Jan 2026. Name the person who sees to it.',
      ),
    ],
    [
      'an empty key',
      inOutcome('      - name: Depots trained\n        owner:\n'),
      found(
        '        owner:',
        'owner',
        'Milestone “Depots trained” of O1 has no owner. Name the person who sees to it.',
      ),
    ],
    [
      'null and an empty list',
      inOutcome('      - { name: Depots trained, owner: null }\n      - { name: Depots equipped, owner: [] }\n'),
      [
        found(
          '      - { name: Depots trained, owner: null }',
          'owner',
          'Milestone “Depots trained” of O1 has no owner. Name the person who sees to it.',
        ),
        found(
          '      - { name: Depots equipped, owner: [] }',
          'owner',
          'Milestone “Depots equipped” of O1 has no owner. Name the person who sees to it.',
        ),
      ].join('\n'),
    ],
    [
      'a placeholder',
      inOutcome('      - name: Depots trained\n        owner: "TBD"\n'),
      found(
        '        owner: "TBD"',
        '"TBD"',
        'Milestone “Depots trained” of O1 has no owner (“TBD” names nobody). Name the person who sees to it.',
      ),
    ],
    [
      'one name in a list with a placeholder',
      inOutcome('      - name: Depots trained\n        owner: [TBD, Ken Abe]\n'),
      '',
    ],
    [
      'done, skipped, or with the day on which it was done',
      inOutcome(
        ['complete', 'skipped'].map(s => `      - { name: A, status: ${s} }\n`).join('') +
          '      - { name: B, actual_date: 2026-01-12 }\n',
      ),
      '',
    ],
    [
      'at the top level',
      wholePlan('milestones:\n  - name: Depots trained\n    outcome: O2\n    status: blocked\n'),
      found(
        '  - name: Depots trained',
        'Depots trained',
        'Milestone “Depots trained” of O2 has no owner. Name the person who sees to it.',
      ),
    ],
    [
      'an open risk',
      risk('    status: open\n'),
      found('  - id: R1', 'R1', 'Risk R1 has no owner. Name the person who watches it and acts on it.'),
    ],
    [
      'a risk that came true',
      risk('    status: occurred\n    owner: "?"\n'),
      found(
        '    owner: "?"',
        '"?"',
        'Risk R1 has no owner (“?” names nobody). Name the person who watches it and acts on it.',
      ),
    ],
    [
      'risks that are settled',
      ['mitigated', 'accepted', 'closed'].map(s => risk(`    status: ${s}\n`)).join('\n---\n'),
      '',
    ],
    [
      'a decision step',
      wholePlan(
        'decision:\n  steps:\n    - { name: Contract read, kind: legal, target_date: 2026-03-31 }\n    - { name: Budget agreed, status: complete, actual_date: 2026-01-30 }\n',
      ),
      found(
        '    - { name: Contract read, kind: legal, target_date: 2026-03-31 }',
        'Contract read',
        'Decision step “Contract read” has no owner, and it is due on 31 Mar 2026. Name the person who sees to it.',
      ),
    ],
    [
      'an action of a review',
      inReview('      - description: Send the calendar\n        due_date: 2026-02-13\n        status: open'),
      found(
        '      - description: Send the calendar',
        'Send the calendar',
        'The action “Send the calendar” from the review of 20 Jan 2026 has no owner, and it is due on 13 Feb 2026. Name the person who sees to it.',
      ),
    ],
    [
      'an action that is done',
      inReview(
        '      - { description: Send the calendar, status: done }\n      - { description: Call, done_on: 2026-01-22 }',
      ),
      '',
    ],
    [
      'an action without a status in an older review',
      inReview('      - { description: Send the calendar }', '2025-11-03'),
      '',
    ],
    [
      'an action without a status in the newest review',
      inReview('      - { description: Send the calendar }'),
      found(
        '      - { description: Send the calendar }',
        'Send the calendar',
        'The action “Send the calendar” from the review of 20 Jan 2026 has no owner. Name the person who sees to it.',
      ),
    ],
    [
      'an action of a milestone that has an owner is a hint',
      inOutcome(
        '      - name: Depots trained\n        owner: Ken Abe\n        actions:\n          - description: Book the rooms\n',
      ),
      found(
        '          - description: Book the rooms',
        'Book the rooms',
        'The action “Book the rooms” has no owner. Unless you name somebody, it falls to Ken Abe, who has the milestone.',
        'hint',
      ),
    ],
    [
      'a step of a delivery that is previewed before the sale is a hint',
      wholePlan('plan:\n  status: active\n  stage: pre_sale\nimplementation:\n  steps:\n    - name: Kick-off\n'),
      found(
        '    - name: Kick-off',
        'Kick-off',
        'Milestone “Kick-off” has no owner. Name the person who sees to it.',
        'hint',
      ),
    ],
    ['a plan that is completed', inOutcome('      - name: Depots trained\n', 'plan:\n  status: completed\n'), ''],
    ['a file that cannot be read whole', inOutcome('      - name: Depots trained\n        status: "pending\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  const milestone = inOutcome(
    '      - name: "Depots trained"   # all eleven\n        target_date: "2026-03-31"\n        status: pending\n',
  );

  it('offers the people who are still there and take part, those nearest to the work first', () => {
    expect(titles(rule, milestone)).toEqual([
      'Set owner to Dana Ruiz, VP Operations',
      'Set owner to Ken Abe, Depot Manager',
      'Set owner to Priya Shah, Customer Success Manager',
    ]);
    const people =
      'stakeholders:\n  customer:\n    - { name: Ana Ruiz, until: 2026-01-31 }\n    - { name: Li Wei, engagement: disengaged }\n    - { name: TBD }\n    - { name: Ken Abe }\n    - { name: Sam Oduya }\n';
    const last = `${people}outcomes:\n  - id: O1\n    description: Cut order entry from 12 to 4 minutes\n    owner: Sam Oduya\n    milestones:\n      - name: Depots trained\n`;
    expect(titles(rule, wholePlan(last))).toEqual(['Set owner to Sam Oduya', 'Set owner to Ken Abe']);
    expect(titles(rule, wholePlan(`stakeholders:\n  customer: []\n${last.slice(people.length)}`))).toEqual([]);
  });

  it('offers an approval first to those whose part it is', () => {
    const people =
      'stakeholders:\n  customer:\n    - { name: Dana Ruiz, type: executive_sponsor }\n    - { name: Eva Lind, type: legal, until: 2025-12-31 }\n    - { name: Noor Haddad, type: legal }\n    - { name: Ken Abe, type: economic_buyer }\n';
    const step = (kind: string) =>
      wholePlan(`${people}decision:\n  steps:\n    - { name: Terms, kind: ${kind}, target_date: 2026-03-31 }\n`);
    const [dana, noor, ken] = ['Dana Ruiz', 'Noor Haddad', 'Ken Abe'].map(name => `Set owner to ${name}`);
    expect(titles(rule, step('legal'))).toEqual([noor, dana, ken]);
    expect(titles(rule, step('financial'))).toEqual([ken, dana, noor]);
    expect(titles(rule, step('security'))).toEqual([dana, noor, ken]);
  });

  const title = 'Set owner to Ken Abe, Depot Manager';

  it.each([
    [
      'a new line in the quotes of its neighbours',
      '      - name: "Depots trained"   # all eleven\n        target_date: "2026-03-31"\n        status: pending\n',
      '        owner: "Ken Abe"',
    ],
    [
      'an empty key',
      "      - name: 'Depots trained'\n        target_date: 2026-03-31\n        owner:   # who?\n",
      "        owner: 'Ken Abe'   # who?",
    ],
    [
      'null',
      '      - name: Depots trained\n        target_date: 2026-03-31\n        owner: null\n',
      '        owner: Ken Abe',
    ],
    [
      'a placeholder',
      '      - name: "Depots trained"\n        target_date: 2026-03-31\n        owner: TBD\n',
      '        owner: "Ken Abe"',
    ],
    [
      'a placeholder in a list',
      '      - name: Depots trained\n        target_date: 2026-03-31\n        owner:\n          - TBD\n',
      '          - Ken Abe',
    ],
    [
      'flow style',
      '      - { name: Depots trained, target_date: 2026-03-31, status: pending } # soon\n',
      '      - { name: Depots trained, target_date: 2026-03-31, status: pending, owner: Ken Abe } # soon',
    ],
    [
      'an empty list in flow style',
      '      - { name: Depots trained, owner: [], target_date: 2026-03-31 }\n',
      '      - { name: Depots trained, owner: Ken Abe, target_date: 2026-03-31 }',
    ],
  ])('repairs %s', (_, lines, expected) => {
    const text = inOutcome(lines);
    expect(newLines(text, repaired(rule, text, title))).toBe(expected);
  });

  it('repairs a risk, an action and a decision step', () => {
    const first = (text: string) => newLines(text, repaired(rule, text));
    expect(first(risk('    mitigation: Weekly slot\n    status: open\n'))).toBe('    owner: Priya Shah');
    expect(first(inReview('      - { description: Send the calendar, due_date: 2026-02-13 }'))).toBe(
      '      - { description: Send the calendar, due_date: 2026-02-13, owner: Ken Abe }',
    );
    expect(first(wholePlan('decision:\n  steps:\n    - name: Contract read\n      target_date: 2026-03-31\n'))).toBe(
      '      owner: Dana Ruiz',
    );
  });

  it('leaves what stands elsewhere alone', () => {
    const text = inOutcome(
      '      - &trained { name: Depots trained, status: complete, actual_date: 2026-01-12 }\n      - { <<: *trained, status: pending, actual_date: null, target_date: 2026-03-31 }\n',
    );
    expect(newLines(text, repaired(rule, text, title))).toContain('status: pending, owner: Ken Abe, actual_date: null');
    const alias = wholePlan(
      'x-shared: &step { name: Contract read, target_date: 2026-03-31 }\ndecision:\n  steps: [ *step ]\n',
    );
    expect(markedBy(rule, alias)).toContain('Decision step “Contract read” has no owner');
    expect(titles(rule, alias)).toEqual([]);
  });

  it('puts a name with a comma in quotes', () => {
    const text = wholePlan(
      'stakeholders:\n  customer:\n    - { name: "Ruiz, Dana", role: VP Operations }\n    - { name: Ken Abe }\noutcomes:\n  - id: O1\n    description: Cut order entry from 12 to 4 minutes\n    milestones: [{ name: Depots trained, target_date: 2026-03-31 }]\n',
    );
    expect(newLines(text, repaired(rule, text))).toContain('target_date: 2026-03-31, owner: "Ruiz, Dana" }');
  });
});
