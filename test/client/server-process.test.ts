import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { endInTime, isRunning, startProcess } from '../../client/server-process.ts';

const running: ChildProcess[] = [];

vi.mock('node:child_process', async original => {
  const { spawn: real } = await original<typeof import('node:child_process')>();
  return {
    spawn: vi.fn(() => {
      const child = real(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      running.push(child);
      return child;
    }),
  };
});

afterEach(() => {
  vi.useRealTimers();
  for (const child of running.splice(0)) child.kill();
});

it('runs the script, to be spoken to over its standard streams, until it has ended', async () => {
  const server = startProcess('/extension/dist/server.js');
  expect(spawn).toHaveBeenCalledWith(process.execPath, ['/extension/dist/server.js', '--stdio'], expect.anything());
  expect(isRunning(server)).toBe(true);
  server.kill();
  await once(server, 'exit');
  expect(isRunning(server)).toBe(false);
});

it('is not running where no process could be started, and nothing is thrown', async () => {
  const { spawn: real } = await vi.importActual<typeof import('node:child_process')>('node:child_process');
  vi.mocked(spawn).mockImplementationOnce(() => real('/nowhere/node'));
  const server = startProcess('/extension/dist/server.js');
  expect(isRunning(server)).toBe(false);
  await once(server, 'error').catch(() => {});
});

it('ends one that does not end by itself', () => {
  const server = startProcess('/extension/dist/server.js');
  vi.useFakeTimers();
  endInTime(server);
  vi.advanceTimersByTime(1900);
  expect(server.killed).toBe(false);
  vi.advanceTimersByTime(200);
  expect(server.killed).toBe(true);
});
