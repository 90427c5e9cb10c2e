import { render } from 'preact';

/** A word on what became of something that was done here. */
interface Note {
  readonly text: string;
  /** The version that the change made: it can be taken back. */
  readonly undo?: number;
  /** With the next drawing of a later version it is out of date; undefined: with the next drawing. */
  readonly version?: number | undefined;
}

/** The page around the notes. */
interface Page {
  /** Takes back the change that made a version. */
  undo(version: number): void;
  /** Gives the keyboard back to the drawing. */
  leave(): void;
}

/** What the page says beside its drawing: one note at a time at its foot, and sentences for screen readers alone. */
export class Notes {
  readonly #root = document.body.appendChild(document.createElement('div'));
  readonly #said = document.body.appendChild(document.createElement('div'));
  readonly #page: Page;
  #note: Note | undefined;
  /** What is said when that which was asked for is done. */
  #then: string | undefined;

  constructor(page: Page) {
    this.#page = page;
    this.#root.className = 'notes';
    this.#root.setAttribute('role', 'status');
    this.#said.className = 'said';
    this.#said.setAttribute('role', 'status');
  }

  /** The version whose making can be taken back now. */
  get undoable(): number | undefined {
    return this.#note?.undo;
  }

  /** What is to be said when that which is asked for now is done. */
  onceDone(text: string): void {
    this.#then = text;
  }

  /** It is done, and made this version of the plan: says so, with a way to take it back. */
  done(version: number): void {
    this.#show({ text: this.#then ?? 'The plan has changed.', undo: version, version });
    this.#then = undefined;
  }

  /** Shows a note until the next drawing; where a version is given, until one of a later version. */
  tell(text: string, version?: number): void {
    this.#show({ text, version });
    this.#then = undefined;
  }

  /** Says something to screen readers alone. */
  say(text: string): void {
    this.#said.textContent = text;
  }

  /** A drawing of that version is on the page. */
  drawn(version: number): void {
    const note = this.#note;
    if (note !== undefined && (note.version === undefined || version > note.version)) this.#show(undefined);
  }

  #show(note: Note | undefined): void {
    this.#note = note;
    // A button that has gone would leave the keyboard nowhere.
    if (this.#root.contains(document.activeElement)) this.#page.leave();
    render(note === undefined ? null : this.#drawing(note), this.#root);
  }

  #drawing({ text, undo }: Note) {
    return (
      <div class="note">
        <p class="s" dir="auto">
          {text}
        </p>
        {undo !== undefined && (
          <button type="button" aria-keyshortcuts="Control+Z" onClick={() => this.#page.undo(undo)}>
            Undo
          </button>
        )}
        <button type="button" class="go" aria-label="Close" onClick={() => this.#show(undefined)}>
          ×
        </button>
      </div>
    );
  }
}
