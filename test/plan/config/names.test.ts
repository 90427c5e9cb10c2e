import { expect, it } from 'vitest';
import { globMatcher } from '../../../plan/config/glob.ts';
import { isPlanName, PLAN_FILES } from '../../../plan/config/names.ts';

it('knows plans and agendas by their names, as the globs that others get do', () => {
  const fits = globMatcher(PLAN_FILES);
  const yes = [
    'success-plan.yaml',
    'a.success-plan.yml',
    'emea/success-plan.yml',
    'emea/a b.c.success-plan.yaml',
    'x/q1.qbr.yaml',
  ];
  const no = [
    'my-success-plan.yaml',
    'a.success-plan.yaml.bak',
    'success-plan/a.yaml',
    'qbr.yaml',
    'a/qbr.yml',
    'success-plan.config.yaml',
    'success-planyaml',
    'a.yaml',
  ];
  expect(yes.filter(name => !isPlanName(name) || !fits(name))).toEqual([]);
  expect(no.filter(name => isPlanName(name) || fits(name))).toEqual([]);
});

it('whatever the capitals, and from any root', () => {
  for (const name of [
    'Acme.Success-Plan.YAML',
    '/plans/SUCCESS-PLAN.yml',
    'C:\\plans\\success-plan.yaml',
    'D:/plans/Q1.QBR.yaml',
  ])
    expect(isPlanName(name)).toBe(true);
});
