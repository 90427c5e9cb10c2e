import { describe, expect, it } from 'vitest';
import { parseUsage } from '../../bench/process-usage.ts';

const STATUS = 'Name:\tnode\nVmPeak:\t 900000 kB\nVmRSS:\t   50000 kB\nThreads:\t7\n';

describe('what a process used', () => {
  it('is read behind the name, whatever that holds', () => {
    const stat = '4711 (a) b (c) R 1 2 3 4 -1 4194304 98 0 0 0 120 30 7 8 20 0 7 0 264596 3133440 393';
    expect(parseUsage(stat, STATUS)).toEqual({ cpuMs: 1500, memoryMb: 51.2 });
  });

  it('is unknown for files of another shape', () => {
    expect(parseUsage('4711 (node) R 1', STATUS)).toBeUndefined();
    expect(parseUsage('1 (n) R 1 2 3 4 -1 0 0 0 0 0 1 1 0', 'Name:\tnode\n')).toBeUndefined();
  });
});
