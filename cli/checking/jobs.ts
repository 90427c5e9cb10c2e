import { availableParallelism } from 'node:os';

/** Most threads that are started unasked: each has a heap of its own. */
const MOST = 4;

/** So few files are done before a thread has started and read the program. */
const FEW = 100;

/** Most files that are handed out together. */
const BATCH = 100;

/**
 * How many threads check so many files: as asked, or as many as are of use. 0 for few files: the thread that asks does it. Many are always given to
 * another thread, whose memory can be limited.
 */
export function threadsFor(files: number, asked: number | undefined, cores = availableParallelism()): number {
  const wanted = asked || Math.min(MOST, cores, Math.floor(files / FEW));
  if (files <= FEW) return asked !== undefined && asked > 1 ? Math.min(asked, files) : 0;
  return Math.max(1, Math.min(wanted, files));
}

/** How many files are handed out together: many, as git is asked for all of them at once; but so that every thread has several turns. */
export function batchSize(files: number, threads: number): number {
  return threads <= 1 ? BATCH : Math.max(1, Math.min(BATCH, Math.ceil(files / (threads * 4))));
}
