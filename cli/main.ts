#!/usr/bin/env node
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { calendarDay } from '../server/calendar.ts';
import type { Host } from './host.ts';
import { EXIT } from './report.ts';

const { env, stdin, stdout, stderr } = process;

const host: Host = {
  cwd: process.cwd(),
  get today() {
    return calendarDay();
  },
  columns: stdout.isTTY ? stdout.columns : undefined,
  colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
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
  out: text => (stdout.write(text) ? undefined : once(stdout, 'drain').then(() => undefined)),
  err: text => void stderr.write(text),
};

function runProgram(): void {
  // The reader of a pipe may stop early (`| head`): that is its right, and no mistake.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(process.exitCode);
    });
  }
  import('./program.ts')
    .then(({ run }) => run(process.argv.slice(2), host))
    .then(
      code => {
        process.exitCode = code;
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
