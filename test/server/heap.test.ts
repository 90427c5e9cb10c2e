import { getHeapSpaceStatistics } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { settle, tidy } from '../../server/heap.ts';

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

describe('settling down', () => {
  it('leaves of what has lived on only what somebody still needs', () => {
    let kept: object[] | undefined = Array.from({ length: 300_000 }, (_, at) => ({ at }));
    settle();
    const before = old().space_used_size;
    expect(kept.length).toBe(300_000);
    kept = undefined;

    settle();

    // Three numbers and more for each.
    expect(old().space_used_size).toBeLessThan(before - 300_000 * 24);
  });
});

const young = () => space('new_space');
const old = () => space('old_space');

function space(name: string) {
  const found = getHeapSpaceStatistics().find(one => one.space_name === name);
  if (!found) throw new Error(`this Node tells of no ${name}`);
  return found;
}

/** Makes what nobody keeps. */
function litter(): number {
  return Array.from({ length: 50 }, (_, at) => ({ at })).length;
}
