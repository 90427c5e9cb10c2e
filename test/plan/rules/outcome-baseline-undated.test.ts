import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'outcome-baseline-undated';

const sound = soundPlan();
const LINE = / {6}current: 12 minutes\n {6}measured_on: "2025-11-03"\n/;
const dated = (lines: string, text = sound) => text.replace(LINE, lines);
const none = dated('      current: 12 minutes\n');
const MISSING = `${rule} (info): The baseline of outcome O1, “12 minutes”, does not say when it was measured. Add the day, so that everybody can see that it was before the work began.`;
const undated = (marked: string) => `${marked} ${MISSING}`;
const AT_VALUE = '      current: 12 minutes\n               ^^^^^^^^^^';
const future = (day: string, spoken: string) =>
  `      measured_on: ${day}\n${' '.repeat(19)}${'^'.repeat(day.length)} ${rule} (warning): The baseline of outcome O1 is dated ${spoken}, which has not come yet. Write the day on which “12 minutes” was measured.`;

describe(rule, () => {
  it.each([
    ['dated', sound, ''],
    ['no day', none, undated(AT_VALUE)],
    [
      'an empty day',
      dated('      current: 12 minutes\n      measured_on:\n'),
      undated('      measured_on:\n      ^^^^^^^^^^^'),
    ],
    [
      'null',
      dated('      current: 12 minutes\n      measured_on: null\n'),
      undated('      measured_on: null\n      ^^^^^^^^^^^'),
    ],
    ['a day that cannot be read', dated('      current: 12 minutes\n      measured_on: last autumn\n'), ''],
    ['a list', dated('      current: 12 minutes\n      measured_on: [2025-11-03]\n'), ''],
    ['nobody has measured it', dated('      current: TBD\n'), ''],
    ['words in place of a figure', dated('      current: far too long\n'), ''],
    ['no baseline', sound.replace(/ {4}baseline:\n {6}metric: Order[\s\S]*?(?= {4}target)/, ''), ''],
    ['deferred', none.replace('status: in_progress', 'status: deferred'), ''],
    ['missed', none.replace('status: in_progress', 'status: missed'), ''],
    ['achieved', none.replace('status: in_progress', 'status: achieved'), undated(AT_VALUE)],
    ['judged by word', none.replace('status: in_progress', 'kind: qualitative\n    status: in_progress'), ''],
    ['before the sale', none.replace('status: active', 'status: active\n  stage: pre_sale'), ''],
    ['a completed plan', none.replace('status: active', 'status: completed'), ''],
    ['today', dated('      current: 12 minutes\n      measured_on: 2026-02-10\n'), ''],
    [
      'tomorrow',
      dated('      current: 12 minutes\n      measured_on: 2026-02-11\n'),
      future('2026-02-11', '11 Feb 2026'),
    ],
    [
      'in the future and not begun',
      dated('      current: 12 minutes\n      measured_on: "2026-11-03"\n').replace('in_progress', 'not_started'),
      future('"2026-11-03"', '3 Nov 2026'),
    ],
    [
      'after the target',
      dated('      current: 12 minutes\n      measured_on: 2026-01-05\n').replace('"2026-06-30"', '2025-12-31'),
      `      measured_on: 2026-01-05\n${' '.repeat(19)}^^^^^^^^^^ ${rule} (warning): The baseline of outcome O1 was measured on 5 Jan 2026, after the target was due. Correct the day, or the target date.`,
    ],
    [
      'on the day of the target',
      dated('      current: 12 minutes\n      measured_on: 2025-12-31\n').replace('"2026-06-30"', '2025-12-31'),
      '',
    ],
    [
      'in flow style, of a key result',
      sound.replace(
        '    status: in_progress',
        '    key_results: [{ id: KR1, baseline: { metric: Calls, current: 40 }, target: { metric: Calls, goal: 20 } }]\n    status: in_progress',
      ),
      `    key_results: [{ id: KR1, baseline: { metric: Calls, current: 40 }, target: { metric: Calls, goal: 20 } }]\n${' '.repeat(65)}^^ ${MISSING.replace('outcome O1', 'key result KR1 of O1').replace('12 minutes', '40')}`,
    ],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to the target date', () => {
    const text = dated('      current: 12 minutes\n      measured_on: 2026-01-05\n').replace(
      '"2026-06-30"',
      '2025-12-31',
    );
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['2025-12-31', 'The target is due on 31 Dec 2025'],
    ]);
  });

  const [contract, written] = [
    'Set measured_on to 1 Oct 2025, the start of the contract',
    'Set measured_on to 20 Oct 2025, when the plan was written',
  ];

  it('offers the days that the plan speaks of', () => {
    expect(titles(rule, none)).toEqual([contract, written]);
    expect(titles(rule, none.replace('2026-01-20"\n        value: 9', '2025-10-10"\n        value: 9'))).toEqual([
      contract,
    ]);
    expect(titles(rule, none.replace('value: 9 minutes', 'value: 12 min'))[0]).toBe(
      'Set measured_on to 20 Jan 2026, when the same was measured',
    );
  });

  it('offers the year before for a day in the future', () => {
    const text = dated('      current: 12 minutes\n      measured_on: "2026-11-03"\n');
    expect(newLines(text, repaired(rule, text, 'Set measured_on to 3 Nov 2025, a year before'))).toBe(
      '      measured_on: "2025-11-03"',
    );
    expect(titles(rule, dated('      current: 12 minutes\n      measured_on: 2028-11-03\n'))).toEqual([]);
  });

  it.each([
    ['a missing day', none, '      measured_on: 2025-10-01'],
    [
      'an empty one',
      dated('      current: 12 minutes\n      measured_on:   # ask Ken\n'),
      '      measured_on: 2025-10-01   # ask Ken',
    ],
    [
      'flow style',
      sound.replace(
        / {4}baseline:\n {6}metric: Order[\s\S]*?(?= {4}target)/,
        '    baseline: { metric: Order entry time, current: "12 minutes" }\n',
      ),
      '    baseline: { metric: Order entry time, current: "12 minutes", measured_on: "2025-10-01" }',
    ],
  ])('writes %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text, contract))).toBe(expected);
  });
});
