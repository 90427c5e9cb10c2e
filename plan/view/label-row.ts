import type { Tier } from './types.ts';

/** Smallest width in pixels of a drawing in each tier. */
export type TierWidths = Readonly<Record<Tier, number>>;

/** What stands in a row: pixels `from`..`to` around the fraction `x`, seen from `tier` on. */
export interface Standing {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly tier: Tier;
}

const ORDER: Readonly<Record<Tier, number>> = { always: 0, mid: 1, wide: 2 };
const GAP = 6;

/** The tier from which both are seen. */
export function later(a: Tier, b: Tier): Tier {
  return ORDER[a] >= ORDER[b] ? a : b;
}

/**
 * A row of labels that never touch. It is enough to ask at the smallest width of the tier in which both are seen: as a drawing
 * grows, the distance between two places grows and the labels do not.
 */
export class LabelRow {
  private readonly standing: Standing[] = [];
  private readonly widths: TierWidths;
  private readonly margin: number;

  /** `margin`: pixels by which a label may stand out over either end. */
  constructor(widths: TierWidths, margin = 0) {
    this.widths = widths;
    this.margin = margin;
  }

  /** True when a label may stand there. */
  fits(label: Standing): boolean {
    const width = this.widths[label.tier];
    if (label.x * width + label.from < -this.margin) return false;
    if (label.x * width + label.to > width + this.margin) return false;
    return this.standing.every(other => !this.touches(label, other));
  }

  /** Puts something there without asking: a mark that labels have to make room for. */
  put(label: Standing): void {
    this.standing.push(label);
  }

  /** Puts the label there if it fits; tells whether it did. */
  place(label: Standing): boolean {
    if (!this.fits(label)) return false;
    this.put(label);
    return true;
  }

  /** Pixels that are free to the right of `from` pixels beside `x`, at the smallest width of the tier; negative when taken. */
  roomAfter(x: number, from: number, tier: Tier): number {
    let room = this.widths[tier] * (1 - x) - from + this.margin;
    for (const other of this.standing) {
      const width = this.widths[later(tier, other.tier)];
      const start = (other.x - x) * width + other.from - from - GAP;
      const end = (other.x - x) * width + other.to - from + GAP;
      if (end > 0) room = Math.min(room, start);
    }
    return room;
  }

  private touches(a: Standing, b: Standing): boolean {
    const width = this.widths[later(a.tier, b.tier)];
    return a.x * width + a.from < b.x * width + b.to + GAP && b.x * width + b.from < a.x * width + a.to + GAP;
  }
}
