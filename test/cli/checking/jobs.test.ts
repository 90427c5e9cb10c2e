import { describe, expect, it } from 'vitest';
import { batchSize, threadsFor } from '../../../cli/checking/jobs.ts';

describe('how many threads there are', () => {
  it('none for few files, unless several are asked for', () => {
    expect([0, undefined, 1].map(asked => threadsFor(80, asked, 8))).toEqual([0, 0, 0]);
    expect([threadsFor(80, 3, 8), threadsFor(2, 4, 8), threadsFor(0, 4, 8)]).toEqual([3, 2, 0]);
  });

  it('as many as are of use for many files, and no more than there are cores', () => {
    expect([120, 250, 10_000].map(files => threadsFor(files, undefined, 2))).toEqual([1, 2, 2]);
    expect([120, 250, 10_000].map(files => threadsFor(files, 0, 64))).toEqual([1, 2, 4]);
    expect(threadsFor(10_000, undefined, 1)).toBe(1);
  });

  it('as many as are asked for', () => {
    expect([1, 2, 16].map(asked => threadsFor(10_000, asked, 2))).toEqual([1, 2, 16]);
  });
});

it('gives every thread several turns, and git no more files than it takes at once', () => {
  expect([batchSize(10_000, 0), batchSize(10_000, 4), batchSize(200, 2), batchSize(3, 3)]).toEqual([100, 100, 25, 1]);
});
