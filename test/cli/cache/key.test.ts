import { expect, it } from 'vitest';
import { Keys, written } from '../../../cli/cache/key.ts';
import type { Settings } from '../../../cli/checking/task.ts';
import { day } from '../../../plan/day.ts';
import { STANDARD_FORMAT } from '../../../plan/team-format.ts';
import { folderWith } from '../../support/cli.ts';

const PLAN = new TextEncoder().encode('plan:\n  status: active\n');
const PLAIN: Settings = { rules: new Map(), team: STANDARD_FORMAT };
const judging = { today: day('2026-02-10'), history: true };

it('is another one where anything is another that a result depends on', () => {
  const folder = folderWith({ 'a.js': 'one', 'b.js': 'two' });
  const team = { ...STANDARD_FORMAT, words: new Map([['planStatus', new Map([['live', 'active']])]]) };
  const pattern = (pattern: RegExp) => ({
    ...STANDARD_FORMAT,
    fields: new Map([
      ['x-crm', { name: 'x-crm', type: 'text', in: undefined, description: '', values: [], pattern } as const],
    ]),
  });
  const keys = [
    new Keys(undefined, judging).of(PLAN, PLAIN),
    new Keys([`${folder}/a.js`], judging).of(PLAN, PLAIN),
    new Keys([`${folder}/b.js`], judging).of(PLAN, PLAIN),
    new Keys([`${folder}/a.js`, `${folder}/b.js`], judging).of(PLAN, PLAIN),
    new Keys(undefined, { ...judging, today: day('2026-02-11') }).of(PLAN, PLAIN),
    new Keys(undefined, { ...judging, history: false }).of(PLAN, PLAIN),
    new Keys(undefined, judging).of(PLAN.subarray(1), PLAIN),
    ...[
      { ...PLAIN, team },
      { ...PLAIN, team: pattern(/^\d+$/) },
      { ...PLAIN, team: pattern(/^\d+$/i) },
      { ...PLAIN, team: { ...STANDARD_FORMAT, fiscalYearStart: 4 } },
      { ...PLAIN, rules: new Map([['schema', { severity: 'info' }]] as const) },
      { ...PLAIN, rules: new Map([['schema', { severity: 'info', options: { max: 7 } }]] as const) },
    ].map(settings => new Keys(undefined, judging).of(PLAN, settings)),
  ].map(key => key.toString('hex'));
  expect(new Set(keys).size).toBe(keys.length);
});

it('is the same for the same, from whichever object', () => {
  const once = new Keys(undefined, judging).of(PLAN, PLAIN);
  const again = new Keys(undefined, { ...judging }).of(Buffer.from(PLAN), { rules: new Map(), team: STANDARD_FORMAT });
  expect(again).toEqual(once);
});

it('writes settings so that none can be taken for another', () => {
  const values = [
    undefined,
    null,
    'undefined',
    'null',
    [],
    {},
    new Map(),
    [undefined],
    ['a,b'],
    ['a', 'b'],
    /a/,
    '/a/',
  ];
  expect(new Set(values.map(written)).size).toBe(values.length);
});
