import { expect, it } from 'vitest';
import { namesakes } from '../../../plan/portfolio/namesakes.ts';
import { summary } from './summaries.ts';

const told = (...plans: (readonly [customer: string, key: string, title?: string])[]) => {
  const summaries = plans.map(([customer, key, title]) => summary({ customer, key, ...(title && { title }) }));
  const apart = namesakes(summaries);
  return summaries.map(plan => apart.get(plan));
};

it('says nothing of a plan that is the only one of its customer', () => {
  expect(told(['Acme', 'a.success-plan.yaml', 'Acme 2026'], ['Beta', 'b.success-plan.yaml'])).toEqual([
    undefined,
    undefined,
  ]);
});

it('tells titles where each has another one', () => {
  expect(told(['Acme', 'a.yaml', 'EMEA'], ['Beta', 'b.yaml'], ['Acme', 'c.yaml', 'APAC'])).toEqual([
    'EMEA',
    undefined,
    'APAC',
  ]);
});

it('tells else where they lie, from the folder that they share', () => {
  expect(told(['A', 'x/emea/a.yaml', 'Plan'], ['A', 'x/apac/a.yaml', 'Plan'])).toEqual(['emea/a.yaml', 'apac/a.yaml']);
  expect(told(['A', 'a.yaml#1'], ['A', 'a.yaml#2'], ['A', 'old/a.yaml', 'Old'])).toEqual([
    'a.yaml#1',
    'a.yaml#2',
    'old/a.yaml',
  ]);
  expect(told(['A', '/x/one.yaml'], ['A', '/xy/one.yaml'], ['A', 'file:///w/a.yaml'])).toEqual([
    '/x/one.yaml',
    '/xy/one.yaml',
    'file:///w/a.yaml',
  ]);
  expect(told(['A', '/x/one.yaml'], ['A', '/xy/one.yaml'])).toEqual(['x/one.yaml', 'xy/one.yaml']);
});

it('tells an address in the letters of its file', () => {
  expect(told(['A', 'file:///w/Z%C3%BCrich%20Nord.yaml'], ['A', 'file:///w/100%.yaml'])).toEqual([
    'Zürich Nord.yaml',
    '100%.yaml',
  ]);
  expect(told(['A', 'w/a%20b.yaml'], ['A', 'w/c.yaml'])).toEqual(['a%20b.yaml', 'c.yaml']);
});
