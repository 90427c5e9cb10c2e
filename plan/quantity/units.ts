import type { Comparator } from './types.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** A Julian year, so that 12 months, 4 quarters and a year are one length. */
const YEAR = 365.25 * DAY;

/** A unit of time: its normal name, its length in seconds, its shortest sign, and its form for labels if that is not the word. */
export interface DurationUnit {
  readonly key: string;
  readonly seconds: number;
  readonly sign: string;
  readonly label?: string;
}

const UNITS: readonly (readonly [DurationUnit, string])[] = [
  [{ key: 'millisecond', seconds: 0.001, sign: 'ms', label: 'ms' }, 'ms msec msecs millisecond milliseconds'],
  [{ key: 'second', seconds: 1, sign: 's', label: 's' }, 's sec secs second seconds'],
  [{ key: 'minute', seconds: MINUTE, sign: 'min', label: 'min' }, 'm min mins minute minutes'],
  [{ key: 'hour', seconds: HOUR, sign: 'h' }, 'h hr hrs hour hours'],
  [{ key: 'day', seconds: DAY, sign: 'd' }, 'd day days'],
  [{ key: 'week', seconds: 7 * DAY, sign: 'wk' }, 'w wk wks week weeks'],
  [{ key: 'month', seconds: YEAR / 12, sign: 'mo' }, 'mo mos mth mths month months'],
  [{ key: 'quarter', seconds: YEAR / 4, sign: 'qtr' }, 'qtr qtrs quarter quarters'],
  [{ key: 'year', seconds: YEAR, sign: 'y' }, 'y yr yrs year years'],
];

/** Units of time by every way of writing them, lower case. */
export const DURATIONS: ReadonlyMap<string, DurationUnit> = new Map(
  UNITS.flatMap(([unit, words]) => words.split(' ').map(word => [word, unit] as const)),
);

/** Words before a unit of time that leave its length as it is: a business day is read as a day. */
export const DURATION_ADJECTIVES: ReadonlySet<string> = new Set(
  'business working work calendar full whole elapsed more fewer'.split(' '),
);

/** Rates written as one word. */
export const ADVERBS: ReadonlyMap<string, string> = new Map([
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['annually', 'year'],
  ['annual', 'year'],
  ['yearly', 'year'],
  ['pa', 'year'],
]);

/** Words that multiply, in any case, whatever stands after them. */
export const SCALE_WORDS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['tsd', 1e3],
  ['mn', 1e6],
  ['mio', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['billions', 1e9],
  ['mrd', 1e9],
  ['trillion', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
]);

/** Letters that multiply only beside a currency, where they cannot be metres or minutes. */
export const MONEY_SCALES: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['mm', 1e6],
  ['b', 1e9],
  ['t', 1e12],
]);

/** Currency signs. The yen sign is read as JPY and a bare dollar as USD. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['MX$', 'MXN'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₽', 'RUB'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['₦', 'NGN'],
]);

const CODES =
  'AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW MXN MYR NGN NOK NZD PEN PHP PLN QAR RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR';

/** ISO 4217 codes (as written in plans, upper case) and the words for the commonest currencies (lower case). */
export const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ...CODES.split(' ').map(code => [code, code] as const),
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['usd', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['eur', 'EUR'],
  ['pounds', 'GBP'],
  ['gbp', 'GBP'],
  ['yen', 'JPY'],
  ['rupees', 'INR'],
  ['francs', 'CHF'],
  ['zł', 'PLN'],
]);

/** Bounds written before the number, by their words joined with one space. */
export const BOUNDS_BEFORE: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ...phrases('<', '<|less than|fewer than|lower than|shorter than|under|below|sub|beneath'),
  ...phrases(
    '≤',
    '≤|at most|no more than|not more than|no greater than|no longer than|no higher than|not above|not over|not exceeding|up to|max|max of|maximum|maximum of|within',
  ),
  ...phrases('>', '>|more than|greater than|higher than|longer than|over|above|exceeding|beyond'),
  ...phrases(
    '≥',
    '≥|at least|no less than|not less than|no fewer than|not fewer than|no lower than|not below|not under|min|min of|minimum|minimum of',
  ),
]);

/** Bounds written after the unit. */
export const BOUNDS_AFTER: ReadonlyMap<string, Comparator> = new Map<string, Comparator>([
  ...phrases('≤', 'or less|or fewer|or lower|or below|or under|and below|and under|max|maximum|at most|tops'),
  ...phrases('≥', 'or more|or higher|or above|or over|or greater|and above|and up|and over|plus|min|minimum|at least'),
]);

/** The words that they begin with: nearly every other word is told by that. */
export const FIRST_OF_BOUNDS: ReadonlySet<string> = new Set(
  [...BOUNDS_AFTER.keys()].map(phrase => phrase.split(' ')[0] ?? ''),
);

/** Words and signs for "about". */
export const APPROXIMATE: ReadonlySet<string> = new Set(
  '~ ≈ ± about approx approximately around circa ca roughly nearly almost some est estimated'.split(' '),
);

const MONTHS = 'jan feb mar apr may jun jul aug sep sept oct nov dec';
const LONG_MONTHS = 'january february march april june july august september october november december';

/** Names of months: a number beside one is a date. */
export const MONTH_WORDS: ReadonlySet<string> = new Set(`${MONTHS} ${LONG_MONTHS}`.split(' '));

/** Words before a number that make it a name and no amount: phase 2, week 3. */
export const NAMING_WORDS: ReadonlySet<string> = new Set(
  'phase step stage version release sprint wave option item chapter section figure day week month quarter year fy iso number no'.split(
    ' ',
  ),
);

/** Words before a bare four-digit number that make it a year. */
export const YEAR_WORDS: ReadonlySet<string> = new Set(
  'by in since until till before after during for of fy end q1 q2 q3 q4 h1 h2 summer winter spring autumn fall'.split(
    ' ',
  ),
);

/** Words that end a counted unit and are never a label before a number. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an the of in on at to by for from with within without per each every and or as is are was were be than then that this which who when while since until after before during now today currently out over under above below versus vs via into not yet only just total overall around about up down between reached achieved measured reported'.split(
    ' ',
  ),
);

/** Numbers in words, for the few places where people write them so: `two hours`, `half a day`. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['half', 0.5],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['twenty', 20],
  ['thirty', 30],
]);

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['persons', 'person'],
  ['ppl', 'person'],
  ['t', 'tonne'],
  ['l', 'litre'],
  ['liter', 'litre'],
  ['liters', 'litre'],
  ['pc', 'piece'],
  ['pcs', 'piece'],
  ['pts', 'point'],
  ['pt', 'point'],
  ['indices', 'index'],
  ['analyses', 'analysis'],
  ['series', 'series'],
  ['status', 'status'],
]);

/** A counted noun's normal form: lower case, singular by the regular English rules. Abbreviations in capitals keep their last S. */
export function singular(word: string): string {
  const lower = word.toLowerCase();
  const known = IRREGULAR.get(lower);
  if (known !== undefined) return known;
  if (lower.length < 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(lower)) return lower;
  // nps, sms: an abbreviation that somebody wrote small.
  if (word === lower && !/[aeiouy]/.test(word)) return lower;
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes|zes)$/.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
}

/** A counted noun's plural by the regular rules, for a unit that was written in the singular. */
export function plural(word: string): string {
  if (word === 'person') return 'people';
  if (word !== word.toLowerCase() || word.endsWith('s')) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:ch|sh|x|z)$/.test(word)) return `${word}es`;
  return `${word}s`;
}

function phrases(comparator: Comparator, words: string): readonly (readonly [string, Comparator])[] {
  return words.split('|').map(phrase => [phrase, comparator] as const);
}
