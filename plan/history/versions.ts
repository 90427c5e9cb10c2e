import type { Day } from '../day.ts';
import type { SoundReader } from '../syntax/pieces/piece.ts';

/** What a file said at one time: its whole text, and the day on which that was committed where the author was, or on which it was in force. */
export interface PlanVersion {
  readonly text: string;
  readonly committedOn: Day;
}

/** The older versions of the file that a document stands in, newest first, and which of its documents it is. */
export interface PlanHistory {
  readonly versions: readonly PlanVersion[];
  /** The file as it is now. */
  readonly text: string;
  readonly index: number;
  /** A faster reader for versions that are sound, as nearly all are. */
  readonly readSound?: SoundReader | undefined;
}
