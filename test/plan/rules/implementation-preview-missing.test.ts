import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'implementation-preview-missing';

const DECISION = 'decision:\n  decision_date: 2026-09-30\n';
const preSale = (rest: string, fields = '') => overlaid(`plan:\n  stage: pre_sale\n${fields}${rest}`);
const step = (name: string, due: string, more = '') =>
  `  - { name: ${name}, owner: Ken Abe${due && `, target_date: ${due}`}${more} }\n`;
const found = (line: string, marks: string, end = 'the decision on 30 Sep 2026') =>
  `${line}\n${'^'.repeat(marks.length)} ${rule} (info): This plan ends with ${end}, and nothing shows what comes after it. Preview the way to going live: the first steps, who takes part, and the day on which it is to work.`;
const AT_PLAN = found('plan:', 'plan');

describe(rule, () => {
  it.each([
    ['nothing after the decision', preSale(DECISION), AT_PLAN],
    [
      'no day of the decision',
      preSale('decision:\n  criteria: [Orders are typed once]\n'),
      found('plan:', 'plan', 'the signature'),
    ],
    ['an empty section', preSale(`${DECISION}implementation:\n`), found('implementation:', 'implementation')],
    [
      'a section that says nothing yet',
      preSale(`${DECISION}implementation:\n  summary: TBD\n  steps: []\n  go_live_date:\n`),
      found('implementation:', 'implementation'),
    ],
    [
      'only the signature comes later',
      preSale(
        `${DECISION}milestones:\n${step('Contract signed', '2026-10-05')}${step('Terms', '2026-10-02', ', kind: approval')}`,
      ),
      AT_PLAN,
    ],
    [
      'what comes later is skipped',
      preSale(`${DECISION}milestones:\n${step('Kick-off', '2026-10-15', ', status: skipped')}`),
      AT_PLAN,
    ],
    [
      'a phase of the purchase',
      preSale(`${DECISION}phases:\n  - { name: Evaluation, end_date: 2026-08-31 }\n`),
      AT_PLAN,
    ],
    [
      'a phase of the purchase that ends with the signature',
      preSale(`${DECISION}phases:\n  - { name: Contract, start_date: 2026-09-01, end_date: 2026-10-09 }\n`),
      AT_PLAN,
    ],
    [
      'a phase that begins with the signature',
      preSale(`${DECISION}phases:\n  - { name: After the decision, start_date: 2026-10-01, end_date: 2026-10-20 }\n`),
      '',
    ],
    [
      'a phase of the purchase and of what follows',
      preSale(
        `${DECISION}phases:\n  - { name: Contract and roll-out, start_date: 2026-09-01, end_date: 2026-11-30 }\n`,
      ),
      '',
    ],
    ['a day of going live', preSale(`${DECISION}implementation:\n  go_live_date: 2026-12-01\n`), ''],
    ['steps', preSale(`${DECISION}implementation:\n  steps:\n    - name: Kick-off\n`), ''],
    ['a summary', preSale(`${DECISION}implementation:\n  summary: Six weeks, two depots first\n`), ''],
    [
      'a milestone after the decision',
      preSale(`${DECISION}milestones:\n${step('First depot in use', '2026-10-15')}`),
      '',
    ],
    [
      'only a look at the result comes later',
      preSale(`${DECISION}milestones:\n${step('Search time measured', '2026-12-15')}`),
      AT_PLAN,
    ],
    [
      'a step of the work after the decision',
      preSale(`${DECISION}milestones:\n${step('Depot two joins', '2026-12-15')}`),
      '',
    ],
    [
      'a phase after the decision',
      preSale(`${DECISION}phases:\n  - { name: First weeks, end_date: 2026-11-30 }\n`),
      '',
    ],
    ['a milestone of the delivery without a day', preSale(`${DECISION}milestones:\n${step('Go-live', '')}`), ''],
    ['a text in place of the section', preSale(`${DECISION}implementation: six weeks\n`), ''],
    ['nothing planned at all', 'plan:\n  stage: pre_sale\ncustomer:\n  company: Northwind Traders\n', ''],
    ['the sound plan, which is past the sale', soundPlan(), ''],
    ['a goal card', preSale(DECISION, '  format: goal_card\n'), ''],
    ['an archived plan', preSale(DECISION, '  status: archived\n'), ''],
    ['a file that cannot be read whole', preSale(`${DECISION}customer:\n  company: "Northwind\n`), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to the day of the decision', () => {
    const text = preSale(DECISION);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end }) => text.slice(start, end))).toEqual(['2026-09-30']);
  });

  /** The decision lies before the day on which the outcomes are due, and their milestones before the decision. */
  const early = (rest = '', decided = '2026-04-30') =>
    preSale(
      `outcomes:\n${['O1', 'O2', 'O3'].map(id => `  - id: ${id}\n    milestones: [{ name: Pilot counted, target_date: 2026-03-13, status: pending, owner: Ken Abe, kind: validation }]\n`).join('')}decision:\n  decision_date: ${decided}\n  criteria: [Orders are typed once]\n  steps:\n    - { name: Contract terms agreed, kind: legal, owner: Dana Ruiz, target_date: 2026-03-31, status: pending }\n    - { name: Supplier form filed, kind: procurement, owner: Ken Abe, target_date: 2026-04-10, status: pending }\n    - { name: Security questions answered, kind: security, owner: Ken Abe, target_date: 2026-04-17, status: pending }\n${rest}`,
    );
  const FIRST = 'O1: “Order entry time confirmed at 4 minutes”, Ken Abe, 30 Jun 2026';
  const confirmed = (indent: string) =>
    [
      '- name: Order entry time confirmed at 4 minutes',
      '  outcome: O1',
      '  target_date: 2026-06-30',
      '  status: pending',
      '  owner: Ken Abe',
      '  kind: validation',
    ]
      .map(line => indent + line)
      .join('\n');

  it('ends with what is due after the decision, confirmed by the customer', () => {
    const text = early();
    expect(titles(rule, text)).toEqual([
      `Add an implementation section that ends with ${FIRST}`,
      'Add an implementation section that ends with O2: “Share of wrong deliveries confirmed at 3%”, Ken Abe, 31 Aug 2026',
    ]);
    const fixed = repaired(rule, text);
    expect(newLines(text, fixed).trim()).toBe(`implementation:\n  steps:\n${confirmed('    ')}`);
    expect(fixed.indexOf('implementation:')).toBeGreaterThan(fixed.indexOf('decision:'));
  });

  it.each([
    ['an empty section', 'implementation:\n', `  steps:\n${confirmed('    ')}`],
    ['an empty list of steps', 'implementation:\n  steps:\n', confirmed('    ')],
    [
      'braces',
      'implementation: {}\n',
      'implementation: { steps: [{ name: Order entry time confirmed at 4 minutes, outcome: O1, target_date: 2026-06-30, status: pending, owner: Ken Abe, kind: validation }] }',
    ],
    [
      'brackets',
      'implementation:\n  steps: []\n',
      '  steps: [{ name: Order entry time confirmed at 4 minutes, outcome: O1, target_date: 2026-06-30, status: pending, owner: Ken Abe, kind: validation }]',
    ],
  ])('fills what is there: %s', (_, section, expected) => {
    const text = early(section);
    expect(newLines(text, repaired(rule, text, `End the implementation section with ${FIRST}`))).toBe(expected);
  });

  it('offers nothing where no outcome is due after the decision, or where no day of it is known', () => {
    expect(titles(rule, early('', '2026-09-30'))).toEqual([]);
    expect(titles(rule, preSale('decision:\n  criteria: [Orders are typed once]\n'))).toEqual([]);
    expect(titles(rule, early('implementation: null\n'))).toEqual([]);
  });
});
