import { type ChildProcess, spawn } from 'node:child_process';

/** How long a server that was told to end may take for it, in milliseconds. */
const PATIENCE_MS = 2000;

/** Where the server is debugged, if the extension is. */
const DEBUGGED = ['--nolazy', '--inspect=6009'];

/** Starts the language server, the file `script`, in a process of its own that is spoken to over its standard streams. Never throws: see `isRunning`. */
export function startProcess(script: string): ChildProcess {
  const isDebugged = process.execArgv.some(arg => arg.startsWith('--inspect'));
  // On the desktop the extension runs in Electron, which has to be told to be Node.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
  const server = spawn(process.execPath, [...(isDebugged ? DEBUGGED : []), script, '--stdio'], { env });
  // What could not be started has no number, and is not running.
  server.on('error', () => {});
  return server;
}

/** Whether a process was started, and has not ended as far as is known. */
export function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

/** Ends a process that was told to end and has not done so by itself after two seconds. */
export function endInTime(server: ChildProcess): void {
  if (isRunning(server)) setTimeout(() => server.kill(), PATIENCE_MS).unref();
}
