import { parentPort } from 'node:worker_threads';
import { forgetAll } from '../../plan/once.ts';
import { finish } from '../../plan/steps.ts';
import type { Order } from './messages.ts';
import { PlanReader } from './plan-reader.ts';

/** Answers orders for closed plans one after the other, until the thread is ended. */
export function readClosedPlans(): void {
  const reader = new PlanReader(async steps => finish(steps), Number.POSITIVE_INFINITY);
  let last = Promise.resolve();
  parentPort?.on('message', (order: Order) => {
    last = last.then(async () => {
      parentPort?.postMessage(await reader.read(order));
      forgetAll();
    });
  });
}
