/** A mark that wants one of its labels beside it. */
export interface Asked {
  /** Pixels. */
  readonly x: number;
  /** The best first. */
  readonly labels: readonly { readonly text: string; readonly width: number }[];
}

/** Where a label stands. */
export interface PlacedLabel {
  readonly row: number;
  readonly label: string;
  /** The label ends at the mark instead of beginning there. */
  readonly left: boolean;
}

/** Half a mark and the space to its label; the space between neighbours. */
const BEFORE = 10;
const GAP = 8;

/**
 * Places marks with labels in rows so that nothing touches, in as few rows as can be, `rows` at most: long labels where there is room, else
 * short ones, on the left of a mark at the end. Undefined where they do not fit. Marks come in the order of their x.
 */
export function placeInRows(
  asked: readonly Asked[],
  rows: number,
  width: number,
): { readonly places: readonly PlacedLabel[]; readonly rows: number } | undefined {
  const most = Math.max(0, ...asked.map(({ labels }) => labels.length));
  // Few rows are worth more than long names, and long names in all of a strip more than in some of it.
  for (let count = 1; count <= rows; count++) {
    for (let from = 0; from < most; from++) {
      const places = place(asked, from, count, width);
      if (places !== undefined) return { places, rows: count };
    }
  }
  return undefined;
}

function place(asked: readonly Asked[], from: number, rows: number, width: number): PlacedLabel[] | undefined {
  const ends = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  const places: PlacedLabel[] = [];
  for (const { x, labels } of asked) {
    const found = firstThatFits(x, labels.slice(Math.min(from, labels.length - 1)), ends, width);
    if (found === undefined) return undefined;
    ends[found.row] = found.end;
    places.push({ row: found.row, label: found.label, left: found.left });
  }
  return places;
}

function firstThatFits(x: number, labels: Asked['labels'], ends: readonly number[], width: number) {
  for (const { text, width: length } of labels) {
    for (const left of [false, true]) {
      const start = left ? x - BEFORE - length : x - BEFORE;
      const end = left ? x + BEFORE : x + BEFORE + length;
      if (start < -BEFORE || end > width + (left ? BEFORE : 0)) continue;
      const row = ends.findIndex(taken => taken + GAP <= start);
      if (row >= 0) return { row, label: text, left, end };
    }
  }
  return undefined;
}
