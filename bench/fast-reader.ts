import type { PlanFile } from '../plan/check.ts';

/** The command line's reader for sound files. */
export interface FastReader {
  /** Text → tree. */
  parse(text: string): unknown;
  /** Text → model. */
  read(text: string): PlanFile;
}

/** THE FAST READER GOES HERE, once there is one: until then its rows say “not there yet”, and nothing else has to be changed. */
export function fastReader(): FastReader | undefined {
  return undefined;
}
