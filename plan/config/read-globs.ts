import { quoteShort } from '../words.ts';
import { globMatcher } from './glob.ts';
import type { Value } from './value.ts';

/** Reads `plans`. Never throws. */
export function readPlans(value: Value): string[] | undefined {
  const { items } = value;
  if (value.isEmpty) return undefined;
  if (!items) value.say('“plans” should be a list of globs. Put each on a line of its own, with a dash in front.');
  for (const item of items ?? []) sayIfOutside(item, ANYWHERE, 'accounts/**');
  return items?.flatMap(item => readGlob(item) ?? []);
}

/** Out of any folder: globs that others extend may lead to their folders. */
const ANYWHERE = /^!?(?:\/|[A-Za-z]:)/;

/** Out of the file's own folder. */
const OUTSIDE = /^!?(?:\/|\.\.(?:\/|$)|[A-Za-z]:)/;

/** One glob; what is none is said, and what names a folder alone. */
export function readGlob(item: Value): string | undefined {
  const glob = item.target?.kind === 'scalar' && typeof item.target.value === 'string' ? item.target.text : '';
  if (glob.trim() === '' || !isGlob(glob)) {
    item.say('This should be a glob, such as “customers/**/*.yaml”.');
    return undefined;
  }
  if (glob.endsWith('/'))
    item.say(`${quoteShort(glob)} is a folder, so it fits no plan. What is in it: ${glob}**.`, `${glob}**`);
  return glob;
}

/** Says so where a glob leads out of the folder that it counts from: what is laid over holds in that folder alone. */
export function sayIfOutside(item: Value, outside = OUTSIDE, example = 'pilots/**'): void {
  const text = item.target?.kind === 'scalar' ? item.target.text : '';
  if (outside.test(text))
    item.say(
      `${quoteShort(text)} leads out of this file’s folder, so it fits no plan. Globs count from there: ${example}.`,
    );
}

function isGlob(text: string): boolean {
  try {
    globMatcher([text]);
    return true;
  } catch {
    return false;
  }
}
