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
  /** The newest version whose making is forgotten: from older ones nothing can be followed for certain. */
  #forgotten = 0;

  /** Notes what made `version` out of the version before. */
  add(version: number, replacements: readonly Replacement[]): void {
    this.#edits.push({ version, replacements });
    if (this.#edits.length > MEMORY) this.#forgotten = this.#edits.shift()?.version ?? this.#forgotten;
  }

  /** Forgets the edits that made `version` and those before it. */
  forgetUntil(version: number): void {
    this.#edits = this.#edits.filter(edit => edit.version > version);
    this.#forgotten = Math.max(this.#forgotten, version);
  }

  /** Forgets everything: the document was closed, and counts its versions anew when it comes back. */
  clear(): void {
    this.#edits = [];
    this.#forgotten = 0;
  }

  /** Where an offset of `version` stands now. A place inside replaced text moves to where that text began. */
  follow(offset: number, version: number): number {
    return this.#followed(offset, version).at;
  }

  /** Where an offset of `version` stands now; undefined when that is not certain: what stood there was replaced, or it is too long ago. */
  followExactly(offset: number, version: number): number | undefined {
    if (version < this.#forgotten) return undefined;
    const { at, replaced } = this.#followed(offset, version);
    return replaced ? undefined : at;
  }

  #followed(offset: number, version: number): { readonly at: number; readonly replaced: boolean } {
    let at = offset;
    let replaced = false;
    for (const edit of this.#edits) {
      if (edit.version <= version) continue;
      for (const { rangeOffset, rangeLength, text } of edit.replacements) {
        // What begins at the place is replaced with its first character.
        if (at >= rangeOffset && at < rangeOffset + rangeLength) replaced = true;
        if (at >= rangeOffset + rangeLength) at += text.length - rangeLength;
        else if (at > rangeOffset) at = rangeOffset;
      }
    }
    return { at, replaced };
  }
}
