/**
 * What kind of thing is counted. `count` has a named unit (tickets, NPS, points); `number` has none, or is a
 * multiple (`2.5x`).
 */
export type Dimension = 'number' | 'count' | 'ratio' | 'money' | 'duration';

/** How a bound was written, whatever the words: `at least` is `≥`, `under` is `<`. */
export type Comparator = '<' | '≤' | '>' | '≥';

/** How to write another value the way this one was written: `before` + number + `after`, then the unit. */
export interface QuantityStyle {
  /** Base units in one displayed unit: 3600 for hours, 0.01 for per cent, 1000 for `$40k`. */
  readonly factor: number;
  /** Digits after the decimal sign, as written. */
  readonly decimals: number;
  /** What stands before the number: `$`, `USD `, `NPS `. */
  readonly before: string;
  /** What stands after the number and before the unit: `k`, ` million`, `%`, ` €`. */
  readonly after: string;
  /** True for `1h 30m`: hours and minutes side by side. */
  readonly compound: boolean;
}

/** One quantity as a person wrote it. Values are in the base unit: 1 for numbers and counts, 1 = 100 % for ratios, one currency unit for money, the second for durations. */
export interface Quantity {
  readonly value: number;
  readonly dimension: Dimension;
  /** The unit as written (`hours`, `%`, `$`, `active users`), or an empty text. */
  readonly unit: string;
  /** The unit normalised: `hour`, `percent`, the ISO currency code, the singular of a counted unit, `x` for multiples, or an empty text. */
  readonly unitKey: string;
  /** What the value is for each of, normalised singular: `report`, `week`. */
  readonly per?: string;
  /** ISO 4217 code of a money quantity. */
  readonly currency?: string;
  /** The two figures of `8 of 25`. The value is then part / whole. */
  readonly of?: { readonly part: number; readonly whole: number };
  /** The percentage written beside an `a of b`, 32 for `8 of 25 (32%)`. */
  readonly statedPercent?: number;
  /** Digits after the decimal sign of `statedPercent`: how closely it may be held to account. */
  readonly statedDecimals?: number;
  /** Both ends, in the base unit, when a range was written; the value is their midpoint. */
  readonly range?: { readonly low: number; readonly high: number };
  readonly comparator?: Comparator;
  /** True for `~4 hours`, `about 4 hours`. */
  readonly approximate?: true;
  /** The sign that was written, as in a change: `+12`. The value carries it already. */
  readonly sign?: '+' | '-';
  readonly style: QuantityStyle;
  /** The text that was read, unaltered. */
  readonly written: string;
}

/** The outcome of reading: a quantity, a word that says nobody measured yet, or text without a number. */
export type QuantityReading =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'not-measured'; readonly written: string }
  | { readonly kind: 'not-measurable'; readonly written: string };
