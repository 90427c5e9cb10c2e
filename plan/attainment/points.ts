import { count } from '../words.ts';

/** Behind by more points than this, an outcome is at risk. */
export const BEHIND_AT_RISK = 15;
/** Behind by more points than this, an outcome is off track. */
export const BEHIND_OFF_TRACK = 30;

/** Expected less attained, in points of 100; undefined if either is not known. Negative means ahead. */
export function pointsBehind(facts: {
  readonly attainment?: number | undefined;
  readonly expected?: number | undefined;
}): number | undefined {
  if (facts.attainment === undefined || facts.expected === undefined) return undefined;
  // The noise of binary fractions must not put an outcome of exactly 15 points on the far side of the line.
  return Number(((facts.expected - facts.attainment) * 100).toPrecision(MOST_DIGITS));
}

const MOST_DIGITS = 12;

/**
 * `24 points behind`: whole points, but with as many decimals as it takes to stand on the same side of each limit as the number itself does: 30.4 of
 * more than 30, 15.01 of more than 15. `limits` are those of who asks, beside the two that health goes by.
 */
export function toldBehind(points: number, ...limits: readonly number[]): string {
  return `${count(rounded(points, [BEHIND_AT_RISK, BEHIND_OFF_TRACK, ...limits]), 'point')} behind`;
}

function rounded(points: number, limits: readonly number[]): number {
  for (let decimals = 0; decimals < MOST_DIGITS; decimals++) {
    const told = Number(points.toFixed(decimals));
    if (limits.every(limit => Math.sign(told - limit) === Math.sign(points - limit))) return told;
  }
  return points;
}
