import { parseAllDocuments } from 'yaml';
import { finish, type Steps } from '../steps.ts';
import { convert } from './convert.ts';
import { join } from './pieces/join.ts';
import { LIBRARY_OPTIONS } from './pieces/piece.ts';
import { type Reading, readPieces } from './pieces/read.ts';
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

/** The same in steps, a piece each. */
export function* parseInSteps(text: string, before?: Source): Steps<Source> {
  const reading = yield* readPieces(text, before && readings.get(before));
  // What an alias stands for may be in any other piece.
  const isWhole = !reading || reading.pieces.some(piece => piece.hasAlias);
  const source = isWhole ? readWhole(text) : { text, documents: [join(reading.cut, reading.pieces)] };
  if (reading) readings.set(source, reading);
  return source;
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
