import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../plan/steps.ts';

/** Work goes on for so many milliseconds before others have their turn. */
const TURN_MS = 2;

/** What came of work, and how long it took without the pauses, in milliseconds. */
export interface Done<T> {
  readonly value: T;
  readonly ms: number;
}

/**
 * Does work in turns of a few milliseconds, between which the server takes in and answers what else it is asked. Before each further turn `goOn` is
 * called, which may throw to give the work up. Rejects with what a step or `goOn` throws.
 */
export async function bitByBit<T>(steps: Steps<T>, goOn: () => void = () => undefined): Promise<Done<T>> {
  let ms = 0;
  for (;;) {
    const started = performance.now();
    do {
      const step = steps.next();
      if (step.done) return { value: step.value, ms: ms + performance.now() - started };
    } while (performance.now() - started < TURN_MS);
    ms += performance.now() - started;
    await setImmediate();
    goOn();
  }
}

/**
 * For loops over thousands of things: called between two of them, it lets others have their turn whenever some milliseconds have passed. Waiting for
 * promises that are kept already lets nobody in.
 */
export function inTurns(): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < TURN_MS) return;
    await setImmediate();
    started = performance.now();
  };
}
