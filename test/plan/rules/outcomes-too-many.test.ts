import { describe, expect, it } from 'vitest';
import { EXAMPLE_DAY, wholePlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'outcomes-too-many';

function plan(statuses: readonly (string | undefined)[], before = ''): string {
  const outcomes = statuses.map(
    (status, index) =>
      `  - id: O${index + 1}\n    description: Open ${index + 1} new lanes\n${status ? `    status: ${status}\n` : ''}`,
  );
  return wholePlan(`${before}outcomes:\n${outcomes.join('')}`);
}

const six = Array.from({ length: 6 }, () => 'in_progress');
const SIXTH = `  - id: O6
        ^^ outcomes-too-many (warning): This plan pursues 6 outcomes at once, more than the 5 that a customer can follow. Agree which ones come first, and set the others to deferred.`;

describe(rule, () => {
  it.each([
    ['five', six.slice(1), ''],
    ['six', six, SIXTH],
    ['six, one achieved', ['achieved', ...six.slice(1)], ''],
    ['six, one missed', ['missed', ...six.slice(1)], ''],
    ['six, one deferred', ['deferred', ...six.slice(1)], ''],
    ['six without a status', six.map(() => undefined), SIXTH],
    ['eight, two achieved: the sixth pursued is marked', ['achieved', 'achieved', ...six], SIXTH.replace('O6', 'O8')],
    ['none', [], ''],
  ])('%s', (_, statuses, expected) => {
    expect(markedBy(rule, plan(statuses))).toBe(expected);
  });

  it.each(['completed', 'archived'])('keeps still about a plan that is %s', status => {
    expect(markedBy(rule, plan(six, `plan:\n  status: ${status}\n`))).toBe('');
  });

  it('points to the outcomes after the first one too many', () => {
    const text = plan([...six, 'in_progress', 'at_risk']);
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.message).toContain('8 outcomes');
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['O7', 'Outcome O7 is beyond the 5 too'],
      ['O8', 'Outcome O8 is beyond the 5 too'],
    ]);
  });

  it('takes another limit', () => {
    const limit = (max: number) =>
      findingsOf(plan(six), EXAMPLE_DAY, new Map([[rule, { options: { max } }]])).filter(one => one.rule === rule);
    expect(limit(6)).toEqual([]);
    expect(limit(3)[0]?.message).toContain('more than the 3');
  });
});
