/** Says what is wrong with a text, or nothing. */
type Check = (value: string) => Promise<string | undefined>;

/** How long a person must pause before what they typed is looked at, in milliseconds. */
const PAUSE_MS = 120;

/**
 * Checks a text while it is typed: after a pause, and what an earlier text was answered is dropped. A check that fails finds nothing wrong:
 * the answer is judged once more when it is given.
 */
export class Validation {
  readonly #check: Check;
  readonly #show: (wrong: string | undefined) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(check: Check, show: (wrong: string | undefined) => void) {
    this.#check = check;
    this.#show = show;
  }

  /** The text has changed. What was said of the last one stays until there is an answer. */
  changed(value: string): void {
    clearTimeout(this.#timer);
    this.#turn++;
    this.#timer = setTimeout(() => void this.settle(value), PAUSE_MS);
  }

  /** Checks at once. True when nothing is wrong with the text, and it is still the newest. */
  async settle(value: string): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#turn++;
    const turn = this.#turn;
    const wrong = await this.#check(value).catch(() => undefined);
    if (turn !== this.#turn) return false;
    this.#show(wrong);
    return wrong === undefined;
  }

  /** Nothing is shown after this. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#turn++;
  }
}
