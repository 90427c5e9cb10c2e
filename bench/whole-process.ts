import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { outDir } from './build.ts';
import type { ProcessMeasure } from './measures.ts';
import { descendantsOf, parseUsage, usageOf } from './process-usage.ts';

/** A program to be run from its start to its end. */
export interface Command {
  /** Arguments for Node: script and its arguments. */
  readonly args: readonly string[];
  readonly folder: string;
  /** Exit codes that mean that the work was done; 0 if none are given. */
  readonly done?: readonly number[];
  /** Whether what it said shows that the work was done. */
  readonly proof: (told: string) => boolean;
}

/** Seconds and MB of one run; CPU and memory are missing where the system has no /proc. */
export type ProcessFigures = Partial<Record<ProcessMeasure, number>>;

const LIMIT_MS = 15 * 60_000;
/** Children of a process are looked for this often; its own peak is kept by the system. */
const LOOK_MS = 50;
const hook = path.join(import.meta.dirname, 'usage-at-exit.cjs');

/** Runs a program in a fresh process, its output in a file. Rejects if it does not do its work, or not within a quarter of an hour. */
export async function runWhole(name: string, command: Command): Promise<ProcessFigures> {
  const told = path.join(outDir, `${name}.out`);
  const usageFile = path.join(outDir, `${name}.usage`);
  rmSync(usageFile, { force: true });
  const out = openSync(told, 'w');
  let together = 0;
  try {
    const started = performance.now();
    const child = spawn(process.execPath, ['--require', hook, ...command.args], {
      cwd: command.folder,
      env: { ...process.env, BENCH_USAGE: usageFile, NODE_OPTIONS: '', NO_COLOR: '1' },
      stdio: ['ignore', out, out],
      timeout: LIMIT_MS,
    });
    const looking = setInterval(() => {
      const children = descendantsOf(child.pid ?? 0);
      if (children.length > 0) together = Math.max(together, memoryOf([child.pid ?? 0, ...children]));
    }, LOOK_MS);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('exit', resolve);
      child.once('error', reject);
    }).finally(() => clearInterval(looking));
    const wall = (performance.now() - started) / 1000;
    const said = readFileSync(told, 'utf8');
    if (code === null || !(command.done ?? [0]).includes(code) || !command.proof(said))
      throw new Error(`it ended with ${code} and said: ${said.slice(-400).trim()}`);
    const usage = usageLeftIn(usageFile);
    return usage
      ? { wall, cpu: (usage.cpuMs + usage.childrenCpuMs) / 1000, memory: Math.max(usage.peakMb, together) }
      : { wall };
  } finally {
    closeSync(out);
  }
}

function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (usageOf(pid)?.memoryMb ?? 0), 0);
}

function usageLeftIn(file: string) {
  try {
    const [stat = '', ...status] = readFileSync(file, 'utf8').split('\n');
    return parseUsage(stat, status.join('\n'));
  } catch {
    return undefined;
  }
}
