import type { SoundReader } from '../plan/syntax/pieces/piece.ts';

let reader: Promise<SoundReader> | undefined;

/**
 * The reader for sound texts: for whatever is read the first time, and for files that nobody has open. It lies in a bundle of its own beside the server's.
 * Where that is missing, all is read alike. Never rejects.
 */
export function fastReader(): Promise<SoundReader> {
  reader ??= import('../plan/syntax/fast/parse-sound.ts').then(
    ({ parseSound }) => parseSound,
    () => () => undefined,
  );
  return reader;
}
