import * as path from 'node:path';
import { commitsOf, whereTheyParted } from '../../git/revision.ts';
import { asArgument } from '../as-argument.ts';
import { isThere, unknownRevision, whyUnanswered } from '../repository.ts';

/** A commit, and how it was called. */
export interface Commit {
  readonly id: string;
  readonly called: string;
}

/** What a command line compares: a commit with another or, where there is none, with the files as they are. */
export interface Operands {
  readonly from: Commit;
  readonly to: Commit | undefined;
  readonly paths: readonly string[];
  /** The path that stands where a revision could. */
  readonly maybe?: string | undefined;
}

/**
 * Tells revisions from paths: the first is a revision, or two with `..` or `...` between them as git has them; the second is one unless it is a file.
 * In one line, why that cannot be done. Never rejects.
 */
export async function readOperands(
  root: string,
  cwd: string,
  [first = '', second, ...rest]: readonly string[],
): Promise<Operands | { readonly failure: string }> {
  const [from, to] = await commitsOf(root, second === undefined ? [first] : [first, second]);
  const paths = second === undefined ? rest : [second, ...rest];
  if (from === undefined) {
    const range = await rangeOf(root, first);
    if (range) return { ...range, paths };
    return { failure: (await whyUnanswered(root)) ?? (await unknown(root, cwd, first)) };
  }
  const old: Commit = { id: from, called: first };
  if (second === undefined || to === undefined) return { from: old, to: undefined, paths, maybe: second };
  if (await isThere(path.resolve(cwd, second)))
    return {
      failure: `“${second}” is a revision and a file. For the file write ${asArgument(`./${second}`)}, for the revision for example refs/heads/${second}`,
    };
  return { from: old, to: { id: to, called: second }, paths: rest };
}

/** `A..B` and `A...B`; where an end is left out, it is HEAD. Three dots begin where the two parted. */
async function rangeOf(root: string, range: string): Promise<Pick<Operands, 'from' | 'to'> | undefined> {
  const [, left = '', dots = '', right = ''] = /^(.*?)(\.{2,3})(?!\.)(.*)$/.exec(range) ?? [];
  if (dots === '' || (left === '' && right === '')) return undefined;
  const [one, other] = [left || 'HEAD', right || 'HEAD'];
  const [from, to] = await commitsOf(root, [one, other]);
  if (from === undefined || to === undefined) return undefined;
  const start = dots === '..' ? from : await whereTheyParted(root, from, to);
  if (start === undefined) return undefined;
  const called = dots === '..' ? one : `the commit where ${other} left ${one}`;
  return { from: { id: start, called }, to: { id: to, called: other } };
}

async function unknown(root: string, cwd: string, given: string): Promise<string> {
  if (given !== '' && (await isThere(path.resolve(cwd, given))))
    return `“${given}” is no revision but a file or a folder. Name first what to compare it with, as in success-plan diff HEAD ${asArgument(given)}`;
  return unknownRevision(root, given);
}
