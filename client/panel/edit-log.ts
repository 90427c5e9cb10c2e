/** One replacement in a text: UTF-16 offset and length of what was there, and the text put in its place. */
export interface Replacement {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** Further back than this a place is not followed; so many edits are minutes of typing. */
const MEMORY = 1000;

/** Follows places of a document through its edits: a drawing's offsets belong to the version that it was made from. */
export class EditLog {
  #edits: { readonly version: number; readonly replacements: readonly Replacement[] }[] = [];

  /** Notes what made `version` out of the version before. */
  add(version: number, replacements: readonly Replacement[]): void {
    this.#edits.push({ version, replacements });
    if (this.#edits.length > MEMORY) this.#edits.shift();
  }

  /** Forgets the edits that made `version` and those before it. */
  forgetUntil(version: number): void {
    this.#edits = this.#edits.filter(edit => edit.version > version);
  }

  /** Where an offset of `version` stands now. A place inside replaced text moves to where that text began. */
  follow(offset: number, version: number): number {
    let at = offset;
    for (const edit of this.#edits) {
      if (edit.version <= version) continue;
      for (const { rangeOffset, rangeLength, text } of edit.replacements) {
        if (at >= rangeOffset + rangeLength) at += text.length - rangeLength;
        else if (at > rangeOffset) at = rangeOffset;
      }
    }
    return at;
  }
}
