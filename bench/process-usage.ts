import { readFileSync } from 'node:fs';

/** What a process has used so far. */
export interface Usage {
  /** Time on the processors, all threads, user and kernel, in milliseconds. Counted in steps of 10. */
  readonly cpuMs: number;
  /** Memory held now (resident set), in MB of 10⁶ bytes. */
  readonly memoryMb: number;
}

/** Linux counts processor time for programs in hundredths of a second, on every architecture that Node runs on. */
const MS_PER_TICK = 10;

/** Looks at a process; undefined where the system has no /proc, or the process is gone. Never throws. */
export function usageOf(pid: number): Usage | undefined {
  try {
    return parseUsage(readFileSync(`/proc/${pid}/stat`, 'utf8'), readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Reads the two files of proc(5); undefined if they are not of that shape. */
export function parseUsage(stat: string, status: string): Usage | undefined {
  // The name of the program stands in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (Number.isNaN(ticks) || kib === undefined) return undefined;
  return { cpuMs: ticks * MS_PER_TICK, memoryMb: (Number(kib) * 1024) / 1e6 };
}
