import type { Host } from '../host.ts';
import type { Show } from './repairing.ts';
import type { Judging, Lane } from './task.ts';

/** What decides who checks. */
export interface Making {
  readonly judging: Judging;
  readonly fix: 'no' | 'write' | Show;
  readonly threads: number;
  readonly cache: { readonly location: string | undefined } | undefined;
  readonly host: Pick<Host, 'cwd' | 'program' | 'thread'>;
  /** Takes a line for the user about the cache. */
  say(line: string): void;
}

/** Who checks the files of a run. Everything is loaded when it is needed: from a cache that knows all plans no rule is asked. */
export async function makeLane(making: Making): Promise<Lane> {
  const { judging, cache, host, say, fix } = making;
  if (fix !== 'no') {
    const { repairHere } = await import('./repairing.ts');
    return repairHere(judging, fix === 'write' ? undefined : fix);
  }
  if (!cache) return checking(making);
  const [{ CachedLane }, { Keys }, { Store }, { cacheFolder }] = await Promise.all([
    import('../cache/cached.ts'),
    import('../cache/key.ts'),
    import('../cache/store.ts'),
    import('../cache/place.ts'),
  ]);
  const store = new Store(cacheFolder(host.cwd, cache.location), say);
  return new CachedLane(judging, new Keys(host.program, judging), store, () => checking(making));
}

async function checking({ judging, threads, host }: Making): Promise<Lane> {
  if (threads > 0 && host.thread !== undefined) {
    const { Threads } = await import('./threads.ts');
    return new Threads(host.thread, threads, judging);
  }
  const { checkHere } = await import('./here.ts');
  return checkHere(judging);
}
