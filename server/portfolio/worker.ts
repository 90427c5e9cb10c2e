import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { forgetAll } from '../../plan/once.ts';
import { finish } from '../../plan/steps.ts';
import type { Order } from './messages.ts';
import { PlanReader } from './plan-reader.ts';

export { failed, PlanReader, summariesOf } from './plan-reader.ts';

/** Where all processors are taken, whoever types goes first. On Linux this is of the calling thread, and of what git it starts; elsewhere of the whole process. */
function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Then it is one among equals.
  }
}

/** Answers orders for closed plans one after the other, until the thread is ended. */
export function readClosedPlans(): void {
  stepBack();
  const reader = new PlanReader(async steps => finish(steps), Number.POSITIVE_INFINITY);
  let last = Promise.resolve();
  parentPort?.on('message', (order: Order) => {
    last = last.then(async () => {
      parentPort?.postMessage(await reader.read(order));
      forgetAll();
    });
  });
}
