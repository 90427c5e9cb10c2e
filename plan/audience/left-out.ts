import type { Node } from '../syntax/tree.ts';
import type { Entry } from './entries.ts';
import type { Withheld } from './withheld.ts';
import { NEVER_SHOWN } from './withheld-paths.ts';

/** What an audience does not get of a plan, in words, one line each. */
export interface LeftOut {
  readonly gone: readonly string[];
  /** Places where the plan still says what a field says that is gone: nobody can know whether that is meant. */
  readonly stays: readonly string[];
}

/** Where nobody is kept from anything. */
export const NOTHING_LEFT_OUT: LeftOut = { gone: [], stays: [] };

/** What was taken out, one line a kind. Empty where nothing was. */
export function goneOf(withheld: readonly Withheld[], comments: number): string[] {
  const times = new Map<string | undefined, number>();
  for (const { because } of withheld) times.set(because, (times.get(because) ?? 0) + 1);
  const lines: string[] = [];
  const { internal, value, strategy, expansion, engagement } = NEVER_SHOWN;
  const take = (path: string, words: string) => {
    if (times.delete(path)) lines.push(words);
  };
  take(internal, 'The section “internal”');
  take(value, 'The value of the contract');
  take(strategy, 'The strategy for the renewal');
  take(expansion, 'Plans for expansion');
  const people = engagement.reduce((sum, path) => sum + (times.get(path) ?? 0), 0);
  for (const path of engagement) times.delete(path);
  if (people > 0) lines.push(people === 1 ? 'One person’s engagement' : `${people} people’s engagement`);
  const borrowed = times.get(undefined) ?? 0;
  times.delete(undefined);
  for (const [path, count] of times)
    lines.push(`${path}${count > 1 ? `, ${count} times` : ''} (redacted by the configuration)`);
  if (borrowed > 0)
    lines.push(borrowed === 1 ? 'One alias of what is left out' : `${borrowed} aliases of what is left out`);
  if (comments > 0) lines.push(comments === 1 ? 'One comment' : `${comments} comments`);
  return lines;
}

/** Shorter texts stand in other words by chance. */
const TELLING = 4;
/** As many as somebody reads before an export. */
const MOST = 5;

/** Where the plan still says the very text of a field that is withheld. */
export function stillSaid(
  withheld: readonly { readonly path: string; readonly text: string }[],
  kept: readonly { readonly path: string; readonly text: string }[],
): string[] {
  const lines = new Set<string>();
  for (const { path, text } of withheld) {
    const where = kept.find(other => saysAlone(other.text, text))?.path;
    if (where !== undefined) lines.add(`“${shortened(text)}” (${path}) is also said in ${where}`);
    if (lines.size === MOST) break;
  }
  return [...lines];
}

/** The texts of an entry that are worth looking for elsewhere. Engagement and notes of any shape hold everyday words. */
export function tellingTexts(
  { entry, because }: Withheld,
  inside: ReadonlyMap<Node, readonly Entry[]>,
): { readonly path: string; readonly text: string }[] {
  if (because === undefined || because === NEVER_SHOWN.internal || because.endsWith('.engagement')) return [];
  return textsBelow(entry, inside).filter(({ text }) => text.length >= TELLING && /[\p{L}\p{N}]/u.test(text));
}

/** Every single value at an entry and below it, with its path. */
export function textsBelow(
  entry: Entry,
  inside: ReadonlyMap<Node, readonly Entry[]>,
): { readonly path: string; readonly text: string }[] {
  const { value, path } = entry;
  if (value.kind === 'scalar') return [{ path, text: value.text.trim() }];
  return (inside.get(value) ?? []).flatMap(one => textsBelow(one, inside));
}

/** True if a text has another in it that is not merely a part of a longer word or number. */
function saysAlone(text: string, other: string): boolean {
  for (let at = text.indexOf(other); at >= 0; at = text.indexOf(other, at + 1)) {
    const [before, behind] = [
      text.slice(Math.max(0, at - 1), at),
      text.slice(at + other.length, at + other.length + 1),
    ];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(behind)) return true;
  }
  return false;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
