import { expect, it } from 'vitest';
import { Beside, forgetAll, oncePer } from '../../plan/once.ts';

it('works out an answer once for each object, also one that is nothing', () => {
  const asked: object[] = [];
  const [first, second] = [{ size: 1 }, { size: 0 }];
  const answer = oncePer((of: { size: number }) => {
    asked.push(of);
    return of.size > 0 ? of.size : undefined;
  });
  expect([answer(first), answer(second), answer(first), answer(second)]).toEqual([1, undefined, 1, undefined]);
  expect(asked).toEqual([first, second]);
});

it('keeps nothing of what was thrown', () => {
  let broken = true;
  const answer = oncePer(() => {
    if (broken) throw new Error('not yet');
    return 'done';
  });
  const of = {};
  expect(() => answer(of)).toThrow('not yet');
  broken = false;
  expect(answer(of)).toBe('done');
});

it('forgets everything at once, and keeps what is worked out from then on', () => {
  let asked = 0;
  const answer = oncePer(() => ++asked);
  const numbers = new Beside<object, number>();
  const of = {};
  numbers.set(of, answer(of));
  forgetAll();
  expect(numbers.get(of)).toBeUndefined();
  expect(answer(of)).toBe(2);
  numbers.set(of, 3);
  expect([answer(of), numbers.get(of)]).toEqual([2, 3]);
});
