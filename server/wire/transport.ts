import { connect } from 'node:net';
import { Frames, framed } from './frames.ts';

/** Where messages come from and go to. */
export interface Transport {
  /** Resolves when the message is on its way, also when nobody is there any more to get it. Never rejects. */
  send(message: object): Promise<void>;
  /** Begins to listen. What is no JSON arrives as undefined; `ended` is told when nothing can arrive any more. */
  start(received: (message: unknown) => void, ended: () => void): void;
}

/** The transport that command line arguments name: `--stdio`, `--node-ipc`, `--socket=PORT`, `--pipe=NAME`. Throws if they name none. */
export function transportOf(args: readonly string[]): Transport {
  for (const [index, arg] of args.entries()) {
    const [name, value = args[index + 1]] = arg.split('=');
    if (name === '--stdio') return new StreamTransport(process.stdin, process.stdout);
    if (name === '--node-ipc') return new ProcessTransport();
    if (name === '--socket' && value) return socketTransport({ port: Number(value), host: '127.0.0.1' });
    if (name === '--pipe' && value) return socketTransport({ path: value });
  }
  throw new Error(
    'The language server needs to know how it is spoken to: --stdio, --node-ipc, --socket=PORT or --pipe=NAME',
  );
}

function socketTransport(where: { port: number; host: string } | { path: string }): Transport {
  const socket = connect(where);
  return new StreamTransport(socket, socket);
}

/** Messages with headers over two streams. */
export class StreamTransport implements Transport {
  private readonly input: NodeJS.ReadableStream;
  private readonly output: NodeJS.WritableStream;

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
    this.input = input;
    this.output = output;
  }

  send(message: object): Promise<void> {
    return new Promise(resolve => this.output.write(framed(message), () => resolve()));
  }

  start(received: (message: unknown) => void, ended: () => void): void {
    const frames = new Frames();
    this.input.on('data', (chunk: Buffer) => {
      for (const body of frames.take(chunk)) received(parsed(body));
    });
    this.input.once('end', ended);
    this.input.once('close', ended);
    this.input.once('error', ended);
    // Who no longer reads closes the input too, which ends the server.
    this.output.on('error', () => undefined);
  }
}

/** Messages as objects between a Node process and the one that forked it. */
class ProcessTransport implements Transport {
  send(message: object): Promise<void> {
    return new Promise(resolve => {
      if (process.send && process.connected) process.send(message, undefined, undefined, () => resolve());
      else resolve();
    });
  }

  start(received: (message: unknown) => void, ended: () => void): void {
    process.on('message', received);
    process.once('disconnect', ended);
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
