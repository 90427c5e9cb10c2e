import { getHeapSpaceStatistics } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { tidy } from '../../server/heap.ts';

describe('tidying up while nobody waits', () => {
  it('leaves next to nothing of a young generation full of what nobody needs any more', () => {
    let garbage: unknown;
    // One of its two halves is in use.
    const full = () => youngUsed() > 0.35 * youngSize();
    for (let n = 0; n < 1_000_000 && !full(); n++) garbage = Array.from({ length: 50 }, (_, at) => ({ n, at }));
    expect(full(), JSON.stringify(garbage).slice(0, 20)).toBe(true);
    garbage = undefined;
    const before = youngUsed();

    tidy();

    expect(youngUsed()).toBeLessThan(before / 2);
  });
});

function young() {
  const [found] = getHeapSpaceStatistics().filter(space => space.space_name === 'new_space');
  if (!found) throw new Error('this Node tells of no young generation');
  return found;
}

function youngUsed(): number {
  return young().space_used_size;
}

function youngSize(): number {
  return young().space_size;
}
