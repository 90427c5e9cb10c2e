import { beforeEach, expect, it } from 'vitest';
import { ErrorCode, Peer, ResponseError } from '../../../server/wire/peer.ts';

const sent: object[] = [];
let receive: (message: unknown) => void = () => undefined;
let peer: Peer;

beforeEach(() => {
  sent.length = 0;
  peer = new Peer({
    send: message => {
      sent.push(message);
      return Promise.resolve();
    },
    start: received => {
      receive = received;
    },
  });
  peer.listen(() => undefined);
});

async function answerTo(message: object): Promise<object | undefined> {
  receive({ jsonrpc: '2.0', ...message });
  await new Promise(resolve => setImmediate(resolve));
  return sent.at(-1);
}

it('answers requests, also with nothing', async () => {
  peer.onRequest<{ of: number }, number>('half', ({ of }) => of / 2);
  peer.onRequest('nothing', () => undefined);
  expect(await answerTo({ id: 1, method: 'half', params: { of: 12 } })).toEqual({ jsonrpc: '2.0', id: 1, result: 6 });
  expect(await answerTo({ id: 'two', method: 'nothing' })).toEqual({ jsonrpc: '2.0', id: 'two', result: null });
});

it('says why there is no answer', async () => {
  peer.onRequest('late', () => Promise.reject(new ResponseError(ErrorCode.contentModified, 'the text changed')));
  peer.onRequest('broken', () => {
    throw new TypeError('not a plan');
  });
  expect(await answerTo({ id: 1, method: 'late' })).toMatchObject({ id: 1, error: { code: -32801 } });
  expect(await answerTo({ id: 2, method: 'broken' })).toMatchObject({
    error: { code: -32603, message: expect.stringContaining('not a plan') },
  });
  expect(await answerTo({ id: 3, method: 'unheard' })).toMatchObject({ id: 3, error: { code: -32601 } });
  receive(undefined);
  expect(sent.at(-1)).toMatchObject({ id: null, error: { code: -32700 } });
});

it('lets a client call off what it asked for, and takes in everything that came with it first', async () => {
  const order: string[] = [];
  peer.onRequest('slow', async (_, token) => {
    await new Promise(resolve => setImmediate(resolve));
    order.push(token.isCancellationRequested ? 'called off' : 'wanted');
    return null;
  });
  peer.onNotification('change', () => order.push('change'));
  receive({ id: 1, method: 'slow' });
  receive({ id: 2, method: 'slow' });
  receive({ method: 'change' });
  receive({ method: '$/cancelRequest', params: { id: 1 } });
  await new Promise(resolve => setTimeout(resolve, 5));
  expect(order).toEqual(['change', 'called off', 'wanted']);
});

it('goes on after a notification that fails or is unknown', async () => {
  const faults: string[] = [];
  peer.onFault = text => faults.push(text);
  peer.onNotification('bad', () => {
    throw new TypeError('no text');
  });
  receive({ method: 'bad' });
  receive({ method: '$/setTrace', params: { value: 'off' } });
  expect(faults).toEqual([expect.stringContaining('no text')]);
  expect(sent).toEqual([]);
});

it('asks, and gets the answer or the refusal', async () => {
  const asked = peer.sendRequest('client/registerCapability', {});
  expect(sent).toEqual([{ jsonrpc: '2.0', id: 1, method: 'client/registerCapability', params: {} }]);
  receive({ id: 1, result: 'done' });
  expect(await asked).toBe('done');
  const refused = peer.sendRequest('workspace/diagnostic/refresh');
  receive({ id: 2, error: { code: -32601, message: 'cannot' } });
  await expect(refused).rejects.toThrow('cannot');
});
