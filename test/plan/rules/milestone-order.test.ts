import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, repaired, titles } from '../../support/repairs.ts';

const rule = 'milestone-order';

const step = (name: string, day: string, more = '') =>
  `      - { name: ${name}, target_date: ${day}, status: pending, owner: Ken Abe${more} }\n`;
const plan = (steps: string, before = '', fields = '') =>
  overlaid(`${before}outcomes:\n  - id: O1\n${fields}    milestones:\n${steps}`);
const [form, book, train] = [
  step('Form connected', '2026-03-02'),
  step('Address book ready', '2026-03-31'),
  step('Depots trained', '2026-05-29'),
];
const last = step('Four minutes confirmed', '2026-06-30', ', kind: validation');
const found = (line: string, name: string, rest: string) =>
  `${line.trimEnd()}\n${' '.repeat(line.indexOf(name))}${'^'.repeat(name.length)} ${rule} (hint): Milestone “${name}” ${rest} Put the milestones in the order of their days.`;
const BOOK = found(
  book,
  'Address book ready',
  'of O1 is due on 31 Mar 2026, but stands below “Depots trained”, which is due on 29 May 2026.',
);
const outside = (steps: string) =>
  `${overlaid('outcomes:\n  - id: O1\n    milestones: []\n')}milestones:\n${steps.replaceAll(/^ {4}/gm, '')}`;

describe(rule, () => {
  it.each([
    ['two swapped', plan(form + train + book + last), BOOK],
    [
      'the first of several',
      plan(train + form + book + last),
      found(
        form,
        'Form connected',
        'of O1 is due on 2 Mar 2026, but stands below “Depots trained”, which is due on 29 May 2026.',
      ),
    ],
    [
      'two, the later first',
      plan(last + book, '', '    kind: qualitative\n'),
      found(
        book,
        'Address book ready',
        'of O1 is due on 31 Mar 2026, but stands below “Four minutes confirmed”, which is due on 30 Jun 2026.',
      ),
    ],
    [
      'quoted days',
      plan((form + train + book + last).replaceAll(/\d{4}-\d\d-\d\d/g, '"$&"')),
      BOOK.replace('2026-03-31', '"2026-03-31"'),
    ],
    [
      'at the top level',
      outside(
        step('Depots trained', '2026-05-29', ', outcome: O1') + step('Form connected', '2026-03-02', ', outcome: O1'),
      ),
      found(
        '  - { name: Form connected, target_date: 2026-03-02, status: pending, owner: Ken Abe, outcome: O1 }',
        'Form connected',
        'of O1 is due on 2 Mar 2026, but stands below “Depots trained”, which is due on 29 May 2026.',
      ),
    ],
    ['in order', plan(form + book + train + last), ''],
    ['on one day', plan(form + step('Depots told', '2026-03-02') + last), ''],
    ['newest first throughout', plan(last + train + book + form), ''],
    [
      'done later than planned',
      plan(
        `${form.replace('pending', 'complete, actual_date: 2026-02-09').replace('2026-03-02', '2025-12-01')}${book}${last}`,
      ),
      '',
    ],
    ['a skipped one', plan(train.replace('pending', 'skipped') + book + last), ''],
    ['one without a day', plan(form + step('Depots told', 'TBD') + book + last), ''],
    ['a day that cannot be read', plan(train.replace('2026-05-29', 'May 29') + book + last), ''],
    ['a day after the outcome is the mistake itself', plan(form + step('Depots told', '2026-07-15') + book + last), ''],
    [
      'a day before what it waits for too',
      plan(form + train + step('Address book ready', '2026-03-31', ', depends_on: [Depots trained]') + last),
      '',
    ],
    [
      'each phase on its own',
      plan(
        step('Form connected', '2026-04-02', ', phase: P1') + step('Depots told', '2026-03-02', ', phase: P2') + last,
        'phases:\n  - { id: P1, name: Setup, start_date: 2026-01-01, end_date: 2026-05-31 }\n  - { id: P2, name: Rollout, start_date: 2026-03-01, end_date: 2026-06-30 }\n',
      ),
      '',
    ],
    [
      'each outcome on its own',
      outside(
        step('Depots trained', '2026-05-29', ', outcome: O1') + step('Address check on', '2026-03-02', ', outcome: O2'),
      ),
      '',
    ],
    ['a plan that is completed', plan(form + train + book + last, 'plan:\n  status: completed\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('looks at the steps of an implementation too', () => {
    const text = overlaid(
      `implementation:\n  summary: Two depots first\n  steps:\n${(train + form).replaceAll(/^ {2}/gm, '')}`,
    );
    expect(markedBy(rule, text)).toContain('“Form connected” is due on 2 Mar 2026, but stands below “Depots trained”');
  });

  it('points to the one above', () => {
    const text = plan(form + train + book + last);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['Depots trained', 'This one is due on 29 May 2026'],
    ]);
  });

  it('puts them in order, with their comments', () => {
    const text = plan(`${form}      # in the south first\n${train}\n      # Ken asks IT\n${book}${last}`);
    expect(repaired(rule, text)).toBe(
      plan(`${form}      # Ken asks IT\n${book}\n      # in the south first\n${train}${last}`),
    );
    const flow = plan('').replace(
      '    milestones:\n',
      `    milestones: [${[train, form, last].map(one => one.trim().slice(2)).join(', ')}]\n`,
    );
    expect(repaired(rule, flow)).toContain(
      `    milestones: [${[form, train, last].map(one => one.trim().slice(2)).join(', ')}]\n`,
    );
    const mixed = outside(
      step('Depots trained', '2026-05-29', ', outcome: O1') +
        step('Address check on', '2026-04-02', ', outcome: O2') +
        step('Form connected', '2026-03-02', ', outcome: O1'),
    );
    expect([...repaired(rule, mixed).matchAll(/^ {2}- \{ name: ([^,]+)/gm)].map(match => match[1])).toEqual([
      'Form connected',
      'Address check on',
      'Depots trained',
    ]);
  });

  it('offers nothing where the review log counts milestones, or one of them stands elsewhere', () => {
    const counted = plan(form + train + book + last).replace(
      'plan_changes: none',
      'plan_changes: ["O1 milestone 2 target date moved from Mar 2 to May 29"]',
    );
    expect(markedBy(rule, counted)).toBe(BOOK);
    expect(titles(rule, counted)).toEqual([]);
    expect(titles(rule, plan(form + train.replace('{', '&late {') + book + last))).toEqual([]);
  });
});
