import { complete } from '../../../../plan/authoring/completion/complete.ts';
import { applyEdits, readPlanFile } from '../../../../plan/check.ts';
import { day } from '../../../../plan/day.ts';
import { withCursor } from '../../../support/cursor.ts';
import { soundPlan } from '../../../support/examples.ts';

/** The day on which the tests write. */
export const TODAY = day('2026-02-10');

/** The text without its cursor mark, and what is offered there. */
export function candidates(marked: string, file?: string) {
  const { text, offset } = withCursor(marked);
  const read = readPlanFile(text).documents;
  const model = read.findLast(({ model: one }) => one.syntax.start <= offset)?.model;
  return { text, found: complete(text, offset, model, TODAY, undefined, file) };
}

/** The text after the first candidate that begins with a word was accepted. */
export function accepted(marked: string, label: string): string {
  const { text, found } = candidates(marked);
  const one = found.find(candidate => candidate.label === label);
  if (!one) throw new Error(`${label} is not offered, but ${found.map(c => c.label).join(', ')}`);
  return applyEdits(text, [{ ...one.replace, newText: one.insert }]);
}

/** What is offered, by its names. */
export const labels = (marked: string, file?: string) => candidates(marked, file).found.map(c => c.label);

/** What the first candidate that is called so puts in, with its stops as `<1:text>`. */
export function stops(marked: string, label: string, file?: string): string {
  const { found } = candidates(marked, file);
  const one = found.find(candidate => candidate.label === label);
  const written = one?.snippet?.replaceAll(/\$\{((?:[^\\}]|\\.)*)\}/g, '<$1>') ?? one?.insert;
  return written ?? `${label} is not offered, but ${found.map(c => c.label)}`;
}

/** The sound plan with a piece of it replaced. */
export function sound(from: string, to: string): string {
  if (!soundPlan().includes(from)) throw new Error(`no “${from}”`);
  return soundPlan().replace(from, to);
}
