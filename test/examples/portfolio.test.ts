import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { Checker, readPlanFile } from '../../plan/check.ts';
import { settingsFor } from '../../plan/config/settings.ts';
import { day } from '../../plan/day.ts';
import { groupPlans } from '../../plan/portfolio/groups.ts';
import { summarise } from '../../plan/portfolio/summarise.ts';
import { totalsOf } from '../../plan/portfolio/totals.ts';
import { sumsInWords } from '../../plan/portfolio/words.ts';
import { readConfigText } from '../../server/config-text.ts';
import { EXAMPLE_DAY } from '../support/examples.ts';

const folder = path.resolve('examples/portfolio');
const names = readdirSync(folder).filter(name => name.endsWith('.success-plan.yaml'));
const today = day(EXAMPLE_DAY);
const config = path.join(folder, 'success-plan.config.yaml');

const { settings } = await readConfigText(config, readFileSync(config, 'utf8'));
const read = names.map(name => {
  const file = readPlanFile(readFileSync(path.join(folder, name), 'utf8'), settings.team);
  const { findings } = new Checker(settingsFor(settings, `${folder}/${name}`)).check(file, today);
  const where = { key: name, file: name, name, lineAt: () => 0 };
  return { name, findings, plans: summarise(file, findings, today, where) };
});
const plans = read.flatMap(one => one.plans);

it.each(read)('$name has no error', ({ findings }) => {
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('the plans are in every state that a plan can be read in, in six formats and every segment', () => {
  expect(plans).toHaveLength(names.length);
  expect(new Set(plans.map(({ health }) => health)).size).toBe(6);
  const formats = names.map(name => /^ {2}format: (\w+)$/m.exec(readFileSync(path.join(folder, name), 'utf8'))?.[1]);
  expect(new Set(formats).size).toBe(6);
  expect(groupPlans(plans, 'segment', today).map(({ label }) => label)).toEqual([
    'Enterprise',
    'Mid market',
    'Small business',
  ]);
});

it('they are a quarter as it may well be', () => {
  expect(groupPlans(plans, 'attention', today).map(group => group.plans.map(({ customer }) => customer))).toEqual([
    ['Halden Logistics', 'Helvetia Retail Group', 'Meridian Health Trust'],
    ['Oakline Insurance', 'Castell Foods', 'Fjord Energy', 'Pell & Sons'],
    [
      'Verde Markets',
      'Lumen Schools',
      'Brightwater Bank',
      '佐藤精機 Sato Precision',
      'Ines Kaya Studio',
      'Tallis Engineering',
    ],
  ]);
  const { renewals, reviewsOverdue, milestonesLate } = totalsOf(plans, today);
  expect([sumsInWords(renewals.sums), sumsInWords(renewals.behind.sums)]).toEqual(['$690k', '$530k']);
  expect([reviewsOverdue.count, milestonesLate]).toEqual([2, { count: 9, plans: 5 }]);
});
