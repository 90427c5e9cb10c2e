import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-jsonrpc/node';
import { type Json, jsonOf } from './json.ts';

/**
 * Messages with headers on a stream, each in one go: the library's own writer waits for a turn of the event loop before each, and wakes the client for
 * the header alone.
 */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly output: NodeJS.WritableStream;
  private failures = 0;

  constructor(output: NodeJS.WritableStream) {
    super();
    this.output = output;
    output.on('error', error => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  /** Resolves when the message is on its way. Rejects for what has no JSON, and when nobody reads any more. */
  write(message: Message): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.output.write(bytesOf(jsonOf(message)), error => (error ? reject(error) : resolve()));
    }).catch(error => {
      this.fireError(error, message, ++this.failures);
      throw error;
    });
  }

  /** Nothing is written after that. */
  end(): void {
    this.output.end();
  }
}

/** Header and message in one piece of memory, to which the pieces are written one by one: a text of all of them would be made for nothing else. */
function bytesOf({ pieces, ascii }: Json): Buffer {
  let length = 0;
  for (const piece of pieces) length += ascii ? piece.length : Buffer.byteLength(piece);
  const header = `Content-Length: ${length}\r\n\r\n`;
  const bytes = Buffer.allocUnsafe(header.length + length);
  let at = bytes.write(header, 'latin1');
  for (const piece of pieces) at += ascii ? bytes.write(piece, at, 'latin1') : bytes.write(piece, at, 'utf8');
  return bytes;
}
