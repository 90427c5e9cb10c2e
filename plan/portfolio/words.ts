import { count, enumerate } from '../words.ts';
import type { Attention, PlanHealth } from './types.ts';

/** States of health in the panel's words, and one more for plans that cannot be read; the worst first. */
export const HEALTH: Readonly<Record<PlanHealth, string>> = {
  off_track: 'Off track',
  at_risk: 'At risk',
  unreadable: 'Cannot read',
  unknown: 'Unknown',
  not_started: 'Not started',
  on_track: 'On track',
  achieved: 'Achieved',
};

/** All states of health, the worst first. */
export const HEALTHS: readonly PlanHealth[] = [
  'off_track',
  'at_risk',
  'unreadable',
  'unknown',
  'not_started',
  'on_track',
  'achieved',
];

/** What asks for somebody, the most urgent first, with what is in each group. */
export const ATTENTION: Readonly<Record<Attention, { readonly label: string; readonly note: string }>> = {
  act: { label: 'Act now', note: 'off track, or at risk within 90 days of the renewal' },
  watch: { label: 'Watch', note: 'behind, late, not measured, not readable or not begun' },
  fine: { label: 'On course', note: 'nothing late' },
};

/** The most urgent first. */
export const ATTENTIONS: readonly Attention[] = ['act', 'watch', 'fine'];

/** So many days are looked ahead, and so near is a renewal that counts. */
export const AHEAD = 90;

const SIGNS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  INR: '₹',
  KRW: '₩',
  AUD: 'A$',
  CAD: 'CA$',
  NZD: 'NZ$',
  HKD: 'HK$',
  SGD: 'S$',
  BRL: 'R$',
  MXN: 'MX$',
};

const STEPS: readonly (readonly [from: number, letter: string])[] = [
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** A sum in few letters: `$220k`, `€1.25M`, `CHF 72k`, `$950`. Three figures at most from a thousand on. */
export function shortMoney(amount: number, currency: string): string {
  const size = Math.abs(amount);
  const step = STEPS.find(([from]) => Number((size / from).toPrecision(3)) >= 1);
  const figures = step ? `${Number((size / step[0]).toPrecision(3))}${step[1]}` : String(Math.round(size));
  const sign = SIGNS[currency] ?? `${currency} `;
  return `${amount < 0 ? '−' : ''}${sign}${figures}`;
}

/** `$690k and €40k`; '' for no sums. */
export function sumsInWords(sums: readonly { readonly amount: number; readonly currency: string }[]): string {
  return enumerate(sums.map(({ amount, currency }) => shortMoney(amount, currency)));
}

/** `4 plans`. */
export function plansInWords(number: number): string {
  return count(number, 'plan');
}
