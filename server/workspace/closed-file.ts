import { TextDocument } from 'vscode-languageserver-textdocument';
import { type PlanFile, planFileOf, readInSteps } from '../../plan/check.ts';
import type { Source } from '../../plan/syntax/tree.ts';
import { STANDARD_FORMAT, type TeamFormat } from '../../plan/team-format.ts';
import { bitByBit } from '../bit-by-bit.ts';
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
  return TextDocument.create(uri, 'success-plan', 0, text);
}

let reader: Promise<(text: string) => Source | undefined> | undefined;

/** The reader for sound texts lies in a bundle of its own beside the server's: who opens one plan does without it. Where it is missing, all is read alike. */
export function fastReader(): Promise<(text: string) => Source | undefined> {
  reader ??= import('../../plan/syntax/fast/parse-sound.ts').then(
    ({ parseSound }) => parseSound,
    () => () => undefined,
  );
  return reader;
}
