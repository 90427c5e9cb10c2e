import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Frames, framed } from '../../../server/wire/frames.ts';

const messages = fc.array(fc.record({ method: fc.string({ unit: 'binary' }), params: fc.jsonValue({ maxDepth: 2 }) }), {
  maxLength: 6,
});

it('finds the messages of a stream, wherever it is cut', () => {
  fc.assert(
    fc.property(messages, fc.array(fc.nat({ max: 40 })), (sent, cuts) => {
      const bytes = Buffer.from(sent.map(framed).join(''));
      const frames = new Frames();
      const bodies: string[] = [];
      let at = 0;
      for (const length of [...cuts, bytes.length]) {
        bodies.push(...frames.take(bytes.subarray(at, at + length)));
        at += length;
      }
      expect(bodies).toEqual(sent.map(message => JSON.stringify(message)));
    }),
  );
});

it('reads headers as clients write them, and passes over one without a length', () => {
  const frames = new Frames();
  const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n';
  expect(frames.take(Buffer.from(`${type}content-length: 2\r\n\r\n{}`))).toEqual(['{}']);
  expect(frames.take(Buffer.from(`${type}\r\nContent-Length:4\r\n\r\nnull`))).toEqual(['null']);
  expect(frames.take(Buffer.from('Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n[]'))).toEqual(['', '[]']);
});
