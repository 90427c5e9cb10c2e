import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'outcome-vendor-centric';

const OUTCOME = / {2}- id: O2\n[\s\S]*?(?= {4}status)/;
const plan = (
  fields: string,
  { description = 'Achieve 80% adoption in the depots', status = 'in_progress', current = '32%', goal = '80%' } = {},
) =>
  soundPlan()
    .replace(
      OUTCOME,
      `  - id: O2\n    description: ${description}\n${fields}    baseline: { metric: Active depots, current: ${current}, measured_on: 2025-11-03 }\n    target: { metric: Active depots, goal: ${goal}, target_date: 2026-08-31 }\n`,
    )
    .replace(/(goal: .*\n {4}status:) in_progress/, `$1 ${status}`);
const SO_THAT = '    so_that: no delivery note is typed twice\n';
const VALUE = '    business_value: Consistent work, reduced training overhead\n';
const found = (severity: string, message: string, description = 'Achieve 80% adoption in the depots') =>
  `    description: ${description}\n${' '.repeat(17)}${'^'.repeat(description.length)} ${rule} (${severity}): ${message}`;
const NOTHING =
  'Outcome O2 is about the use of the product (“adoption”), and nothing says what the customer gets from it. Add so_that with what changes in their work: hours, errors, revenue.';
const VALUED =
  'Outcome O2 is about the use of the product (“adoption”); what the customer gets stands in its business value alone. Say in so_that where the use leads, in the customer’s words.';

describe(rule, () => {
  it.each([
    ['neither purpose nor value', plan(''), found('warning', NOTHING)],
    ['both still to come', plan('    so_that: TBD\n    business_value:\n'), found('warning', NOTHING)],
    ['a value that is usage again', plan('    business_value: More weekly logins\n'), found('warning', NOTHING)],
    ['a purpose that is usage again', plan('    so_that: licenses are used\n'), found('warning', NOTHING)],
    ['a value', plan(VALUE), found('hint', VALUED)],
    ['a value in fields', plan('    business_value: { summary: One way of working }\n'), found('hint', VALUED)],
    ['a purpose', plan(SO_THAT), ''],
    [
      'a purpose in the description',
      plan('', { description: 'Achieve 80% adoption so that nobody retypes notes' }),
      '',
    ],
    ['a purpose behind a mere so', plan('', { description: 'Achieve 80% adoption so clerks stop retyping notes' }), ''],
    ['a result in the description', plan('', { description: 'Cut retyping by 80% with full adoption' }), ''],
    ['measured in time', plan('', { current: '4 hours', goal: '1 hour' }), ''],
    ['measured in money', plan('', { current: '$4,000', goal: '$1,000' }), ''],
    ['achieved', plan('', { status: 'achieved' }), ''],
    ['deferred', plan('', { status: 'deferred' }), ''],
    ['a completed plan', plan('').replace('status: active', 'status: completed'), ''],
    ['a plan that is read without fault', soundPlan(), ''],
    [
      'the customer’s own audience, with a value',
      plan(VALUE, { description: 'Achieve 80% adoption of the portal among tenants' }),
      '',
    ],
    [
      'the customer’s own audience, without one',
      plan('', { description: 'Achieve 80% adoption of the portal among tenants' }),
      found('hint', NOTHING, 'Achieve 80% adoption of the portal among tenants'),
    ],
    [
      'in onboarding',
      plan('').replace('status: active', 'status: active\n  stage: onboarding'),
      found('hint', NOTHING),
    ],
    [
      'only the metric speaks of it',
      plan('', { description: 'Everybody in the depots is on board' }).replaceAll('Active depots', 'Logins per week'),
      found('warning', NOTHING.replace('adoption', 'Logins'), 'Everybody in the depots is on board'),
    ],
    [
      'a key result that names the result',
      plan(
        '    key_results:\n      - { id: K1, target: { metric: Typing errors, goal: 3%, target_date: 2026-08-31 } }\n',
      ),
      '',
    ],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('marks the key of a description of several lines', () => {
    const text = plan('', { description: '>\n      Achieve 80% adoption\n      in the depots' });
    expect(markedBy(rule, text)).toContain('    description: >\n    ^^^^^^^^^^^ ');
  });

  it.each([
    ['words', VALUE, '    so_that: "Consistent work, reduced training overhead"'],
    ['quoted words', '    business_value: "One way: theirs"\n', '    so_that: "One way: theirs"'],
    ['fields', '    business_value: { summary: One way of working, amount: $4k }\n', '    so_that: One way of working'],
    [
      'a placeholder in its place',
      `    so_that: TBD\n${VALUE}`,
      '    so_that: "Consistent work, reduced training overhead"',
    ],
  ])('takes over the business value: %s', (_, fields, expected) => {
    const text = plan(fields);
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('makes up nothing where there is no value', () => {
    expect(titles(rule, plan(''))).toEqual([]);
    expect(titles(rule, plan('    business_value: More weekly logins\n'))).toEqual([]);
  });
});
