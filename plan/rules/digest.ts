import type { Outcome, Plan } from '../model/index.ts';
import { steadyPerItem } from '../once.ts';

/** What is told of one outcome: plain values, so that it can be seen whether they are what they were. */
export type Row = readonly (string | number | boolean | undefined)[];

/**
 * What a rule that looks at all outcomes has to know of each to see that there is nothing to say. Declared in its `reads` in place of the outcomes, it
 * has the rule asked again when one of these values is another, and not for every key in an outcome; where there is something to say, the rule
 * says that it `looksFurther`, and looks at the outcomes themselves. To be made once for a program.
 */
export class Digest<R extends Row = Row> {
  private readonly rows: (outcomes: readonly Outcome[]) => readonly R[];

  /** `of` must never throw, and look at nothing but the outcome. */
  constructor(of: (outcome: Outcome) => R) {
    this.rows = steadyPerItem(of, isSame);
  }

  /** A row for each outcome: the same list as long as all their values are. Never throws. */
  of({ outcomes }: Plan): readonly R[] {
    return this.rows(outcomes.items);
  }
}

function isSame(row: Row, other: Row): boolean {
  if (row.length !== other.length) return false;
  for (let at = 0; at < row.length; at++) if (row[at] !== other[at]) return false;
  return true;
}
