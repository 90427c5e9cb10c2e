import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
} from 'vscode-jsonrpc/node';
import { StreamWriter } from './writer.ts';

/** Where messages come from and go to. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Is told when nothing can arrive any more, where the reader does not tell so itself. */
  readonly ended?: (listener: () => void) => void;
}

/** The transport that command line arguments name: `--stdio`, `--node-ipc`, `--socket=PORT`, `--pipe=NAME`. Throws if they name none. */
export function transportOf(args: readonly string[]): Transport {
  for (const [index, arg] of args.entries()) {
    const [name, value = args[index + 1]] = arg.split('=');
    if (name === '--stdio') return overStreams(process.stdin, process.stdout);
    if (name === '--node-ipc') return overChannel();
    if (name === '--socket' && value) return over(createServerSocketTransport(Number(value)));
    if (name === '--pipe' && value) return over(createServerPipeTransport(value));
  }
  throw new Error(
    'The language server needs to know how it is spoken to: --stdio, --node-ipc, --socket=PORT or --pipe=NAME',
  );
}

function over([reader, writer]: [MessageReader, MessageWriter]): Transport {
  return { reader, writer };
}

/** Messages with headers over two streams. A standard input that is a file ends without being closed. */
function overStreams(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Transport {
  return {
    reader: new StreamMessageReader(input),
    writer: new StreamWriter(output),
    ended: listener => input.once('end', listener),
  };
}

/** Messages as objects between a Node process and the one that forked it. */
function overChannel(): Transport {
  return {
    reader: new IPCMessageReader(process),
    writer: new IPCMessageWriter(process),
    ended: listener => process.once('disconnect', listener),
  };
}
