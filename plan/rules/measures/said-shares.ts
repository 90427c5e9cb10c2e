import type { FoundQuantity, Quantity } from '../../quantity/index.ts';

/** A change that a sentence tells as a part of what is: `30% less`, `by half`, `double`. */
export interface SaidShare {
  readonly start: number;
  readonly end: number;
  /** The change in parts of the start: 0.5 for half as much and for half as much again. */
  readonly share: number;
  /** How far from it a change may be. */
  readonly room: number;
  /** The figure, where one is written: it may be a bound. */
  readonly bound?: Quantity;
  /** +1 for more, −1 for less; undefined where only a verb could tell. */
  readonly direction: 1 | -1 | undefined;
  /** What stands behind it and says of what: “fewer wrong deliveries”. */
  readonly subject: string;
}

const SIDES = [
  [/^\s+(?:less|fewer|lower|shorter)\b/i, -1],
  [/^\s+(?:more|higher)\b/i, 1],
] as const;

const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:a |one )?half$/i, 0.5],
  [/^(?:a|one)[ -]third$/i, 1 / 3],
  [/^two[ -]thirds$/i, 2 / 3],
  [/^(?:a|one)[ -]quarter$/i, 0.25],
  [/^three[ -]quarters$/i, 0.75],
];
const BY_PART =
  /\b(?:by|in) ((?:a |one )?half|(?:a|one)[ -]third|two[ -]thirds|(?:a|one)[ -]quarter|three[ -]quarters)\b(?! (?:of|an?|days?|hours?|years?)\b|-)/gi;

/** Only as the verb that a description begins with: “double entry” and “triple checks” are things, and halving is never one. */
const VERB =
  /^\s*(halve(?=\s+\p{L})|(?:double|triple)(?=\s+(?:the|our|their|its|how|number|share|rate|use|monthly|weekly|daily|active)\b))/iu;
const VERBS: Readonly<Record<string, readonly [share: number, room: number, direction: 1 | -1]>> = {
  halve: [0.5, 0.1, -1],
  double: [1, 0.25, 1],
  triple: [2, 0.5, 1],
};

/** A rough part: four tenths are not half, and 45% are. */
const ROOM = 0.1;

/** The parts by which a sentence says that something changes. `quantities` are those of the sentence. Never throws. */
export function saidShares(text: string, quantities: readonly FoundQuantity[]): readonly SaidShare[] {
  const found: SaidShare[] = [];
  for (const { quantity, start, end } of quantities) {
    if (quantity.dimension !== 'ratio' || quantity.of || quantity.range || quantity.unitKey !== 'percent') continue;
    const behind = text.slice(end, end + REACH);
    for (const [pattern, direction] of SIDES) {
      const side = pattern.exec(behind)?.[0];
      if (side === undefined) continue;
      const room = quantity.approximate ? ROOM : 0.05;
      const subject = subjectOf(behind.slice(side.length));
      found.push({
        start,
        end: end + side.length,
        share: Math.abs(quantity.value),
        room,
        direction,
        subject,
        bound: quantity,
      });
    }
  }
  for (const match of text.slice(0, LONGEST).matchAll(BY_PART)) {
    const share = PARTS.find(([pattern]) => pattern.test(match[1] ?? ''))?.[1];
    if (share !== undefined)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        share,
        room: ROOM,
        direction: undefined,
        subject: text.slice(Math.max(0, match.index - REACH), match.index),
      });
  }
  const verb = VERB.exec(text.slice(0, LONGEST));
  const [share, room, direction] = VERBS[verb?.[1]?.toLowerCase() ?? ''] ?? [];
  if (verb?.[1] && share !== undefined && room !== undefined) {
    const start = verb[0].length - verb[0].trimStart().length;
    const end = start + verb[1].length;
    found.push({ start, end, share, room, direction, subject: subjectOf(text.slice(end, end + REACH)) });
  }
  return found;
}

const REACH = 60;
const LONGEST = 2000;

/** Up to where something else begins. */
function subjectOf(behind: string): string {
  return behind.split(/[.;:,]|\b(?:by|and|while|with|without|than|when|before|after)\b/i)[0] ?? '';
}
