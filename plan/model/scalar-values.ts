import { type Day, parseDay } from '../day.ts';
import { type QuantityReading, readQuantity } from '../quantity/index.ts';
import type { Scalar } from '../syntax/tree.ts';

/* What a scalar says, by the kind of field. Made once: fields are read by the hundred in every plan. */

/** What is written, whatever it means. */
export function written(scalar: Scalar): string {
  return scalar.text;
}

/** The text; undefined for nothing. */
export function textOf(scalar: Scalar): string | undefined {
  return scalar.value === null ? undefined : scalar.text;
}

/** The day; undefined for anything else. */
export function dayOf(scalar: Scalar): Day | undefined {
  return parseDay(scalar.text.trim());
}

/** Numbers keep the digits that were typed; quoted text and words stay text. */
export function quantityOf({ value, style, text }: Scalar): QuantityReading {
  return readQuantity(value === null && style !== 'single' && style !== 'double' ? null : text);
}

/** `true`, `false`, `yes` or `no`; undefined for anything else. */
export function flagOf({ value, text }: Scalar): boolean | undefined {
  return typeof value === 'boolean' ? value : YES_NO[text.toLowerCase()];
}

/** The number; undefined for anything else. */
export function countOf({ value }: Scalar): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The one of some words that a text is; undefined where it is none. */
export function wordOf<T extends string>(text: string, values: readonly T[]): T | undefined {
  for (const value of values) if (value === text) return value;
  return undefined;
}

const YES_NO: Readonly<Record<string, boolean>> = { yes: true, no: false };
