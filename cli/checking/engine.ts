import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { settle } from '../../server/heap.ts';

/** The names of so many files are worth a look at how much room they take. */
const MANY = 1_000;

/** From so many files on, each piece of code that runs often is worth all that can be made of it. */
const ENDLESS = 30_000;

/** The first version of V8 that has all of its flags which are set here; others say so to the user. Node 22 has it. */
const OLDEST_V8 = 12;

/** Tells V8 what is ahead, before threads are started: that many files are to be checked by so many threads. */
export function readyFor(
  files: number,
  threads: number,
  cores = availableParallelism(),
  v8 = process.versions.v8,
  set = setFlagsFromString,
): void {
  if (threads >= cores) {
    // Each processor has a thread of ours, and what V8 does beside them takes time from the work. To wake others for collecting what is young takes longer than to do it;
    set('--no-parallel-scavenge');
    // its best code pays only by and by.
    if (files <= ENDLESS && Number.parseInt(v8, 10) >= OLDEST_V8) set('--invocation-count-for-turbofan=30000');
  }
  if (files >= MANY) settle();
}
