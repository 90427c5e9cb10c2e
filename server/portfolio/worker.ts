import { parentPort } from 'node:worker_threads';
import { finish } from '../../plan/steps.ts';
import type { Order } from './messages.ts';
import { PlanReader } from './plan-reader.ts';

/*
 * The thread that reads closed plans: a bundle of its own beside the server's. It answers orders one after the other, until it is ended.
 */

const reader = new PlanReader(async steps => finish(steps), Number.POSITIVE_INFINITY);
let last = Promise.resolve();

parentPort?.on('message', (order: Order) => {
  last = last.then(async () => parentPort?.postMessage(await reader.read(order)));
});
