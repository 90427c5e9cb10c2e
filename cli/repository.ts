import { realpath, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { isShallow, whyUnlisted } from '../git/hindrance.ts';
import { Repositories } from '../git/repository.ts';
import { WHY } from './git-notes.ts';

/** The repository that is asked. */
export interface Here {
  /** Its folder, absolute and without links. */
  readonly root: string;
  readonly repositories: Repositories;
}

/**
 * The repository of a folder, or, where it is in none, of the first of some paths that is in one; else why there is none, in one line. Never rejects.
 */
export async function repositoryOf(
  cwd: string,
  paths: readonly string[],
): Promise<Here | { readonly failure: string }> {
  const repositories = new Repositories();
  for (const folder of [cwd, ...paths.map(one => path.resolve(cwd, one))]) {
    const real = await realPath(folder);
    const root = await repositories.rootOf((await isFolder(real)) ? real : path.dirname(real));
    if (root !== undefined) return { root, repositories };
  }
  return { failure: 'this folder is in no git repository, so nothing is known of what plans said before' };
}

/** Why git names no commit, where that is not the fault of the revision: one line. Never rejects. */
export async function whyUnanswered(root: string): Promise<string | undefined> {
  const why = await whyUnlisted(root);
  return why && WHY[why](root, 'nothing can be compared');
}

/** What is to be done about a commit that was not fetched; '' where all were. Never rejects. */
export async function fetchFirst(root: string): Promise<string> {
  return (await isShallow(root))
    ? '. This is a shallow clone: fetch the rest (git fetch --unshallow; for actions/checkout fetch-depth: 0)'
    : '';
}

/** That git knows no commit of a name, and what to do about it: one line. Never rejects. */
export async function unknownRevision(root: string, revision: string): Promise<string> {
  return `git knows no revision “${revision}” in ${root}${await fetchFirst(root)}`;
}

/** A path without links, as far as it is there. Never rejects. */
export async function realPath(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const above = path.dirname(file);
    return above === file ? file : path.join(await realPath(above), path.basename(file));
  }
}

export async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    found => found.isDirectory(),
    () => false,
  );
}

/** Whether there is anything of that name. */
export async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
