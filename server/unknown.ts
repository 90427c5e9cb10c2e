/** True for an object with keys: the beginning of reading what a client sent, of which nothing is known. */
export function isRecord(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}
