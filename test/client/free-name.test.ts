import { expect, it } from 'vitest';
import { freeName } from '../../client/dialogues/free-name.ts';

it.each([
  ['harbor-foods.success-plan.yaml', [], 'harbor-foods.success-plan.yaml'],
  ['harbor-foods.success-plan.yaml', ['harbor-foods.success-plan.yaml'], 'harbor-foods-2.success-plan.yaml'],
  ['q2.qbr.yaml', ['q2.qbr.yaml', 'q2-2.qbr.yaml', 'q2-3.qbr.yaml'], 'q2-4.qbr.yaml'],
  ['notes', ['notes'], 'notes-2'],
])('%s beside %j becomes %s', async (name, taken, free) => {
  expect(await freeName(name, async tried => taken.includes(tried))).toBe(free);
});

it('gives up where every name is taken', async () => {
  expect(await freeName('a.qbr.yaml', async () => true)).toBeUndefined();
});
