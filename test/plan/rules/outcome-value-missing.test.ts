import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'outcome-value-missing';

const sound = soundPlan();
const valued = (line: string, text = sound) =>
  text.replace('    business_value: Frees two people in each depot\n', line);
const none = valued('');
const MESSAGE = `${rule} (info): Outcome O1 does not say what it is worth to the customer. Add the money, time or risk that it is about, in the words of whoever signs the renewal.`;
const at = (line: string) => `${line}\n    ${'^'.repeat(14)} ${MESSAGE}`;

describe(rule, () => {
  it.each([
    ['in words', sound, ''],
    ['missing', none, `  - id: O1\n        ^^ ${MESSAGE}`],
    ['empty', valued('    business_value:\n'), at('    business_value:')],
    ['null', valued('    business_value: ~\n'), at('    business_value: ~')],
    ['empty text', valued("    business_value: ''\n"), at("    business_value: ''")],
    ['still to come', valued('    business_value: TBD\n'), at('    business_value: TBD')],
    ['no fields', valued('    business_value: {}\n'), at('    business_value: {}')],
    [
      'a summary that is still to come',
      valued('    business_value: { summary: n/a }\n'),
      at('    business_value: { summary: n/a }'),
    ],
    ['an amount', valued('    business_value: { amount: "$40,000", per: year }\n'), ''],
    [
      'a summary of several lines',
      valued('    business_value:\n      summary: >\n        Two people\n        in each depot\n'),
      '',
    ],
    ['a list', valued('    business_value: [Two people]\n'), ''],
    [
      'borrowed',
      valued('    business_value: *value\n').replace('outcomes:\n', 'x-value: &value Two people\noutcomes:\n'),
      '',
    ],
    ['deferred', none.replace('status: in_progress', 'status: deferred'), ''],
    ['missed', none.replace('status: in_progress', 'status: missed'), ''],
    ['achieved', none.replace('status: in_progress', 'status: achieved'), `  - id: O1\n        ^^ ${MESSAGE}`],
    ['an entry that says nothing yet', sound.replace('risks:', '  - id: O9\nrisks:'), ''],
    ['a draft', none.replace('status: active', 'status: draft'), ''],
    ['a completed plan', none.replace('status: active', 'status: completed'), ''],
    ['a plan that cannot be read whole', none.replace('segment: enterprise', 'segment: "enterprise'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  const title = 'Set business_value to what so_that says, “clerks have the afternoon for customers who call”';
  it.each([
    ['a missing one', none, '    business_value: clerks have the afternoon for customers who call'],
    [
      'a placeholder',
      valued('    business_value: TBD   # ask Dana\n'),
      '    business_value: clerks have the afternoon for customers who call   # ask Dana',
    ],
    [
      'an empty one',
      valued('    business_value:\n'),
      '    business_value: clerks have the afternoon for customers who call',
    ],
    [
      'in quotes',
      none.replace(/so_that: (clerks.*)/, 'so_that: "$1"'),
      '    business_value: "clerks have the afternoon for customers who call"',
    ],
  ])('takes over the purpose for %s', (_, text, expected) => {
    expect(titles(rule, text)).toEqual([title]);
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('writes it into flow style', () => {
    const text = sound.replace(
      'risks:',
      '  - { id: O4, description: Cut waiting trucks from 9 to 2 a day, so_that: gates stay free, status: achieved }\nrisks:',
    );
    expect(titles(rule, text)).toHaveLength(1);
    expect(newLines(text, repaired(rule, text))).toContain(
      'so_that: gates stay free, business_value: gates stay free, status',
    );
  });

  it('makes nothing up', () => {
    expect(titles(rule, none.replace(/ {4}so_that: clerks.*\n/, ''))).toEqual([]);
    expect(titles(rule, valued('    business_value: { summary: TBD }\n'))).toEqual([]);
  });
});
