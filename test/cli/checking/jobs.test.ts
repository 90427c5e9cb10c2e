import { describe, expect, it } from 'vitest';
import { batchSize, threadsFor } from '../../../cli/checking/jobs.ts';

describe('how many threads there are', () => {
  it('none for few files, unless several are asked for', () => {
    expect([0, undefined, 1].map(asked => threadsFor(80, asked, 8))).toEqual([0, 0, 0]);
    expect([threadsFor(80, 3, 8), threadsFor(21, 4, 8)]).toEqual([3, 2]);
    expect([20, 2, 0].map(files => threadsFor(files, 4, 8))).toEqual([0, 0, 0]);
    expect([threadsFor(80, 3, 2), threadsFor(80, 3, 1)]).toEqual([2, 0]);
  });

  it('as many as are of use for many files, and no more than there are cores', () => {
    expect([120, 250, 10_000].map(files => threadsFor(files, undefined, 2))).toEqual([1, 2, 2]);
    expect([120, 250, 10_000].map(files => threadsFor(files, 0, 64))).toEqual([1, 2, 4]);
    expect(threadsFor(10_000, undefined, 1)).toBe(1);
  });

  it('as many as are asked for, up to what there are processors and work for', () => {
    expect([1, 2, 16].map(asked => threadsFor(10_000, asked, 32))).toEqual([1, 2, 16]);
    expect([1, 2, 1000].map(asked => threadsFor(10_000, asked, 2))).toEqual([1, 2, 2]);
    expect([threadsFor(110, 1000, 64), threadsFor(10_000, 1000, 1)]).toEqual([6, 1]);
  });
});

it('gives every thread several turns, git no more files than it takes at once, and nobody a long wait at the end', () => {
  const all = (files: number, threads: number) => {
    const sizes: number[] = [];
    for (let left = files; left > 0; left -= sizes.at(-1) ?? left)
      sizes.push(Math.min(left, batchSize(left, files, threads)));
    return sizes.join(' ');
  };
  expect(all(250, 0)).toBe('100 100 50');
  expect(all(250, 1)).toBe('100 100 50');
  expect(all(1000, 2)).toBe('100 100 100 100 100 100 100 75 57 42 32 24 20 20 20 10');
  expect(all(30, 3)).toBe('5 5 4 3 3 2 2 2 2 2');
  expect(all(3, 3)).toBe('1 1 1');
});
