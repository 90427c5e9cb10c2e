import { type PlanFile, planFileOf } from '../plan/check.ts';
import { parseSound } from '../plan/syntax/fast/parse-sound.ts';
import { parse } from '../plan/syntax/parse.ts';

/** The command line's reader for sound files. */
export interface FastReader {
  /** Text → tree. */
  parse(text: string): unknown;
  /** Text → model. */
  read(text: string): PlanFile;
}

/** As the command line reads: what is not sound is left to the other reader. */
export function fastReader(): FastReader {
  const parseFast = (text: string) => parseSound(text) ?? parse(text);
  return { parse: parseFast, read: text => planFileOf(parseFast(text)) };
}
