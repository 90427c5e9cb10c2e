import { parentPort, workerData } from 'node:worker_threads';
import { checkHere } from './here.ts';
import type { Answer, Order, Start } from './messages.ts';
import type { Judged, Settings } from './task.ts';

/** What is handed over instead of copied. */
const moved = ({ packed }: Judged) => (packed?.buffer instanceof ArrayBuffer ? [packed.buffer] : []);

/** A thread's own part: answers orders one after the other, until it is ended. */
export function serve(): void {
  const judging: Start = workerData;
  const lane = checkHere(judging);
  const known = new Map<number, Settings>();
  let last = Promise.resolve();
  parentPort?.on('message', (order: Order) => {
    for (const [number, settings] of order.settings) known.set(number, settings);
    const tasks = order.tasks.flatMap(task => {
      const settings = known.get(task.settings);
      return settings ? { ...task, settings } : [];
    });
    const judged = lane.check(tasks);
    last = last.then(async () => {
      const answer: Answer = await judged;
      parentPort?.postMessage(answer, answer.flatMap(moved));
    });
  });
}
