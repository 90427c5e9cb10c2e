import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/*
 * V8 makes the young generation of a heap larger when much of it lives on, and gives nothing back. What is read of an opened plan lives on, the names
 * of many files do, and what threads have found does for a moment: by and by that is 130 MB which nothing needs. V8 reads these flags whenever it
 * would grow a heap, or makes one.
 */

/** From now on no young generation grows, until `letGrow`. */
export function keepSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** The usual again: for a thread that reads plans itself. */
export function letGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}

/** The heaps of threads that are started from now on begin with a young generation of so many megabytes: they need it, and shall not grow. */
export function beginWith(youngMb: number): void {
  setFlagsFromString(`--min-semi-space-size=${Math.floor(youngMb / 3)}`);
  // What was made in one place and lived on once is else made among the old from then on, and keeps all that it holds: the plan at hand lives on.
  setFlagsFromString('--no-allocation-site-pretenuring');
  // What lives for long is looked through once it has grown by a fifth, not by several times: it hardly grows, and most of it is garbage by then.
  setFlagsFromString('--heap-growing-percent=20');
  // They can ask for a collection when they know that nearly all is garbage.
  setFlagsFromString('--expose-gc');
}

/** Half of the half that is in use: with more in it, it would not take in the next two keys of a large plan. */
const FILLED = 0.25;

let collect: ((options: { type: 'major' | 'minor' }) => void) | undefined;

/** Collects everything. As long as V8 has not looked how much lives for long, it lets that grow by a hundred megabytes and more. */
export function settle(): void {
  collect ??= collector();
  collect({ type: 'major' });
}

/**
 * Collects what is young, if there is much: called while nobody waits, it takes nothing from anybody, and the next keys need not. V8 itself collects when there is
 * no room left, in the middle of the work. Where it cannot be asked, nothing happens.
 */
export function tidy(): void {
  const young = getHeapSpaceStatistics().find(space => space.space_name === 'new_space');
  if (!young || young.space_used_size < FILLED * young.space_size) return;
  collect ??= collector();
  collect({ type: 'minor' });
}

/** V8's own collection, which only contexts that are made behind this flag have. */
function collector(): NonNullable<typeof collect> {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('gc');
  return typeof found === 'function' ? options => found(options) : () => {};
}
