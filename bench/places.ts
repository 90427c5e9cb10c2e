/** A place in a document, as LSP counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the bench types and asks, in the middle of a made plan. */
export interface Places {
  /** The end of the value in `status: pending`, a milestone's. */
  readonly value: Position;
  /** The same milestone's indentation, and the line where its name stands without its end: a new key may follow there. */
  readonly indent: string;
  /** In the word `goal`, the key of the nearest outcome's target. */
  readonly hover: Position;
}

/** Finds the places. Throws for a text that has them not. */
export function placesIn(text: string): Places {
  const lines = text.split('\n');
  const status = nearestToMiddle(lines, /^ +status: pending$/);
  const goal = nearestToMiddle(lines, /^ +goal: /);
  const line = lines[status] ?? '';
  return {
    value: { line: status, character: line.length },
    indent: line.slice(0, line.length - line.trimStart().length),
    hover: { line: goal, character: (lines[goal] ?? '').indexOf('goal') + 2 },
  };
}

function nearestToMiddle(lines: readonly string[], pattern: RegExp): number {
  const middle = Math.floor(lines.length / 2);
  for (let away = 0; away <= middle; away++) {
    if (pattern.test(lines[middle - away] ?? '')) return middle - away;
    if (pattern.test(lines[middle + away] ?? '')) return middle + away;
  }
  throw new Error(`no line like ${pattern}`);
}
