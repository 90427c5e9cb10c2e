// Runs commands in process groups of their own, several at once, so that each can be ended whole.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setPriority } from 'node:os';
import { projectEnvironment, root } from './setup.mjs';

/** For what hangs: on a busy machine the longest step takes half of it. */
const LIMIT_MS = 30 * 60_000;
/** So long what is asked to end may take for it. */
const ENDING_MS = 10_000;
/** How much less of the processor a patient command gets than the others, as `nice` counts it. */
const PATIENT = 3;

const windows = process.platform === 'win32';
/** What ends each command that is at work. */
const running = new Set();

/**
 * Runs a command (an array) in the checkout. `log`: the file that takes its output, which otherwise is shown; `patient`: others go before it.
 * Returns what went wrong, if anything did.
 */
export function runCommand([name, ...args], { log, patient }) {
  const output = log ? openSync(log, 'w') : 'inherit';
  const child = spawn(windows && name === 'npm' ? 'npm.cmd' : name, args, {
    cwd: root,
    env: projectEnvironment(),
    stdio: ['ignore', output, output],
    detached: !windows,
    shell: windows && name === 'npm',
  });
  if (log) closeSync(output);
  if (patient && child.pid) lessUrgent(child.pid);
  const kill = signal => {
    try {
      process.kill(windows ? child.pid : -child.pid, signal);
    } catch {
      // It is gone already.
    }
  };
  let stopped;
  let ending;
  const end = why => {
    stopped ??= why;
    kill('SIGTERM');
    ending ??= setTimeout(() => kill('SIGKILL'), ENDING_MS);
  };
  running.add(end);
  const limit = setTimeout(() => end(`not done in ${LIMIT_MS / 60_000} minutes`), LIMIT_MS);
  return new Promise(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', code => resolve(stopped ?? (code === 0 ? undefined : `exit code ${code}`)));
  }).finally(() => {
    clearTimeout(limit);
    clearTimeout(ending);
    running.delete(end);
  });
}

/** Ends all commands that are at work. */
export function endAll(why) {
  for (const end of running) end(why);
}

/** Lets others go before a process and all that it starts, where the machine can do that. */
function lessUrgent(pid) {
  try {
    setPriority(pid, PATIENT);
  } catch {
    // It is gone already, or there is no such thing here.
  }
}
