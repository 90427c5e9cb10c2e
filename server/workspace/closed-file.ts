import { type PlanFile, planFileOf, readInSteps } from '../../plan/check.ts';
import { STANDARD_FORMAT, type TeamFormat } from '../../plan/team-format.ts';
import { bitByBit } from '../bit-by-bit.ts';
import { fastReader } from '../fast-reader.ts';
import { LinedText, type TextDocument } from '../text.ts';
import { readTextFile } from '../text-file.ts';

/** Reads a plan or agenda from disk; undefined where it cannot be read. Never rejects. */
export async function readClosed(file: string, team: TeamFormat = STANDARD_FORMAT): Promise<PlanFile | undefined> {
  const { text } = await readTextFile(file);
  if (text === undefined) return undefined;
  const parseSound = await fastReader();
  const source = parseSound(text);
  return source ? planFileOf(source, team) : (await bitByBit(readInSteps(text, team, undefined))).value;
}

/** The lines of a file that nobody has open. */
export function linesOf(uri: string, { text }: PlanFile): TextDocument {
  return new LinedText(uri, 'success-plan', 0, text);
}
