import { availableParallelism } from 'node:os';

/** Most threads that are started unasked: each has a heap of its own. */
const MOST = 4;

/** So few files are done before a thread has started and read the program. */
const FEW = 100;

/** Most files that are handed out together. */
const BATCH = 100;

/** Fewer are not worth a call of git, nor a thread of their own. */
const LAST = 20;

/**
 * How many threads check so many files: as asked, or as many as are of use; never more than there are processors, and with enough to do for each. 0 for
 * few files: the thread that asks does it. Many are always given to another thread, whose memory can be limited.
 */
export function threadsFor(files: number, asked: number | undefined, cores = availableParallelism()): number {
  const wanted = asked || Math.min(MOST, Math.floor(files / FEW));
  const threads = Math.min(wanted, cores, Math.ceil(files / LAST));
  return files <= FEW ? (threads > 1 ? threads : 0) : Math.max(1, threads);
}

/**
 * How many of the files that are left are handed out next: many, as git is asked for all of them at once; fewer towards the end, so that no thread
 * waits long for the last one; and so that every thread has several turns.
 */
export function batchSize(left: number, files: number, threads: number): number {
  if (threads <= 1) return BATCH;
  const fewest = Math.min(LAST, Math.ceil(files / (threads * 8)));
  return Math.min(BATCH, Math.max(fewest, Math.ceil(left / (threads * 2))));
}
