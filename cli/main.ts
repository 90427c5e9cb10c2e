#!/usr/bin/env node
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { calendarDay } from '../server/calendar.ts';
import type { Host } from './host.ts';
import { EXIT } from './report.ts';

const { env, stdin, stdout, stderr } = process;

/** Nobody takes the output any more: its reader is gone, or the disk is full. */
let isLost = false;
let isUnwritten = false;
/** When the run may end although its output is lost; unasked, at once. */
let settled: (() => number | undefined) | undefined;

const host: Host = {
  cwd: process.cwd(),
  get today() {
    return calendarDay();
  },
  columns: stdout.isTTY ? stdout.columns : undefined,
  // A pipeline shows colours too, but has no terminal.
  colour: !env.NO_COLOR && (env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : stdout.isTTY === true && env.TERM !== 'dumb'),
  get program() {
    const bundles = readdirSync(__dirname).filter(name => /^(?:cli|thread|yaml)(?:-.*)?\.js$/.test(name));
    return bundles.sort().map(name => path.join(__dirname, name));
  },
  thread: path.join(__dirname, 'thread.js'),
  async readStdin() {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
  out: text => {
    if (isLost) return leave();
    return stdout.write(text) ? undefined : once(stdout, 'drain').then(nothing, nothing);
  },
  err: text => void stderr.write(text),
  seeThrough: when => {
    settled = when;
  },
};

const nothing = () => undefined;

function lose(error: NodeJS.ErrnoException): void {
  if (isLost) return;
  isLost = true;
  // The reader of a pipe may stop early (`| head`): that is its right, and no mistake.
  if (error.code !== 'EPIPE') void tellUnwritten(error);
  else leave();
}

/** Ends the run where nobody reads on and nothing depends on the rest. */
function leave(): undefined {
  if (isUnwritten) return;
  const code = settled ? settled() : (process.exitCode ?? EXIT.clean);
  if (code !== undefined) process.exit(code);
}

async function tellUnwritten(error: Error): Promise<void> {
  isUnwritten = true;
  process.exitCode = EXIT.failed;
  const { fileFailure } = await import('../server/text-file.ts');
  stderr.write(`success-plan: the output cannot be written: ${fileFailure(error)}\n`);
}

function runProgram(): void {
  stdout.on('error', lose);
  // There is nobody left who could be told.
  stderr.on('error', nothing);
  import('./program.ts')
    .then(({ run }) => run(process.argv.slice(2), host))
    .then(
      code => {
        process.exitCode = isUnwritten ? EXIT.failed : code;
      },
      (error: unknown) => {
        stderr.write(
          `success-plan: this is a mistake of the program, please report it: ${error instanceof Error ? error.stack : String(error)}\n`,
        );
        process.exitCode = EXIT.failed;
      },
    );
}

runProgram();
