import { availableParallelism } from 'node:os';

/** Most threads that are started unasked: each has a heap of its own. */
const MOST = 4;

/** So few files are done before a thread has started. */
const FEW = 100;

/** Most files that are handed out together. */
const BATCH = 100;

/** How many threads check so many files: as asked, or as many as are of use. 1 is the thread that asks. */
export function threadsFor(files: number, asked: number | undefined, cores = availableParallelism()): number {
  if (asked !== undefined && asked > 0) return Math.min(asked, Math.max(1, files));
  return Math.max(1, Math.min(MOST, cores, Math.floor(files / FEW)));
}

/** How many files are handed out together: many, as git is asked for all of them at once; but so that every thread has several turns. */
export function batchSize(files: number, threads: number): number {
  return threads === 1 ? BATCH : Math.max(1, Math.min(BATCH, Math.ceil(files / (threads * 4))));
}
