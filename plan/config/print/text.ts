import { INVISIBLE } from '../../visible.ts';

/** A text on one line as YAML that reads as that text: in quotes unless it could be nothing else. */
export function scalar(text: string): string {
  return PLAIN.test(text) && !WORDS.test(text) ? text : quoted(text);
}

/** A text in double quotes, in which every sign can be seen: a terminal would follow some of them. */
export function quoted(text: string): string {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replaceAll(INVISIBLE, escaped);
}

/** A list on one line. */
export function list(texts: readonly string[]): string {
  return `[${texts.map(scalar).join(', ')}]`;
}

/** Begins with a letter, and holds nothing that means anything in YAML, within brackets either. */
const PLAIN = /^[a-z](?: ?[\w./*-])*$/i;

/** What some reader of YAML takes for something else than a text. */
const WORDS = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
