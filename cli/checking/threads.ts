import { getHeapStatistics } from 'node:v8';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { beginWith } from '../../server/heap.ts';
import type { Answer, Order, Start } from './messages.ts';
import type { Judged, Judging, Lane, Settings, Task } from './task.ts';

/** Orders that a thread holds: the one it works on, and the next, so that it never waits for us. */
const AHEAD = 2;

/** What eight plans leave behind, and some more: nothing of it is then looked through before it is let go of. */
const YOUNG_MB = 36;

/**
 * The memory of each thread, in megabytes: little for what is soon garbage, and in all twice what a plan of 100,000 lines takes. With more room a
 * heap grows with the number of files before it is swept, and nothing is faster. Whoever gave the program less gives threads no more.
 */
const MEMORY: ResourceLimits = {
  maxYoungGenerationSizeMb: YOUNG_MB,
  maxOldGenerationSizeMb: Math.min(640, Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20)),
};

/** After so many threads have died what a dying one was at is no longer looked into file by file. */
const MOST_DEATHS = 16;

/** Files that are checked together, and who waits for them. */
interface Job {
  readonly tasks: readonly Task[];
  readonly done: (judged: readonly Judged[]) => void;
}

/** Checks files in other threads, each started when there is work for it. */
export class Threads implements Lane {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Job[] = [];
  private readonly program: string;
  private readonly count: number;
  private readonly judging: Judging;
  private deaths = 0;

  /** `program` is the bundle that serves orders as a thread. */
  constructor(program: string, count: number, judging: Judging) {
    this.program = program;
    this.count = count;
    this.judging = judging;
    beginWith(YOUNG_MB);
  }

  check(tasks: readonly Task[]): Promise<readonly Judged[]> {
    return new Promise(done => {
      if (tasks.length === 0) return done([]);
      this.waiting.push({ tasks, done });
      this.share();
    });
  }

  close(): void {
    for (const thread of this.threads) thread.end();
    this.threads.clear();
  }

  /** Hands out what waits: to whoever has nothing to do, to a new thread, or ahead to the one with least. */
  private share(): void {
    while (this.waiting.length > 0) {
      const [least] = [...this.threads].sort((a, b) => a.jobs.length - b.jobs.length);
      let thread = least;
      if (!least || (least.jobs.length > 0 && this.threads.size < this.count)) thread = this.start();
      else if (least.jobs.length >= AHEAD) return;
      const job = this.waiting.shift();
      if (job) thread?.take(job);
    }
  }

  private start(): Thread {
    const thread: Thread = new Thread(this.program, this.judging, {
      answered: () => this.share(),
      died: (jobs, reason) => {
        this.threads.delete(thread);
        this.died(jobs, reason);
      },
    });
    this.threads.add(thread);
    return thread;
  }

  /** The order that a thread died of is halved until the file is found; what it had not begun is done by others. */
  private died([job, ...untouched]: readonly Job[], reason: string): void {
    this.waiting.unshift(...untouched);
    this.deaths++;
    if (job && job.tasks.length > 1 && this.deaths <= MOST_DEATHS) {
      const half = job.tasks.length >> 1;
      const parts = [this.check(job.tasks.slice(0, half)), this.check(job.tasks.slice(half))];
      void Promise.all(parts).then(judged => job.done(judged.flat()));
    } else {
      job?.done(
        job.tasks.map(({ name }) => ({
          packed: undefined,
          failures: [`${name}: could not be checked: the thread that was at it ended (${reason})`],
        })),
      );
    }
    this.share();
  }
}

/** What a thread tells of itself. */
interface Listener {
  answered(): void;
  /** `jobs`: what it had, the one that it was at first. */
  died(jobs: readonly Job[], reason: string): void;
}

/** One thread, seen from outside. */
class Thread {
  readonly jobs: Job[] = [];
  private readonly worker: Worker;
  private readonly numbers = new Map<Settings, number>();
  private reason = 'without a word';
  private ended = false;

  constructor(program: string, judging: Start, listener: Listener) {
    this.worker = new Worker(program, { workerData: judging, resourceLimits: MEMORY });
    this.worker.on('message', (answer: Answer) => {
      this.jobs.shift()?.done(answer);
      listener.answered();
    });
    this.worker.on('error', error => {
      this.reason = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out of memory' : String(error);
    });
    this.worker.on('exit', () => {
      if (!this.ended) listener.died(this.jobs, this.reason);
    });
  }

  take(job: Job): void {
    this.jobs.push(job);
    const news: [number, Settings][] = [];
    const numberOf = (settings: Settings) => {
      const number = this.numbers.get(settings) ?? this.numbers.size;
      if (number === this.numbers.size) {
        this.numbers.set(settings, number);
        news.push([number, settings]);
      }
      return number;
    };
    const tasks = job.tasks.map(task => ({ ...task, settings: numberOf(task.settings) }));
    const order: Order = { settings: news, tasks };
    this.worker.postMessage(order);
  }

  end(): void {
    this.ended = true;
    void this.worker.terminate();
  }
}
