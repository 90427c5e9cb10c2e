/** Work in small steps: between two of them whoever does it may turn to something else, or leave it. */
export type Steps<T> = Generator<void, T, void>;

/** Does all steps at once. Throws what they throw. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
