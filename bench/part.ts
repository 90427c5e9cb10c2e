/** Something that is measured in rounds. */
export interface Part<F> {
  readonly name: string;
  readonly rounds: number;
  /** One round, counted from 0. Rejects only where nothing more can be measured. */
  round(n: number): Promise<void>;
  /** What was found out so far. */
  readonly figures: F;
}

/** The rounds of all parts in turns, so that whatever else the machine does falls on all of them. */
export async function runInTurns(parts: readonly Part<unknown>[], tell: (line: string) => void): Promise<void> {
  const most = Math.max(0, ...parts.map(({ rounds }) => rounds));
  for (let n = 0; n < most; n++) {
    for (const part of parts) {
      if (n >= part.rounds) continue;
      const started = performance.now();
      await part.round(n);
      const took = Math.round((performance.now() - started) / 1000);
      tell(`${part.name}: round ${n + 1} of ${part.rounds}, ${took} s`);
    }
  }
}
