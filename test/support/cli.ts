import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Host } from '../../cli/host.ts';
import { run } from '../../cli/program.ts';
import { day } from '../../plan/day.ts';
import { EXAMPLE_DAY, soundPlan } from './examples.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a run of the command line left. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder that lasts for one test, holding the given files by their relative paths. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'success-plan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** Runs the program in this process, in a folder, on the day that examples are judged by. */
export async function cli(
  cwd: string,
  args: readonly string[],
  host: Partial<Host> & { stdin?: string | Uint8Array } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const { stdin = '' } = host;
  const code = await run(args, {
    cwd,
    today: day(EXAMPLE_DAY),
    columns: undefined,
    colour: false,
    readStdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    program: undefined,
    thread: undefined,
    out: text => {
      out += text;
      return undefined;
    },
    err: text => {
      err += text;
    },
    seeThrough: () => undefined,
    ...host,
  });
  return { code, out, err };
}

/** Who runs a process; empty for whoever runs the tests. */
export type User = { readonly uid?: number; readonly gid?: number };

/** Runs the bundle as a process. `input` is piped in, and the pipe closed; `flags` are Node's own; `user` is who runs it, and `variables` are set. */
export function cliProcess(
  bundle: string,
  cwd: string,
  args: readonly string[],
  input = '',
  flags: readonly string[] = [],
  user: User = {},
  variables: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [...flags, bundle, ...args], {
    cwd,
    ...user,
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...variables },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  // A program that does not read its input may be gone before all of it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve({ code, out, err }));
  });
}

/** The command line as `npm run build` leaves it. */
export const CLI_BUNDLE = path.join(root, 'dist/cli.js');

/** The sound plan with some of its text replaced, each piece of which must be there. */
export function planWith(replacements: Readonly<Record<string, string>>): string {
  return Object.entries(replacements).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the sound plan no longer holds “${from}”`);
    return text.replace(from, () => to);
  }, soundPlan());
}

/** A plan with exactly one finding on the day of the examples: a milestone that is 11 days late (a warning, at 1 place). */
export function latePlan(): string {
  return planWith({ 'target_date: "2026-02-27"': 'target_date: "2026-01-30"' });
}

/** A plan with one finding that can be repaired safely: a key that stands twice with the same value (an error). */
export function doubledPlan(): string {
  return planWith({ '  segment: enterprise\n': '  segment: enterprise # by headcount\n  segment: enterprise\n' });
}
