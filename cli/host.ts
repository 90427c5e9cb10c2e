import type { Day } from '../plan/day.ts';

/** The world around the program: all that it reads or writes beside the plans themselves. Tests hand in their own. */
export interface Host {
  /** The folder that paths are relative to, absolute. */
  readonly cwd: string;
  /** The calendar's day, where the plans are read. */
  readonly today: Day;
  /** Columns of the terminal; undefined where the output goes elsewhere. */
  readonly columns: number | undefined;
  /** Whether the output may be coloured. */
  readonly colour: boolean;
  /** Everything that is piped in. */
  readStdin(): Promise<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
}
