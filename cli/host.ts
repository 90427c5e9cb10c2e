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
  /** All files of the built program, by their absolute paths; undefined where there is none, as in tests. */
  readonly program: readonly string[] | undefined;
  /** What its threads run; undefined where all is done in one. */
  readonly thread: string | undefined;
  /** Everything that is piped in. */
  readStdin(): Promise<Uint8Array>;
  /** Writes to the output. A promise is a reader who is slower than we are: it ends when more can be written. */
  out(text: string): Promise<void> | undefined;
  err(text: string): void;
  /**
   * From here on the run goes to its end even if nobody reads its output any more: its exit code is a verdict, and it may write files. `settled` gives
   * that code where it is certain and nothing else is to be done: then nobody has to wait.
   */
  seeThrough(settled: () => number | undefined): void;
}
