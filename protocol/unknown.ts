/*
 * The beginning of reading what another program sent, of which nothing is known. None of these throws, whatever it is given.
 */

/** True for an object with keys. */
export function isRecord(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}

/** True for 0, 1, 2 …: an offset, a version, a place in a list. */
export function isCount(x: unknown): x is number {
  return typeof x === 'number' && Number.isInteger(x) && x >= 0;
}

/** True where all of them are texts. */
export function areTexts(...all: readonly unknown[]): boolean {
  return all.every(each => typeof each === 'string');
}

/** True for a list of things that all are such. */
export function isListOf(x: unknown, isOne: (item: unknown) => boolean): boolean {
  return Array.isArray(x) && x.every(isOne);
}

/** True for the name of a file, which leads to no other place. */
export function isFileName(x: unknown): x is string {
  return typeof x === 'string' && /^[^/\\]+$/.test(x);
}
