import { Message } from 'vscode-jsonrpc/node';

/** Parameters or a result whose JSON is put together from what is kept of earlier ones. Where messages go as objects, `toJSON` is taken. */
export interface Written {
  /** Pieces that make its JSON, one behind the other. Characters beyond ASCII are escaped: each is one byte. */
  inPieces(): readonly string[];
  toJSON(): unknown;
}

/** The JSON of a message. */
export interface Json {
  /** Pieces that make it, one behind the other. */
  readonly pieces: readonly string[];
  /** True if all of it is ASCII for certain. */
  readonly ascii: boolean;
}

/** The JSON of a message. Throws for what has none. */
export function jsonOf(message: Message): Json {
  if (Message.isNotification(message) && isWritten(message.params))
    return around(`{"jsonrpc":"2.0","method":${asciiJson(message.method)},"params":`, message.params);
  if (Message.isResponse(message) && isWritten(message.result))
    return around(`{"jsonrpc":"2.0","id":${asciiJson(message.id)},"result":`, message.result);
  return { pieces: [JSON.stringify(message)], ascii: false };
}

function around(head: string, written: Written): Json {
  return { pieces: [head, ...written.inPieces(), '}'], ascii: true };
}

/** JSON in which characters beyond ASCII are escaped. */
export function asciiJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!BEYOND.test(json)) return json;
  const escaped = json.replace(/[\u007f-\uffff]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // What V8 makes of a text with two bytes a letter has two as well, and so has everything that is joined with it.
  return Buffer.from(escaped, 'latin1').toString('latin1');
}

const BEYOND = /[\u007f-\uffff]/;

function isWritten(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && 'inPieces' in value && typeof value.inPieces === 'function';
}
