import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { Connection } from '../../server/connection.ts';

let toServer: PassThrough;
let client: MessageConnection;
let connection: Connection;
const exits: unknown[] = [];

beforeEach(() => {
  exits.length = 0;
  vi.spyOn(process, 'exit').mockImplementation((code): never => {
    exits.push(code);
    // The server's work ends here; the process of the tests goes on.
    throw new Error('exit');
  });
  toServer = new PassThrough();
  const toClient = new PassThrough();
  connection = new Connection({ reader: new StreamMessageReader(toServer), writer: new StreamMessageWriter(toClient) });
  client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
});

afterEach(() => {
  client.dispose();
  vi.restoreAllMocks();
});

function initialize(): Promise<unknown> {
  return client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
}

it('begins once', async () => {
  connection.onInitialize(() => ({ capabilities: { hoverProvider: true } }));
  connection.start();
  expect(await initialize()).toEqual({ capabilities: { hoverProvider: true } });
  await expect(initialize()).rejects.toMatchObject({ code: -32600, message: 'the server is initialized already' });
});

it.each([
  [true, 0],
  [false, 1],
])('ends when the client says so: after a shutdown (%j) with %i', async (shutdown, code) => {
  connection.onInitialize(() => ({ capabilities: {} }));
  connection.start();
  await initialize();
  if (shutdown) expect(await client.sendRequest('shutdown')).toBeNull();
  await client.sendNotification('exit');
  await vi.waitFor(() => expect(exits).toEqual([code]));
});

it('watches the process of its client, and goes when that is gone', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  connection.onInitialize(() => ({ capabilities: {} }));
  connection.start();
  await client.sendRequest('initialize', { processId: 4321, rootUri: null, capabilities: {} });
  vi.advanceTimersByTime(3000);
  kill.mockImplementation(() => {
    throw Object.assign(new Error('not yours'), { code: 'EPERM' });
  });
  vi.advanceTimersByTime(3000);
  expect(kill.mock.calls).toEqual([
    [4321, 0],
    [4321, 0],
  ]);
  expect(exits).toEqual([]);
  kill.mockImplementation(() => {
    throw Object.assign(new Error('gone'), { code: 'ESRCH' });
  });
  expect(() => vi.advanceTimersByTime(3000)).toThrow('exit');
  expect(exits).toEqual([1]);
  vi.useRealTimers();
});

it('writes faults that nobody waits for into the log, and goes on', async () => {
  const logged = new Promise(resolve => client.onNotification('window/logMessage', resolve));
  connection.onNotification('bad', () => {
    throw new TypeError('no text');
  });
  connection.onRequest('good', () => 'still here');
  connection.start();
  await client.sendNotification('bad', {});
  expect(await logged).toEqual({ type: 1, message: expect.stringContaining('no text') });
  expect(await client.sendRequest('good', {})).toBe('still here');
});

it('says once that nothing can be written, and stays quiet about that', async () => {
  const write = vi.fn<(message: unknown) => Promise<void>>(() => Promise.reject(new Error('no room left')));
  const writer = Object.assign(new StreamMessageWriter(new PassThrough()), { write });
  const alone = new Connection({ reader: new StreamMessageReader(new PassThrough()), writer });
  alone.start();
  await alone.sendNotification('window/logMessage', { type: 4, message: 'Reading the plans' });
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
  expect(write).toHaveBeenCalledTimes(2);
});
