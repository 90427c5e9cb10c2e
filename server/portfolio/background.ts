import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import { bitByBit } from '../bit-by-bit.ts';
import { release } from '../compilers.ts';
import { beginWith } from '../heap.ts';
import type { FileSettings, Order, SummedFile, WantedFile } from './messages.ts';
import type { PlanReader } from './plan-reader.ts';

/** After so many milliseconds without work the thread ends, and its memory is free. */
const IDLE = 20_000;

/** A thread may take so much for plans that have been read, in megabytes: it reads a few at once, and each is dropped when it is summed up. */
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 12 };

/** Longer texts are read bit by bit where there is no other thread. */
const AT_ONCE = 50_000;

/** What is to be summed up; settings stand beside each file. */
export interface Job extends Pick<Order, 'today' | 'hidden'> {
  readonly files: readonly (Omit<WantedFile, 'settings'> & { readonly settings: FileSettings })[];
}

/**
 * Sums up plans out of the way of whoever types: in another thread, or where there is none in short turns of this one. A file at which the thread
 * dies is found, and the others are done. One job at a time. Never rejects.
 */
export class Background {
  private readonly program: string;
  private thread: Worker | undefined;
  private numbers = new Map<FileSettings, number>();
  private told = 0;
  private cannot: boolean;
  private here: PlanReader | undefined;
  private idle: NodeJS.Timeout | undefined;

  /** `program`: the bundle that runs in the thread; the server's own, unless something else is tried. */
  constructor(program = path.join(__dirname, 'server.js')) {
    this.program = program;
    this.cannot = !existsSync(program);
  }

  /** The summaries of the plans in some files; a file that kills the thread is told as one that takes too much memory. Never rejects for what is in a file. */
  async sumUp(job: Job): Promise<readonly SummedFile[]> {
    if (job.files.length === 0) return [];
    if (this.cannot) return this.readHere(job);
    const summed = await this.inThread(job);
    if (summed) return summed;
    if (this.cannot) return this.readHere(job);
    const [only, ...others] = job.files;
    if (!only) return [];
    if (others.length === 0) {
      const { failed } = await import('./worker.ts');
      return [failed({ ...only, settings: 0 }, 'unread', 'could not be read: it takes too much memory')];
    }
    const half = job.files.length >> 1;
    const first = await this.sumUp({ ...job, files: job.files.slice(0, half) });
    return [...first, ...(await this.sumUp({ ...job, files: job.files.slice(half) }))];
  }

  private async readHere(job: Job): Promise<readonly SummedFile[]> {
    const { PlanReader } = await import('./worker.ts');
    this.here ??= new PlanReader(async steps => (await bitByBit(steps)).value, AT_ONCE);
    return this.here.read(this.orderOf(job));
  }

  /** Undefined if the thread dies of it, or never lives. */
  private inThread(job: Job): Promise<readonly SummedFile[] | undefined> {
    clearTimeout(this.idle);
    return new Promise(resolve => {
      const thread = this.thread ?? this.start();
      const done = (summed: readonly SummedFile[] | undefined) => {
        thread.off('message', done);
        thread.off('exit', died);
        if (summed) this.idle = setTimeout(() => this.end(), IDLE).unref();
        resolve(summed);
      };
      const died = () => done(undefined);
      thread.on('message', done);
      thread.on('exit', died);
      thread.postMessage(this.orderOf(job));
    });
  }

  private start(): Worker {
    beginWith(MEMORY.maxYoungGenerationSizeMb);
    release();
    const thread = new Worker(this.program, { resourceLimits: MEMORY });
    thread.unref();
    let lives = false;
    thread.on('online', () => {
      lives = true;
    });
    // Told by the exit that follows.
    thread.on('error', () => {
      if (!lives) this.cannot = true;
    });
    thread.on('exit', () => {
      if (this.thread === thread) this.forget();
    });
    this.thread = thread;
    return thread;
  }

  private end(): void {
    const { thread } = this;
    this.forget();
    void thread?.terminate();
  }

  private forget(): void {
    this.thread = undefined;
    this.numbers = new Map();
    this.told = 0;
  }

  /** Settings are sent once, and called by their number afterwards. */
  private orderOf({ files, today, hidden }: Job): Order {
    const numberOf = (settings: FileSettings) => {
      const number = this.numbers.get(settings) ?? this.numbers.size;
      this.numbers.set(settings, number);
      return number;
    };
    const wanted = files.map(file => ({ ...file, settings: numberOf(file.settings) }));
    const news = [...this.numbers].slice(this.told).map(([settings, number]) => [number, settings] as const);
    this.told = this.numbers.size;
    return { today, hidden, files: wanted, settings: news };
  }
}
