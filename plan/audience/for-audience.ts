import type { Phrase } from '../phrase.ts';
import { blanked } from '../syntax/blank.ts';
import { commentsOf } from '../syntax/comments.ts';
import { parse } from '../syntax/parse.ts';
import { firstTorn, type Torn } from '../syntax/torn.ts';
import type { Source } from '../syntax/tree.ts';
import type { Audience } from './audience.ts';
import { entriesOf } from './entries.ts';
import { goneOf, type LeftOut, NOTHING_LEFT_OUT, stillSaid, tellingTexts, textsBelow } from './left-out.ts';
import { type Withheld, withheldOf } from './withheld.ts';
import { withheldKeys, withheldPaths } from './withheld-paths.ts';

/** A plan's text for somebody. */
export type AudienceText =
  | {
      readonly type: 'text';
      /** What stays has its offsets of the whole text. */
      readonly text: string;
      /** Nothing for the internal audience. */
      readonly leftOut: LeftOut;
    }
  | {
      /** YAML cannot read it, so nobody knows what is in it: it is for nobody else. */
      readonly type: 'unreadable';
      readonly at: number;
      readonly cause: string;
    };

/**
 * What of a plan's text is for somebody. For a customer, everything is taken out of the text itself that they must not see, before anything is
 * read of it: what is drawn, counted or written from it cannot tell. `redact` are the paths that the configuration withholds. Never throws.
 */
export function forAudience(text: string, audience: Audience, redact: readonly string[] = []): AudienceText {
  if (audience === 'internal') return { type: 'text', text, leftOut: NOTHING_LEFT_OUT };
  const source = parse(text);
  const torn = firstTorn(source);
  if (torn) return { type: 'unreadable', ...torn };
  const withheld = allWithheld(source, redact);
  const spans = withheld.map(({ entry: { start, end } }) => ({ start, end }));
  const goes = (offset: number) => spans.some(span => span.start <= offset && offset < span.end);
  const { text: left, comments } = blanked(text, goes);
  const rest = parse(left);
  // Nothing rests on the eraser alone: what it left is read as whatever is drawn from it will be.
  const failed = firstTorn(rest) ?? unexpected(left, rest, redact);
  if (failed) return { type: 'unreadable', ...failed };
  const leftOut = { gone: goneOf(withheld, comments), stays: echoes(source, rest, withheld) };
  return { type: 'text', text: left, leftOut };
}

function allWithheld({ documents }: Source, redact: readonly string[]): Withheld[] {
  const paths = withheldPaths(redact);
  const keys = withheldKeys(redact);
  return documents.flatMap(document => withheldOf(document, paths, keys));
}

/** What should not be in a text that was made for a customer. */
function unexpected(text: string, source: Source, redact: readonly string[]): Torn | undefined {
  const comment = commentsOf(source).find(({ start, end }) => /[^\s#]/.test(text.slice(start, end)));
  const at = comment?.start ?? allWithheld(source, redact)[0]?.entry.start;
  return at === undefined
    ? undefined
    : { at, cause: 'What a customer must not see cannot be taken out here: write this more simply.' };
}

function echoes(whole: Source, rest: Source, withheld: readonly Withheld[]): Phrase[] {
  const inside = new Map(whole.documents.flatMap(document => [...entriesOf(document).inside]));
  const gone = withheld.flatMap(one => tellingTexts(one, inside));
  if (gone.length === 0) return [];
  const kept = rest.documents.flatMap(document => {
    const entries = entriesOf(document);
    return entries.sections.flatMap(section => textsBelow(section, entries.inside));
  });
  return stillSaid(gone, kept);
}
