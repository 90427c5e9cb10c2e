import { setFlagsFromString } from 'node:v8';

/*
 * Once V8's optimising compilers have worked, ten megabytes stay with them: their own code, and what their threads held. For keys that pays. A plan that is
 * opened and looked at runs most of what it needs once or twice, and practising keys needs no more than V8's first compiler, which knows no
 * types. V8 looks at these flags whenever something has run often.
 */

/** A first reading of so many characters has loops that pay for the quick one of the compilers, and of so many for the thorough one. */
const LONG = 100_000;
const HUGE = 1_000_000;

/** Whoever has opened nothing by then, in milliseconds, has other work. */
const PATIENCE_MS = 10_000;

/** Before version 13, and on rare processors, V8 may have been made without the quick one, and nothing can turn it on. */
const HAS_QUICK =
  Number.parseInt(process.versions.v8, 10) >= 13 && (process.arch === 'x64' || process.arch === 'arm64');

/** From now on V8 optimises nothing, until `release`. */
export function holdBack(): void {
  setFlagsFromString('--no-opt');
  if (HAS_QUICK) setFlagsFromString('--no-maglev');
  setTimeout(release, PATIENCE_MS).unref();
}

/** A text of so many characters is about to be read for the first time. */
export function releaseFor(length: number): void {
  if (length > HUGE) release();
  else if (length > LONG && HAS_QUICK) setFlagsFromString('--maglev');
}

/** From now on V8 optimises as ever: somebody types, or there is much to do. */
export function release(): void {
  setFlagsFromString('--opt');
  if (HAS_QUICK) setFlagsFromString('--maglev');
}
