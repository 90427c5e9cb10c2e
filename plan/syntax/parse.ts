import { parseAllDocuments } from 'yaml';
import { finish, type Steps } from '../steps.ts';
import { convert } from './convert.ts';
import { type EditedText, wholeOf } from './edited-text.ts';
import { join } from './pieces/join.ts';
import { LIBRARY_OPTIONS, type SoundReader } from './pieces/piece.ts';
import { changedOf, type Reading, readPieces } from './pieces/read.ts';
import { rejoin } from './pieces/rejoin.ts';
import { problemMessage } from './sentences.ts';
import type { Source, SyntaxDocument } from './tree.ts';

/**
 * Reads any text. Never throws: what cannot be read becomes problems, and the rest a tree. Aliases are kept as aliases.
 *
 * A text is read piece by piece where it can be cut (`pieces/README.md`). With an earlier reading at hand, pieces that stand there too are taken
 * over, the very same objects; otherwise the result is what reading the text anew gives.
 */
export function parse(text: string, before?: Source): Source {
  return finish(parseInSteps(text, before));
}

/** The same in steps, a piece each; of a text that one edit has made of the earlier one, too. With a reader for sound texts at hand, pieces that are sound are read by that. */
export function* parseInSteps(given: string | EditedText, before?: Source, readSound?: SoundReader): Steps<Source> {
  const earlier = before && readings.get(before);
  const reading = yield* readPieces(given, earlier, readSound);
  const text = wholeOf(given);
  const again = before && earlier && reading && changedOf(earlier, reading);
  const document = (again && rejoin(before, again)) ?? joined(reading);
  const source = document ? { text, documents: [document] } : readWhole(text);
  if (reading) readings.set(source, reading);
  return source;
}

/** What an alias stands for may be in any other piece: then, and where a text cannot be cut, it is read as a whole. */
function joined(reading: Reading | undefined): SyntaxDocument | undefined {
  return reading && !reading.pieces.some(piece => piece.hasAlias) ? join(reading.cut, reading.pieces) : undefined;
}

const readings = new WeakMap<Source, Reading>();

function readWhole(text: string): Source {
  try {
    const parsed = parseAllDocuments(text, LIBRARY_OPTIONS);
    const documents = Array.isArray(parsed) ? parsed.map(one => convert(text, one)) : [];
    return { text, documents: documents.length > 0 ? documents : [emptyDocument(text)] };
  } catch {
    // The parser recurses: text made to exhaust the stack lands here.
    const problem = { start: 0, end: Math.min(text.length, 1), code: 'DEPTH', message: problemMessage('DEPTH', '') };
    return { text, documents: [{ ...emptyDocument(text), problems: [problem], broken: true }] };
  }
}

function emptyDocument(text: string): SyntaxDocument {
  return { start: 0, end: text.length, sections: [], starts: new Map(), problems: [], broken: false, hasAlias: false };
}
