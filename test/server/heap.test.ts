import { getHeapSpaceStatistics } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { tidy } from '../../server/heap.ts';

describe('tidying up while nobody waits', () => {
  it('leaves next to nothing of a young generation full of what nobody needs any more', () => {
    // One of its two halves is in use.
    const isFull = () => young().space_used_size > 0.35 * young().space_size;
    for (let n = 0; n < 1_000_000 && !isFull(); n++) litter();
    expect(isFull()).toBe(true);
    const before = young().space_used_size;

    tidy();

    expect(young().space_used_size).toBeLessThan(before / 2);
  });
});

function young() {
  const found = getHeapSpaceStatistics().find(space => space.space_name === 'new_space');
  if (!found) throw new Error('this Node tells of no young generation');
  return found;
}

/** Makes what nobody keeps. */
function litter(): number {
  return Array.from({ length: 50 }, (_, at) => ({ at })).length;
}
