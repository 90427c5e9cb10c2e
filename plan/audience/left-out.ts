import { english, type Phrase, phrase } from '../phrase.ts';
import type { Node } from '../syntax/tree.ts';
import type { Entry } from './entries.ts';
import type { Withheld } from './withheld.ts';
import { NEVER_SHOWN } from './withheld-paths.ts';

/** What an audience does not get of a plan, one line each: as phrases, or in somebody's language. */
export interface LeftOut<Words = Phrase> {
  readonly gone: readonly Words[];
  /** Places where the plan still says what a field says that is gone: nobody can know whether that is meant. */
  readonly stays: readonly Words[];
}

/** Where nobody is kept from anything. */
export const NOTHING_LEFT_OUT: LeftOut<never> = { gone: [], stays: [] };

/** The same in somebody's language. */
export function leftOutIn({ gone, stays }: LeftOut, say: (phrase: Phrase) => string): LeftOut<string> {
  return { gone: gone.map(say), stays: stays.map(say) };
}

/** What was taken out, one line a kind. Empty where nothing was. */
export function goneOf(withheld: readonly Withheld[], comments: number): Phrase[] {
  const times = new Map<string | undefined, number>();
  for (const { because } of withheld) times.set(because, (times.get(because) ?? 0) + 1);
  const lines: Phrase[] = [];
  const { internal, value, strategy, expansion, engagement } = NEVER_SHOWN;
  const take = (path: string, words: Phrase) => {
    if (times.delete(path)) lines.push(words);
  };
  take(internal, phrase('The section “internal”'));
  take(value, phrase('The value of the contract'));
  take(strategy, phrase('The strategy for the renewal'));
  take(expansion, phrase('Plans for expansion'));
  const people = engagement.reduce((sum, path) => sum + (times.get(path) ?? 0), 0);
  for (const path of engagement) times.delete(path);
  if (people > 0)
    lines.push(people === 1 ? phrase('One person’s engagement') : phrase('{0} people’s engagement', people));
  const borrowed = times.get(undefined) ?? 0;
  times.delete(undefined);
  for (const [path, count] of times)
    if (path !== undefined)
      lines.push(
        count === 1
          ? phrase('{0} (redacted by the configuration)', path)
          : phrase('{0}, {1} times (redacted by the configuration)', path, count),
      );
  if (borrowed > 0)
    lines.push(
      borrowed === 1 ? phrase('One alias of what is left out') : phrase('{0} aliases of what is left out', borrowed),
    );
  if (comments > 0) lines.push(comments === 1 ? phrase('One comment') : phrase('{0} comments', comments));
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
): Phrase[] {
  const lines = new Map<string, Phrase>();
  for (const { path, text } of withheld) {
    const where = kept.find(other => saysAlone(other.text, text))?.path;
    if (where !== undefined) {
      const line = phrase('“{0}” ({1}) is also said in {2}', shortened(text), path, where);
      lines.set(english(line), line);
    }
    if (lines.size === MOST) break;
  }
  return [...lines.values()];
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
