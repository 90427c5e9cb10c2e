import { describe, expect, it } from 'vitest';
import { median, p95, quantile } from '../../bench/stats.ts';

describe('statistics of samples', () => {
  it('takes the middle, between two where there are two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('interpolates the slow end', () => {
    const samples = Array.from({ length: 101 }, (_, n) => 100 - n);
    expect(p95(samples)).toBe(95);
    expect(quantile([10, 20], 0.25)).toBe(12.5);
  });

  it('has no figure for no samples, and leaves the samples in their order', () => {
    expect(median([])).toBeNaN();
    const samples = [3, 1, 2];
    median(samples);
    expect(samples).toEqual([3, 1, 2]);
  });
});
