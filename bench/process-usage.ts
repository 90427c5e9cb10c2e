import { readdirSync, readFileSync } from 'node:fs';

/** What a process has used so far. */
export interface Usage {
  /** Time on the processors, all threads, user and kernel, in milliseconds. Counted in steps of 10. */
  readonly cpuMs: number;
  /** The same of the children that have ended and were waited for, and of theirs. */
  readonly childrenCpuMs: number;
  /** Memory held now (resident set), in MB of 10⁶ bytes. */
  readonly memoryMb: number;
  /** The most memory that was ever held. */
  readonly peakMb: number;
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
  const ms = (from: number) => (Number(fields[from]) + Number(fields[from + 1])) * MS_PER_TICK;
  const mb = (name: string) => (Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024) / 1e6;
  const usage = { cpuMs: ms(11), childrenCpuMs: ms(13), memoryMb: mb('VmRSS'), peakMb: mb('VmHWM') };
  return Object.values(usage).some(Number.isNaN) ? undefined : usage;
}

/**
 * The children of a process and theirs; none where the system does not tell. Threads are no children: what they use counts as their
 * process's. Never throws.
 */
export function descendantsOf(pid: number): number[] {
  let children: number[];
  try {
    // A child belongs to the thread that started it.
    const threads = readdirSync(`/proc/${pid}/task`);
    children = threads.flatMap(thread => parseChildren(readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')));
  } catch {
    return [];
  }
  return children.flatMap(child => [child, ...descendantsOf(child)]);
}

/** Reads a list of processes as proc(5) has it: numbers with a space behind each. */
export function parseChildren(text: string): number[] {
  return text.split(' ').filter(Boolean).map(Number);
}
