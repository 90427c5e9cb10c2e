import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/** The folder that we make where there is no other place. */
const OWN_FOLDER = '.success-plan-cache';

/** Where the cache of a run is: as asked, or in the project (the repository around the current folder, else that folder), where its other tools have theirs. */
export function cacheFolder(cwd: string, asked: string | undefined): string {
  if (asked !== undefined) return path.resolve(cwd, asked);
  const project = projectOf(cwd);
  return existsSync(path.join(project, 'node_modules'))
    ? path.join(project, 'node_modules/.cache/success-plan')
    : path.join(project, OWN_FOLDER);
}

/** Makes the folder if it is not there; one of ours says itself that git is to leave it out. Throws what the file system throws. */
export function makeCacheFolder(folder: string): void {
  const isNew = mkdirSync(folder, { recursive: true }) !== undefined;
  if (isNew) writeFileSync(path.join(folder, '.gitignore'), '*\n');
}

function projectOf(cwd: string): string {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (path.dirname(folder) === folder) return cwd;
  }
}
