import { expect, it } from 'vitest';
import { Beside, forgetAll, onceForSame, oncePer, oncePerItem, oncePerText, steadyPerItem } from '../../plan/once.ts';

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

it('answers the last texts without working them out again, and forgets those before and all at once', () => {
  const asked: string[] = [];
  const first = oncePerText((text: string) => {
    asked.push(text);
    return text === '' ? undefined : text[0];
  });
  expect(['orders', '', 'orders', ''].map(first)).toEqual(['o', undefined, 'o', undefined]);
  expect(asked).toEqual(['orders', '']);
  const others = Array.from({ length: 100 }, (_, n) => `${n} orders`);
  expect(others.map(first)).toEqual(others.map(text => text[0]));
  asked.length = 0;
  expect([first('99 orders'), first('orders')]).toEqual(['9', 'o']);
  expect(asked).toEqual(['orders']);
  forgetAll();
  expect([first('99 orders'), first('99 orders'), first('orders')]).toEqual(['9', '9', 'o']);
  expect(asked).toEqual(['orders', '99 orders', 'orders']);
});

it('keeps what it made of each item of a list while others come, go and change around it', () => {
  const made: number[] = [];
  const doubled = oncePerItem((one: { readonly n: number }) => {
    made.push(one.n);
    return one.n === 4 ? undefined : one.n * 2;
  });
  const [a, b, c, d, e] = [1, 2, 3, 4, 5].map(n => ({ n }));
  if (!a || !b || !c || !d || !e) throw new Error('five things');
  const lists = [
    [],
    [a, b, c, d],
    [a, b, e, c, d],
    [a, e, c, d],
    [e],
    [d, c, b, a],
    [],
    [a, a, b, b],
    [b, a],
    [a, b, c, d, e],
  ];
  for (const list of lists) {
    const answers = list.map(({ n }) => (n === 4 ? undefined : n * 2));
    expect(doubled(list)).toEqual(answers);
    expect(doubled(list)).toEqual(answers);
  }
  expect(made).toEqual([1, 2, 3, 4, 5]);
  forgetAll();
  expect(doubled([a, b])).toEqual([2, 4]);
  expect(made).toEqual([1, 2, 3, 4, 5, 1, 2]);
});

it('answers a list with the same items without working it out again, and forgets that with all else', () => {
  let asked = 0;
  const sum = onceForSame((items: readonly number[]) => {
    asked++;
    return items.reduce((all, one) => all + one, 0);
  });
  expect([sum([1, 2]), sum([1, 2]), sum([1, 2, 3]), sum([1, 2, 4]), sum([1, 2, 4]), sum([])]).toEqual([
    3, 3, 6, 7, 7, 0,
  ]);
  expect(asked).toBe(4);
  forgetAll();
  expect([sum([]), asked]).toEqual([0, 5]);
});

it('is the same list as long as the answers for its items are the same, whichever items these are', () => {
  const made: string[] = [];
  const letters = steadyPerItem(
    (of: { readonly name: string }) => {
      made.push(of.name);
      return of.name.slice(0, 1);
    },
    (one, other) => one === other,
  );
  const [oslo, bonn, rome, bern, odense] = ['Oslo', 'Bonn', 'Rome', 'Bern', 'Odense'].map(name => ({ name }));
  if (!oslo || !bonn || !rome || !bern || !odense) throw new Error('five towns');
  const first = letters([oslo, bonn, rome]);
  expect(first).toEqual(['O', 'B', 'R']);
  expect(letters([oslo, bern, rome])).toBe(first);
  expect(letters([odense, bern, rome])).toBe(first);
  expect(made).toEqual(['Oslo', 'Bonn', 'Rome', 'Bern', 'Odense']);
  for (const towns of [[odense, rome], [odense, bern, bonn, rome], [rome, odense], [], [oslo]])
    expect(letters(towns)).toEqual(towns.map(({ name }) => name.slice(0, 1)));
  const last = letters([oslo]);
  forgetAll();
  expect(letters([oslo])).not.toBe(last);
  expect(letters([oslo])).toEqual(['O']);
});
