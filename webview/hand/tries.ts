/** Asks what something would bring while it is still being changed: one question is out at a time, and the newest one is the next. */
export class Tries<Question> {
  readonly #ask: (question: Question, id: number) => void;
  #out: { readonly id: number; readonly question: Question } | undefined;
  #next: Question | undefined;
  #id = 0;

  constructor(ask: (question: Question, id: number) => void) {
    this.#ask = ask;
  }

  /** Asks now, or as soon as the question that is out is answered; a question that waited until then is dropped. */
  ask(question: Question): void {
    if (this.#out !== undefined) {
      this.#next = question;
      return;
    }
    this.#out = { id: ++this.#id, question };
    this.#ask(question, this.#id);
  }

  /** The question that was answered with this id, if it is the one that is out. The next one follows it. */
  answered(id: number): Question | undefined {
    if (this.#out?.id !== id) return undefined;
    const { question } = this.#out;
    const next = this.#next;
    this.#out = undefined;
    this.#next = undefined;
    if (next !== undefined) this.ask(next);
    return question;
  }

  /** Nobody wants to know any more: answers on their way are dropped. */
  forget(): void {
    this.#out = undefined;
    this.#next = undefined;
  }
}
