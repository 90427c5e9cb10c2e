import { serve } from './checking/worker.ts';

// What a thread of `check` runs: a bundle of its own, half the size of the program's, since each thread reads and compiles it anew.
serve();
