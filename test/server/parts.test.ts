import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { Connection } from '../../server/connection.ts';
import type { Feature } from '../../server/feature.ts';
import { REQUESTS } from '../../server/offers.ts';
import { onFirst, PARTS } from '../../server/parts.ts';
import { Session } from '../../server/session.ts';

/** A session, and the client that it talks to. */
function begin(): { readonly session: Session; readonly client: MessageConnection } {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const connection = new Connection({
    reader: new StreamMessageReader(toServer),
    writer: new StreamMessageWriter(toClient),
  });
  connection.start();
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  return { session: new Session(connection), client };
}

describe('a part', () => {
  it.each(Object.entries(PARTS))('answers all that is offered of it, and nothing else: %s', async (name, load) => {
    const { session } = begin();
    const answered: string[] = [];
    session.connection.onRequest = method => void answered.push(method);
    for (const feature of (await load()).features) feature.register(session);
    const offered = Object.entries(REQUESTS).find(([part]) => part === name)?.[1] ?? [];
    expect(answered.toSorted()).toEqual(offered.toSorted());
  });

  it('is loaded once, with the first request, which it answers like later ones', async () => {
    const { session, client } = begin();
    let loads = 0;
    const feature: Feature = {
      register: ({ connection }) => {
        connection.onRequest<{ name: string }, string>('greet', ({ name }) => `Hello ${name}`);
        connection.onRequest('count', () => loads);
      },
    };
    onFirst(session, ['greet', 'count'], async () => {
      loads++;
      return { features: [feature] };
    });
    const both = await Promise.all([client.sendRequest('greet', { name: 'Sarah' }), client.sendRequest('count')]);
    expect(both).toEqual(['Hello Sarah', 1]);
    expect(await client.sendRequest('greet', { name: 'Tom' })).toBe('Hello Tom');
    expect(loads).toBe(1);
  });

  it('that cannot be loaded is an error as the answer, and tried again', async () => {
    const { session, client } = begin();
    let loads = 0;
    const feature: Feature = { register: ({ connection }) => connection.onRequest('greet', () => 'Hello') };
    onFirst(session, ['greet'], async () => {
      if (++loads === 1) throw new Error('no such file');
      return { features: [feature] };
    });
    await expect(client.sendRequest('greet')).rejects.toThrow('no such file');
    expect(await client.sendRequest('greet')).toBe('Hello');
  });
});
