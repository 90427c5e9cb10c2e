const END_OF_HEADER = Buffer.from('\r\n\r\n');

/** Cuts a stream of bytes into the messages of the base protocol: a header that says how long the body is, and the body. */
export class Frames {
  private chunks: Buffer[] = [];
  private held = 0;
  /** The length of the body that is awaited; undefined while its header is. */
  private body: number | undefined;

  /** Takes in what arrived, of any length, and returns the bodies that are whole now. Never throws; a header without a length is passed over. */
  take(chunk: Buffer): string[] {
    this.chunks.push(chunk);
    this.held += chunk.length;
    const bodies: string[] = [];
    for (;;) {
      if (this.body !== undefined) {
        // Chunks are joined only when there is enough of them: a huge plan arrives in hundreds.
        if (this.held < this.body) return bodies;
        bodies.push(this.cut(this.body).toString('utf8'));
        this.body = undefined;
      }
      const joined = this.joined();
      const end = joined.indexOf(END_OF_HEADER);
      if (end < 0) return bodies;
      const header = this.cut(end + END_OF_HEADER.length).toString('latin1');
      const length = /Content-Length: *(\d+)/i.exec(header)?.[1];
      if (length !== undefined) this.body = Number(length);
    }
  }

  private cut(length: number): Buffer {
    const joined = this.joined();
    this.chunks = [joined.subarray(length)];
    this.held = joined.length - length;
    return joined.subarray(0, length);
  }

  private joined(): Buffer {
    const [first = Buffer.alloc(0)] = this.chunks;
    const joined = this.chunks.length > 1 ? Buffer.concat(this.chunks) : first;
    this.chunks = [joined];
    return joined;
  }
}

/** A message with its header, ready to be sent. */
export function framed(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
