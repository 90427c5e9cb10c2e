import { stat } from 'node:fs/promises';
import * as path from 'node:path';
import { git } from './run.ts';

/**
 * Why git does not list a folder that holds `.git`: there is no git, it does not trust somebody else's folder, or it takes it for no repository, as where
 * a work tree was moved away from its repository. Undefined where it knows the folder. Never rejects.
 */
export async function whyUnlisted(root: string): Promise<'missing' | 'distrusted' | 'unknown' | undefined> {
  const answer = await git(root, ['rev-parse', '--git-dir']);
  if (!('failed' in answer)) return undefined;
  return answer.failed === 'missing' || answer.failed === 'distrusted' ? answer.failed : 'unknown';
}

/** Whether only the newest commits of a repository were fetched. In work trees and submodules it is not looked for. Never rejects. */
export async function isShallow(root: string): Promise<boolean> {
  return stat(path.join(root, '.git', 'shallow')).then(
    () => true,
    () => false,
  );
}
