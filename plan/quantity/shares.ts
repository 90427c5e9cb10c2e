import type { Token } from './lex.ts';

/** A per cent, per mille, percentage points or basis points: what one is worth, and how to write it. */
export interface Share {
  readonly factor: number;
  readonly unit: string;
  readonly key: string;
  readonly after: string;
  readonly next: number;
}

/** The share sign or word at `at`. */
export function readShare(tokens: readonly Token[], at: number): Share | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0;
  const second = tokens[at + 1 + hyphen]?.lower ?? '';
  const points = second === 'point' || second === 'points' || second === 'pts';
  if (token.text === '‰') return { factor: 0.001, unit: '‰', key: 'permille', after: '‰', next: at + 1 };
  if (
    token.text === '%' ||
    token.lower === 'percent' ||
    token.lower === 'pct' ||
    (token.lower === 'percentage' && points)
  ) {
    if (points)
      return {
        factor: 0.01,
        unit: `${token.text} ${second}`,
        key: 'percentage point',
        after: ' pp',
        next: at + 2 + hyphen,
      };
    return { factor: 0.01, unit: token.text, key: 'percent', after: '%', next: at + 1 };
  }
  if (token.lower === 'per' && second === 'cent')
    return { factor: 0.01, unit: 'per cent', key: 'percent', after: '%', next: at + 2 };
  if (token.lower === 'pp' || token.lower === 'ppt' || token.lower === 'ppts') {
    return { factor: 0.01, unit: token.text, key: 'percentage point', after: ' pp', next: at + 1 };
  }
  if (token.lower === 'bps' || token.lower === 'bp')
    return { factor: 0.0001, unit: token.text, key: 'basis point', after: ' bps', next: at + 1 };
  if (token.lower === 'basis' && points)
    return { factor: 0.0001, unit: `basis ${second}`, key: 'basis point', after: ' bps', next: at + 2 };
  return undefined;
}

/** Index after the multiple at `at`: the x of `2.5x`, the -fold of `10-fold`. */
export function readTimes(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.lower === 'x' || token.text === '×') return tokens[at + 1]?.kind === 'number' ? undefined : at + 1;
  if (token.text === '-' && tokens[at + 1]?.lower === 'fold') return at + 2;
  if (token.lower === 'fold') return at + 1;
  return undefined;
}
