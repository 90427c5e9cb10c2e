import { type Day, formatFullDay } from '../../plan/day.ts';
import { oneLine, spoken } from '../../plan/words.ts';
import { line } from '../line.ts';

/*
 * Texts of a plan as Markdown that says exactly these characters, on GitHub, GitLab and Confluence. Whatever could begin something – emphasis, a
 * link, HTML, a list, mathematics – gets a backslash, which every dialect knows. Two things no backslash keeps from happening, since GitHub looks for
 * them in what was rendered: mentions and numbers of issues. They are parted by a blank of no width.
 */

const APART = '&#8203;';

/** A text of the plan on one line. Whatever stands in it is text when it is read. */
export function md(text: string | undefined): string {
  return (
    line(text)
      .replaceAll(/[\\`*_{}[\]<>|~$#]/gu, '\\$&')
      .replaceAll(/&(?=#?[\p{L}\p{N}]+;)/gu, '\\&')
      // A list, a numbered list, a rule or the underline of a heading.
      .replace(/^[+=-]/u, '\\$&')
      .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2')
      // Addresses become links by themselves.
      .replaceAll(/([\p{L}\p{N}]):(?=\/\/)/gu, '$1\\:')
      .replaceAll(/(www)\./giu, '$1\\.')
      .replaceAll(/@(?=[\p{L}\p{N}_.-])/gu, `@${APART}`)
      .replaceAll(/\\#(?=\d)/gu, `\\#${APART}`)
      .replaceAll(/\bGH-(?=\d)/giu, `$&${APART}`)
      // `:tada:` would become a picture.
      .replaceAll(/:(?=[a-z+_\\-]+:)/giu, `:${APART}`)
  );
}

/** A key of the format in words, and anything else as it is written. */
export function keyInWords(text: string | undefined): string {
  return md(spoken(oneLine(text ?? '')));
}

/** A day in words; '' where there is none. */
export function dayInWords(field: { readonly value?: Day | undefined } | undefined): string {
  return field?.value === undefined ? '' : formatFullDay(field.value);
}

/** What there is of some parts of a sentence. */
export function said(...parts: readonly string[]): string {
  return parts.filter(isSaid).join(' ');
}

/** True where there are words. */
export function isSaid(text: string): boolean {
  return text !== '';
}

/** What it is called, behind its id if it has one. */
export function named(id: string | undefined, name: string | undefined): string {
  return said(bold(id), md(name));
}

/** `Owner: Dana`, with what follows as Markdown; '' where nothing does. */
export function fact(label: string, said: string): string {
  return said === '' ? '' : `${label}: ${said}`;
}

/** A text of the plan with its paragraphs. */
export function paragraphs(text: string | undefined): string[] {
  return (text ?? '')
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/u)
    .map(md)
    .filter(one => one !== '');
}

/** Bold text; '' where there is none. */
export function bold(text: string | undefined): string {
  const said = md(text);
  return said === '' ? '' : `**${said}**`;
}

/** An address that a browser may go to, as a link that shows where it leads; any other text as text. */
export function address(text: string | undefined): string {
  const said = line(text);
  return /^https?:\/\/[\p{L}\p{N}][^\s<>\\`|]*$/iu.test(said) ? `<${said}>` : md(said);
}

/** Markdown as a list; undefined for an empty one. */
export function list(items: readonly string[]): string[] {
  const said = items.filter(item => item !== '');
  return said.length === 0 ? [] : [said.map(item => `- ${item}`).join('\n')];
}

/** Markdown as a table. A column in which no row says anything is left out; a table without rows is none. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const kept = head.map((_, i) => rows.some(row => (row[i] ?? '') !== ''));
  const written = (row: readonly string[]) => `| ${row.filter((_, i) => kept[i]).join(' | ')} |`;
  return [[written(head), written(head.map(() => '---')), ...rows.map(written)].join('\n')];
}
