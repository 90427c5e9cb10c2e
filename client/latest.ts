/**
 * Runs a task so that never more than one run is under way and the last call wins: calls made while one runs are one
 * further run when it ends. A run that fails is reported and does not stop the next one.
 */
export class Latest {
  readonly #task: () => Promise<void>;
  readonly #failed: (error: unknown) => void;
  #running = false;
  #again = false;
  #over = false;

  constructor(task: () => Promise<void>, failed: (error: unknown) => void) {
    this.#task = task;
    this.#failed = failed;
  }

  /** Asks for a run from the state as it is now. Returns at once. */
  ask(): void {
    if (this.#over) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    void this.#run();
  }

  /** No run begins after this; one under way ends by itself. */
  dispose(): void {
    this.#over = true;
    this.#again = false;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      try {
        await this.#task();
      } catch (error) {
        if (!this.#over) this.#failed(error);
      }
    } while (this.#again);
    this.#running = false;
  }
}
