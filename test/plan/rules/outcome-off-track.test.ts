import { describe, expect, it } from 'vitest';
import { planStanding } from '../../../plan/attainment/index.ts';
import { readPlanFile } from '../../../plan/check.ts';
import { day } from '../../../plan/day.ts';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy } from '../../support/repairs.ts';

const rule = 'outcome-off-track';

const plan = (fields: string, before = '') => overlaid(`${before}outcomes:\n  - id: O1\n${fields}`);
const value = (text: string, day = '2026-01-20') => `    measurements: [{ date: ${day}, value: ${text} }]\n`;
const TARGET = '    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }\n';
const found = (rest: string, line = '      goal: 4 minutes', mark = '4 minutes') =>
  `${line}\n${' '.repeat(line.indexOf(mark))}${'^'.repeat(mark.length)} ${rule} (info): Outcome O1 is ${rest} Agree in the next review on what will close the gap, or on another goal or day.`;
const BEHIND = found(
  '29 points behind: it stands at “11 minutes”, so 13% of the way is done, and 41% should be by today.',
);

describe(rule, () => {
  it.each([
    ['far behind', plan(value('11 minutes')), BEHIND],
    ['in another unit', plan(value('660 seconds')), BEHIND.replace('11 minutes', '660 seconds')],
    [
      'worse than at the start',
      plan(value('13 minutes')),
      found(
        '54 points behind: it stands at “13 minutes”, worse than at the start, and 41% of the way should be done by today.',
      ),
    ],
    [
      'hardly over the limit',
      plan(value('9.9 minutes')),
      found('15.2 points behind: it stands at “9.9 minutes”, so 26% of the way is done, and 41% should be by today.'),
    ],
    [
      'a goal in flow style and quotes',
      plan(`${TARGET.replace('4 minutes', '"4 minutes"')}${value('11 minutes')}`),
      found(
        '29 points behind: it stands at “11 minutes”, so 13% of the way is done, and 41% should be by today.',
        TARGET.replace('4 minutes', '"4 minutes"').trimEnd(),
        '"4 minutes"',
      ),
    ],
    [
      'what was to be held',
      plan(
        `    baseline: { metric: Uptime, current: 99.9%, measured_on: 2025-11-03 }\n    target: { metric: Uptime, goal: at least 99.9%, target_date: 2026-06-30 }\n${value('99.5%')}`,
      ),
      `    target: { metric: Uptime, goal: at least 99.9%, target_date: 2026-06-30 }
                                    ^^^^^^^^^^^^^^ outcome-off-track (info): Outcome O1 is to be held at “at least 99.9%”, and stands at “99.5%”. Agree in the next review on what will close the gap, or on another goal or day.`,
    ],
    ['a little behind', plan(value('9.8 minutes')), ''],
    ['ahead', plan(value('6 minutes')), ''],
    [
      'what is held',
      plan(
        `    baseline: { metric: Uptime, current: 99.9%, measured_on: 2025-11-03 }\n    target: { metric: Uptime, goal: at least 99.9%, target_date: 2026-06-30 }\n${value('99.95%')}`,
      ),
      '',
    ],
    [
      'above a bound from the first day',
      plan(
        `    baseline: { metric: Uptime, current: 99.93%, measured_on: 2025-11-03 }\n    target: { metric: Uptime, goal: at least 99.9%, target_date: 2026-06-30 }\n${value('99.95%')}`,
      ),
      '',
    ],
    [
      'fewer complaints than are to be held',
      plan(
        `    baseline: { metric: Complaints, current: 12 per month, measured_on: 2025-11-03 }\n    target: { metric: Complaints, goal: 12 per month, target_date: 2026-06-30 }\n${value('11 per month')}`,
      ),
      '',
    ],
    ['reached', plan(value('4 minutes')), ''],
    [
      'a newest value that does not compare, which has a finding of its own',
      plan('    measurements: [{ date: 2026-01-12, value: 11.5 minutes }, { date: 2026-01-20, value: 11 }]\n'),
      '',
    ],
    ['said to be at risk', plan(`    status: at_risk\n${value('11 minutes')}`), ''],
    ['achieved', plan(`    status: achieved\n${value('11 minutes')}`), ''],
    ['deferred', plan(`    status: deferred\n${value('11 minutes')}`), ''],
    ['overdue', plan(`${TARGET.replace('06-30', '02-09')}${value('11 minutes')}`), ''],
    ['not measured for long', plan(value('11 minutes', '2025-12-01')), ''],
    ['never measured', plan('    measurements: []\n'), ''],
    [
      'no day of the baseline',
      plan(`    baseline: { metric: Order entry time, current: 12 minutes }\n${value('11 minutes')}`),
      '',
    ],
    [
      'a day that must be a slip',
      plan(
        `    baseline: { metric: Order entry time, current: 12 minutes, measured_on: 2005-11-03 }\n${value('11 minutes')}`,
      ),
      '',
    ],
    ['values that do not compare', plan(value('11 orders')), ''],
    ['before the sale', plan(value('11 minutes'), 'plan:\n  stage: pre_sale\n'), ''],
    ['a plan that is completed', plan(value('11 minutes'), 'plan:\n  status: completed\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('marks the key result that is furthest behind', () => {
    const result = (id: string, metric: string, now: string) =>
      `      - { id: ${id}, description: ${metric}, baseline: { metric: ${metric}, current: 12 minutes, measured_on: 2025-11-03 }, target: { metric: ${metric}, goal: 4 minutes, target_date: 2026-06-30 }, measurements: [{ date: 2026-01-20, value: ${now} }] }\n`;
    const text = plan(
      `    key_results:\n${result('KR1', 'Mail orders', '10 minutes')}${result('KR2', 'Phone orders', '12 minutes')}`,
    );
    expect(markedBy(rule, text).split('^ ')[1]).toBe(
      `${rule} (info): Outcome O1 is 29 points behind: 13% of the way is done, and 41% should be by today; “Phone orders” stands at “12 minutes”. Agree in the next review on what will close the gap, or on another goal or day.`,
    );
    expect(markedBy(rule, text.replace('value: 10 minutes', 'value: 14 minutes'))).toContain(
      'is 54 points behind: on the whole it is worse than at the start, and 41% of the way should be done by today; “Mail orders” stands at “14 minutes”.',
    );
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(text.slice(0, finding?.start).endsWith(`target: { metric: Phone orders, goal: `)).toBe(true);
  });

  it('points to the latest measurement, and lets a team set how far behind is too far', () => {
    const text = plan(value('11 minutes'));
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end, message }) => [text.slice(start, end), message])).toEqual([
      ['11 minutes', 'The latest measurement, of 20 Jan 2026'],
    ]);
    const settings = new Map([[rule, { options: { points: 30 } }]]);
    expect(findingsOf(text, '2026-02-10', settings).filter(one => one.rule === rule)).toEqual([]);
  });

  it.each([
    ['19.6', '30.4 points behind', 'off_track'],
    ['34.99', '15.01 points behind', 'at_risk'],
    ['20.2', '29.8 points behind', 'at_risk'],
    ['10.4', '40 points behind', 'off_track'],
  ])('says of %s of the 50 that are expected what the health says: %s', (measured, words, health) => {
    const text = plan(`    baseline: { metric: Depots on the new form, current: 0, measured_on: 2026-01-01 }
    target: { metric: Depots on the new form, goal: 100, target_date: 2026-04-11 }
    measurements: [{ date: 2026-02-20, value: ${measured} }]
`);
    const model = readPlanFile(text).documents[0]?.model;
    if (model?.kind !== 'plan') throw new Error('no plan');
    const judgement = planStanding(model, day('2026-02-20')).outcomes[0]?.judgement;
    expect(judgement?.health).toBe(health);
    expect(judgement?.reason.split('; ')[0]?.replace(/\.$/, '')).toBe(words);
    const [finding] = findingsOf(text, '2026-02-20').filter(one => one.rule === rule);
    expect(finding?.message).toContain(`Outcome O1 is ${words}: `);
  });
});
