import type { Token } from './lex.ts';
import { isUnitWord } from './nouns.ts';
import { CURRENCY_SIGNS, CURRENCY_WORDS, DURATIONS, MONEY_SCALES, SCALE_WORDS } from './units.ts';

/* Currencies, and the thousands and millions that are mostly said of money. */

/** True for a currency sign, an ISO code in capitals, or a currency's name. */
export function isCurrency(token: Token): boolean {
  return token.kind === 'sign' ? CURRENCY_SIGNS.has(token.text) : CURRENCY_WORDS.has(token.text);
}

/** What multiplies a number, and the currency that it is an amount of, if it is one. */
interface Amount {
  readonly factor: number;
  readonly currency: string | undefined;
  /** The currency as written, without blanks. */
  readonly paid: string;
  /** Scale and currency behind the number, as written. */
  readonly after: string;
  /** Index of the first token after both. */
  readonly next: number;
}

/** Reads scale and currency from `at`, right behind a number; `lead` has the currency before it. */
export function readAmount(
  tokens: readonly Token[],
  at: number,
  lead: { readonly currency: string | undefined; readonly before: string },
): Amount {
  const scale = readScale(tokens, at, lead.currency !== undefined);
  let next = scale?.next ?? at;
  let currency = lead.currency ?? scale?.currency;
  let after = scale?.after ?? '';
  let paid = lead.before.trim() || (scale?.currency ?? '');
  const trailing = tokens[next];
  if (currency === undefined && trailing && isCurrency(trailing)) {
    currency =
      CURRENCY_SIGNS.get(trailing.text) ?? CURRENCY_WORDS.get(trailing.text) ?? CURRENCY_WORDS.get(trailing.lower);
    after += trailing.spaced || trailing.kind === 'word' ? ` ${trailing.text}` : trailing.text;
    paid = trailing.text;
    next += 1;
  } else if (
    lead.currency !== undefined &&
    trailing?.kind === 'word' &&
    CURRENCY_WORDS.get(trailing.text) !== undefined
  ) {
    // $40k USD, and $40k CAD: the code is the better witness.
    currency = CURRENCY_WORDS.get(trailing.text);
    after += ` ${trailing.text}`;
    next += 1;
  }
  return { factor: scale?.factor ?? 1, currency, paid, after, next };
}

/** The word or letter behind a number that multiplies it, `k`, `Mio.`; with `money` one that does so where an amount is meant. */
function readScale(
  tokens: readonly Token[],
  at: number,
  money: boolean,
): { factor: number; after: string; next: number; currency: string | undefined } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const after = token.spaced ? ` ${token.text}` : token.text;
  const next = at + 1;
  const plain = SCALE_WORDS.get(token.lower);
  const following = tokens[next];
  if (plain !== undefined) {
    // 2,4 Mio. €
    const paid = tokens[next + 1];
    const stops = following?.text === '.' && ABBREVIATED.has(token.lower) && paid !== undefined && isCurrency(paid);
    return { factor: plain, after: stops ? `${after}.` : after, next: stops ? next + 1 : next, currency: undefined };
  }
  const paid = money || (following !== undefined && isCurrency(following) && !following.spaced) || isCode(following);
  const letter = MONEY_SCALES.get(token.lower);
  if (letter !== undefined) {
    // 180 T€ are thousands, as Tsd. € are; $2T are trillions.
    if (letter === 1e12 && paid && !money) return { factor: 1e3, after, next, currency: undefined };
    if (paid || token.text === 'M' || (token.text === 'B' && !token.spaced))
      return { factor: letter, after, next, currency: undefined };
    // 5m users: nobody counts users in minutes.
    if (
      token.lower === 'm' &&
      !token.spaced &&
      following?.kind === 'word' &&
      isUnitWord(following) &&
      following.lower.endsWith('s')
    ) {
      return DURATIONS.has(following.lower) ? undefined : { factor: letter, after, next, currency: undefined };
    }
  }
  // 40kUSD
  const code = CURRENCY_WORDS.get(token.text.slice(1));
  const head = token.lower.charAt(0);
  const glued = head === 'k' || head === 't' ? 1e3 : MONEY_SCALES.get(head);
  if (code === undefined || token.text.length !== 4 || glued === undefined) return undefined;
  return { factor: glued, after: `${token.text.charAt(0)} ${token.text.slice(1)}`, next, currency: code };
}

function isCode(token: Token | undefined): boolean {
  return token?.kind === 'word' && CURRENCY_WORDS.has(token.text) && token.text === token.text.toUpperCase();
}

const ABBREVIATED: ReadonlySet<string> = new Set(['mio', 'mrd', 'tsd']);

/** Currencies whose amounts nobody writes with a dot and three decimals. */
const DOTTED: ReadonlySet<string> = new Set(
  'ARS BRL CLP COP CZK DKK EUR IDR ISK NOK PLN RON RSD SEK TRY VND'.split(' '),
);
const GROUPED = /^[1-9]\d{0,2}\.\d{3}$/;

/** `€180.000` is as much as `€180,000`; only a price for one of something (`€1.799 per litre`) may have three decimals. */
export function isGroupedByDot(
  number: Token | undefined,
  currency: string,
  tokens: readonly Token[],
  behind: number,
): boolean {
  if (!number || !DOTTED.has(currency) || !GROUPED.test(number.text)) return false;
  const isEach = EACH.has(tokens[behind]?.lower ?? '') && !DURATIONS.has(tokens[behind + 1]?.lower ?? '');
  return number.value >= 10 || !isEach;
}

const EACH: ReadonlySet<string> = new Set(['per', '/', 'a', 'each']);
