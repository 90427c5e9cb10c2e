import { type FileHandle, open } from 'node:fs/promises';
import * as path from 'node:path';
import { fileFailure } from '../server/text-file.ts';
import type { Format, Writer } from './formats/format.ts';
import { FORMATS } from './formats/index.ts';
import type { Host } from './host.ts';
import type { CheckedFile, Tally } from './report.ts';
import { VERSION } from './version.ts';

/** One output: a format and the file it goes to, or undefined for the terminal. */
export interface Output {
  readonly format: string;
  readonly file: string | undefined;
}

/** So much is gathered before it is written, in UTF-16 units. */
const PIECE = 1 << 16;

/** The outputs of a run, each written as files come. */
export class Outputs {
  private readonly streams: readonly Stream[];

  private constructor(streams: readonly Stream[]) {
    this.streams = streams;
  }

  /** Begins all of them. Never rejects: what cannot be written is told at the end, and the others go on. */
  static async begin(outputs: readonly Output[], host: Host): Promise<Outputs> {
    const streams: Stream[] = [];
    for (const { format, file } of outputs) {
      const make = await FORMATS.get(format)?.();
      if (make) streams.push(await Stream.begin(make, file, host));
    }
    return new Outputs(streams);
  }

  /** Waits for whoever is slowest to read. */
  async file(file: CheckedFile): Promise<void> {
    for (const stream of this.streams) await stream.write(stream.writer.file(file));
  }

  /** Ends all of them. Returns what could not be written, one line each. */
  async end(tally: Tally): Promise<string[]> {
    for (const stream of this.streams) await stream.end(stream.writer.end(tally));
    return this.streams.flatMap(({ failure }) => failure ?? []);
  }
}

/** One output on its way. */
class Stream {
  readonly writer: Writer;
  failure: string | undefined;
  private gathered = '';
  private readonly host: Host;
  private readonly file: string | undefined;
  private handle: FileHandle | undefined;

  private constructor(writer: Writer, file: string | undefined, host: Host) {
    this.writer = writer;
    this.file = file;
    this.host = host;
  }

  static async begin(make: Format, file: string | undefined, host: Host): Promise<Stream> {
    const look = file === undefined ? { colour: host.colour, columns: host.columns ?? 120 } : FILE_LOOK;
    const stream = new Stream(make(look, VERSION), file, host);
    if (file !== undefined) {
      await stream.attempt(async () => {
        stream.handle = await open(path.resolve(host.cwd, file), 'w');
      });
    }
    await stream.write(stream.writer.begin());
    return stream;
  }

  async write(text: string): Promise<void> {
    if (this.failure !== undefined) return;
    this.gathered += text;
    if (this.gathered.length >= PIECE) await this.flush();
  }

  async end(text: string): Promise<void> {
    await this.write(text);
    await this.flush();
    await this.attempt(async () => this.handle?.close());
  }

  private async flush(): Promise<void> {
    const text = this.gathered;
    this.gathered = '';
    if (text === '' || this.failure !== undefined) return;
    if (this.file === undefined) await this.host.out(text);
    else await this.attempt(async () => this.handle?.writeFile(text));
  }

  private async attempt(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.failure ??= `${this.file}: cannot be written: ${fileFailure(error)}`;
    }
  }
}

const FILE_LOOK = { colour: false, columns: 120 };
