import type { Span } from '../../syntax/tree.ts';
import { short } from '../../words.ts';

/** How facts are written down: as Markdown with links, or as bare text for editors that show no Markdown. */
export interface Pen {
  /** Words of the plan, on one line and cut where they grow too long. They can never become markup. */
  text(words: string, longest?: number): string;
  /** What stands out. Takes what is written already. */
  strong(written: string): string;
  /** Words that lead to an address, where there is one. Takes what is written already. */
  link(written: string, address: string | undefined): string;
  /** Markdown of our own, such as the guidance of the schemas. */
  ours(markdown: string): string;
  /** Lines one below the other. */
  lines(written: readonly string[]): string;
}

/** Where a place of a text can be opened: an address, or undefined where the editor follows none. */
export type AddressOf = (span: Span) => string | undefined;

/** Writes Markdown. */
export const MARKDOWN: Pen = {
  text: (words, longest = 80) => escaped(short(words, longest)),
  strong: written => (written === '' ? '' : `**${written}**`),
  link: (written, address) =>
    address && written !== '' ? `[${written}](${address.replaceAll(UNSAFE, encode)})` : written,
  ours: markdown => markdown,
  lines: written => written.filter(line => line !== '').join('  \n'),
};

/** Writes text without any markup. */
export const PLAIN: Pen = {
  text: (words, longest = 80) => short(words, longest),
  strong: written => written,
  link: written => written,
  ours: markdown => markdown.replaceAll(/\*\*|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])/g, '').replaceAll(LINK, '$1'),
  lines: written => written.filter(line => line !== '').join('\n'),
};

const LINK = /\[([^\]]*)\]\([^)]*\)/g;

/** What ends an address in Markdown, or is no part of one. */
const UNSAFE = /[()<>\s\\]/g;

function encode(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}

/** Words on one line that Markdown shows as they are: no emphasis, code, links, entities, HTML, lists, nor addresses made into links. */
function escaped(line: string): string {
  return line
    .replaceAll(/[\\`*[\]<>~|]|\$(?=\()/g, '\\$&')
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll(/&(?=#?\w+;)/g, '\\&')
    .replaceAll(/:(?=\/\/)|@|(?<=\bwww)\./gi, '\\$&')
    .replace(/^[-+=#]/, '\\$&')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\');
}
