import { describe, expect, it } from 'vitest';
import { readyFor } from '../../../cli/checking/engine.ts';

/** The flags that are set for so many files and threads. */
function flags(files: number, threads: number, cores: number, v8 = '13.6.233.17-node.50'): string[] {
  const set: string[] = [];
  readyFor(files, threads, cores, v8, flag => set.push(flag));
  return set;
}

const ALONE = '--no-parallel-scavenge';
const LATER = '--invocation-count-for-turbofan=30000';

describe('what V8 is told before threads check many files', () => {
  it('lets no others help a thread to collect what is young where no processor is left for them', () => {
    expect(flags(100_000, 2, 2)).toContain(ALONE);
    expect(flags(500, 1, 2)).not.toContain(ALONE);
  });

  it('lets it make its best code later where no processor is left for that', () => {
    expect(flags(500, 2, 2)).toContain(LATER);
    expect(flags(500, 4, 2)).toContain(LATER);
    expect(flags(500, 1, 2)).not.toContain(LATER);
  });

  it('lets it do so at once where there is so much to do that it pays', () => {
    expect(flags(100_000, 2, 2)).not.toContain(LATER);
  });

  it('is nothing that the V8 at hand does not know', () => {
    expect(flags(500, 2, 2, '11.3.244.8-node.33')).not.toContain(LATER);
  });
});
