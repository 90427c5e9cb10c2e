import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { descendantsOf, parseChildren, parseUsage, usageOf } from '../../bench/process-usage.ts';

const STATUS = 'Name:\tnode\nVmPeak:\t 900000 kB\nVmHWM:\t  100000 kB\nVmRSS:\t   50000 kB\nThreads:\t7\n';

describe('what a process used', () => {
  it('is read behind the name, whatever that holds', () => {
    const stat = '4711 (a) b (c) R 1 2 3 4 -1 4194304 98 0 0 0 120 30 7 8 20 0 7 0 264596 3133440 393';
    expect(parseUsage(stat, STATUS)).toEqual({ cpuMs: 1500, childrenCpuMs: 150, memoryMb: 51.2, peakMb: 102.4 });
  });

  it('is unknown for files of another shape', () => {
    const stat = '1 (n) R 1 2 3 4 -1 0 0 0 0 0 1 1 0 0';
    expect(parseUsage(stat, STATUS)).toBeDefined();
    expect(parseUsage('4711 (node) R 1', STATUS)).toBeUndefined();
    expect(parseUsage(stat, 'Name:\tnode\n')).toBeUndefined();
    expect(parseUsage(stat, STATUS.replace('VmHWM', 'VmSwap'))).toBeUndefined();
  });

  it('is known of this very process, where there is /proc', () => {
    const usage = usageOf(process.pid);
    if (!existsSync('/proc/self/stat')) expect(usage).toBeUndefined();
    else {
      expect(usage?.memoryMb).toBeGreaterThan(10);
      expect(usage?.peakMb).toBeGreaterThanOrEqual(usage?.memoryMb ?? Number.NaN);
    }
    expect(usageOf(2 ** 31 - 1)).toBeUndefined();
  });
});

describe('the children of a process', () => {
  it('are read as numbers', () => {
    expect(parseChildren('12 345 ')).toEqual([12, 345]);
    expect(parseChildren('')).toEqual([]);
  });

  it.runIf(existsSync(`/proc/${process.pid}/task/${process.pid}/children`))('are found while they run', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    expect(descendantsOf(process.pid)).toContain(child.pid);
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.stdin.end();
    await ended;
    expect(descendantsOf(process.pid)).not.toContain(child.pid);
  });
});
