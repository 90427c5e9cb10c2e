import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { asciiJson, type Written } from '../../server/json.ts';
import { StreamWriter } from '../../server/writer.ts';

/** What knows its JSON by itself. */
function written(value: object): Written {
  return { inPieces: () => [asciiJson(value).slice(0, 2), asciiJson(value).slice(2)], toJSON: () => ({ wrong: true }) };
}

it('sends messages that the library reads, in order, with what is written by hand in them', async () => {
  const [there, back] = [new PassThrough(), new PassThrough()];
  const server = createMessageConnection(new StreamMessageReader(there), new StreamWriter(back));
  const client = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  const heard: unknown[] = [];
  client.onNotification((method, params) => void heard.push([method, params]));
  server.onRequest('ask', () => written({ is: 'ä “answer”\u2028' }));
  server.onRequest('plain', () => ({ is: 'ä' }));
  server.listen();
  client.listen();
  void server.sendNotification('first', written({ text: 'größer – 😀' }));
  void server.sendNotification('second', { text: 'größer – 😀' });
  expect(await client.sendRequest('ask')).toEqual({ is: 'ä “answer”\u2028' });
  expect(await client.sendRequest('plain')).toEqual({ is: 'ä' });
  expect(heard).toEqual([
    ['first', { text: 'größer – 😀' }],
    ['second', { text: 'größer – 😀' }],
  ]);
  server.dispose();
  client.dispose();
});

it('rejects what has no JSON, and goes on', async () => {
  const output = new PassThrough();
  const writer = new StreamWriter(output);
  const failures: Error[] = [];
  writer.onError(([error]) => failures.push(error));
  const endless = { jsonrpc: '2.0', params: 1n };
  await expect(writer.write(endless)).rejects.toThrow(/BigInt/);
  expect(failures).toHaveLength(1);
  await writer.write({ jsonrpc: '2.0' });
  expect(String(output.read())).toBe('Content-Length: 17\r\n\r\n{"jsonrpc":"2.0"}');
});
