import type { Token } from './lex.ts';
import { readDurationUnit } from './times.ts';
import { APPROXIMATE, BOUNDS_BEFORE, NUMBER_WORDS } from './units.ts';

/**
 * Number words turned into numbers, only where a unit of time or "percent" follows (`two hours`, `half a day`), and
 * "an hour" only as the whole value: elsewhere "one" and "a" are grammar.
 */
export function spellOut(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const named = token.kind === 'word' ? NUMBER_WORDS.get(token.lower) : undefined;
    let value = named;
    if (value === undefined && (token.lower === 'a' || token.lower === 'an') && isOpening(out)) value = 1;
    const following = tokens[at + 1]?.lower;
    const article = token.lower === 'half' && (following === 'a' || following === 'an') ? 1 : 0;
    const unitAt = tokens[at + 1 + article]?.text === '-' ? at + 2 + article : at + 1 + article;
    const unit = value === undefined ? undefined : readDurationUnit(tokens, unitAt);
    const percent = tokens[at + 1]?.lower === 'percent' || (following === 'per' && tokens[at + 2]?.lower === 'cent');
    // A word for a number may stand alone; an “A” that does is a grade.
    const isAlone = named !== undefined && isOpening(out) && at === tokens.length - 1;
    if (value !== undefined && (unit || percent || isAlone)) {
      const text = String(value);
      const decimals = value === 0.5 ? 1 : 0;
      out.push({ ...token, kind: 'number', text, lower: text, value, decimals });
      at = unitAt - 1;
    } else out.push(token);
  }
  return out;
}

function isOpening(before: readonly Token[]): boolean {
  return before.every(
    token =>
      APPROXIMATE.has(token.lower) ||
      token.lower === 'under' ||
      token.lower === 'within' ||
      BOUNDS_BEFORE.has(token.lower),
  );
}
