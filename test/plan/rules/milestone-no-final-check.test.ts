import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'milestone-no-final-check';

const step = (name: string, fields = 'target_date: 2026-03-31', owner = 'Ken Abe') =>
  `      - { name: ${name}, ${fields}, status: pending, owner: ${owner} }\n`;
const first = step('Order form connected', 'target_date: 2026-03-02', 'Priya Shah');
const plan = (steps: string, fields = '', before = '') =>
  overlaid(`${before}outcomes:\n  - id: O1\n${fields}    milestones:\n${steps}`);
const trained = first + step('All depots trained');
const FOUND = `  - id: O1\n        ^^ ${rule} (hint): The milestones of outcome O1 end on 31 Mar 2026 without one by which somebody confirms that “4 minutes” is reached. Add a last one on 30 Jun 2026, and let it be the customer’s.`;

describe(rule, () => {
  it.each([
    ['deliveries only', plan(trained)],
    [
      'a training on the last day',
      plan(first + step('All depots trained', 'target_date: 2026-06-30, kind: training')),
      'end on 30 Jun 2026',
    ],
    ['a half-way mark', plan(first + step('7 minutes reached'))],
    [
      'a review in the midst',
      plan(first + step('Review of the form', 'target_date: 2026-03-20') + step('All depots trained')),
    ],
    ['the fourth wave', plan(first + step('Wave 4 trained'))],
    ['the baseline measured', plan(first + step('Baseline measured again'))],
    [
      'a skipped confirmation',
      plan(trained + step('Four minutes confirmed', 'x-why: dropped').replace('pending', 'skipped')),
    ],
    ['signed off before anything began', plan(step('Form signed off', 'target_date: 2026-02-20') + trained)],
  ])('asks for one behind %s', (_, text, days = 'end on 31 Mar 2026') => {
    expect(markedBy(rule, text)).toBe(FOUND.replace('end on 31 Mar 2026', days));
  });

  it.each([
    'Target achieved and validated',
    'Four minutes confirmed',
    '4 minutes in all depots',
    'Result verified by Ken',
    'Goal reached',
    'Sign-off by Dana',
    'Signed off by the depots',
    'Review of results',
    'Entry time measured',
    'Accepted by the depots',
    'Proof for the board',
    'Report to the sponsor',
    'Abnahme durch die Depots',
    'Zielwert erreicht',
  ])('is content with “%s”', name => {
    expect(markedBy(rule, plan(trained + step(name, 'target_date: 2026-05-29')))).toBe('');
  });

  it('reads tens in words too', () => {
    const target =
      '    target: { metric: Online share, goal: 60%, target_date: 2026-06-30 }\n    baseline: { metric: Online share, current: 20%, measured_on: 2025-11-03 }\n';
    expect(markedBy(rule, plan(trained + step('Sixty percent online', 'target_date: 2026-05-29'), target))).toBe('');
    expect(markedBy(rule, plan(trained + step('Forty percent online', 'target_date: 2026-05-29'), target))).not.toBe(
      '',
    );
  });

  it.each([
    ['kind: validation', plan(first + step('Depots asked', 'target_date: 2026-03-31, kind: validation'))],
    ['kind: approval', plan(first + step('Depots asked', 'target_date: 2026-03-31, kind: approval'))],
    ['the day of the outcome', plan(first + step('All depots on the form', 'target_date: 2026-06-30'))],
    ['a single milestone', plan(first)],
    ['judged by word', plan(trained, '    kind: qualitative\n    acceptance: [Clerks say so]\n')],
    ['acknowledged', plan(trained, '    acknowledged_by: Dana Ruiz\n    acknowledged_on: 2026-02-02\n')],
    ['achieved', plan(trained, '    status: achieved\n')],
    ['deferred', plan(trained, '    status: deferred\n')],
    ['overdue', plan(trained, '    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-01-30 }\n')],
    ['no goal', plan(trained, '    target: { metric: Order entry time, target_date: 2026-06-30 }\n')],
    ['a goal card', plan(trained, '', 'plan:\n  format: goal_card\n')],
    ['before the sale', plan(trained, '', 'plan:\n  stage: pre_sale\n')],
    ['a plan that is completed', plan(trained, '', 'plan:\n  status: completed\n')],
  ])('keeps still: %s', (_, text) => {
    expect(markedBy(rule, text)).toBe('');
  });

  it('points to the day of the outcome', () => {
    const text = plan(trained);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['"2026-06-30"', 'The outcome is due on 30 Jun 2026'],
    ]);
  });

  const KEN = 'Add a last milestone: “Order entry time confirmed at 4 minutes”, Ken Abe, 30 Jun 2026';
  const flow =
    '{ name: Order entry time confirmed at 4 minutes, target_date: 2026-06-30, status: pending, owner: Ken Abe, kind: validation }';

  it.each([
    ['items in braces', plan(trained), `      - ${flow}`],
    [
      'ids',
      plan(
        '      - id: "M01"\n        name: Form connected\n        target_date: 2026-03-02\n        owner: Priya Shah\n      - id: "M02"\n        name: Depots trained\n        target_date: 2026-03-31\n        owner: Ken Abe\n',
      ),
      '      - id: "M03"\n        name: Order entry time confirmed at 4 minutes\n        target_date: 2026-06-30\n',
    ],
    [
      'a flow list',
      plan('').replace(
        '    milestones:\n',
        '    milestones: [{ name: Form connected, target_date: 2026-03-02, owner: Priya Shah }, { name: Depots trained, target_date: 2026-03-31, owner: Ken Abe }]\n',
      ),
      `owner: Ken Abe }, ${flow}]`,
    ],
    [
      'quotes',
      plan(
        '      - name: "Form connected"\n        target_date: \'2026-03-02\'\n        owner: Priya Shah\n      - name: "Depots trained"\n        target_date: \'2026-03-31\'\n        owner: Ken Abe   # and his deputy\n',
      ),
      '      - name: "Order entry time confirmed at 4 minutes"\n        target_date: \'2026-06-30\'\n        status: pending\n        owner: Ken Abe\n        kind: validation',
    ],
    [
      'the top level',
      `${plan('').replace('    milestones:\n', '')}milestones:\n  - { name: Form connected, outcome: O1, target_date: 2026-03-02, owner: Priya Shah }\n  - { name: Depots trained, outcome: O1, target_date: 2026-03-31, owner: Ken Abe }\n`,
      `  - ${flow.replace('minutes,', 'minutes, outcome: O1,')}`,
    ],
  ])('adds it to %s', (_, text, expected) => {
    expect(titles(rule, text)).toEqual([KEN, KEN.replace('Ken Abe', 'Dana Ruiz')]);
    expect(newLines(text, repaired(rule, text, KEN))).toContain(expected);
  });
});
