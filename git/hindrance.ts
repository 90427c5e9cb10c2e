import { stat } from 'node:fs/promises';
import * as path from 'node:path';
import { git } from './run.ts';

/** Why git does not list a folder that looks like a working copy: it is not there, or it does not trust somebody else's folder. Undefined for anything else. Never rejects. */
export async function whyUnlisted(root: string): Promise<'missing' | 'distrusted' | undefined> {
  const answer = await git(root, ['rev-parse', '--git-dir']);
  if (!('failed' in answer)) return undefined;
  return answer.failed === 'missing' || answer.failed === 'distrusted' ? answer.failed : undefined;
}

/** Whether only the newest commits of a repository were fetched. In work trees and submodules it is not looked for. Never rejects. */
export async function isShallow(root: string): Promise<boolean> {
  return stat(path.join(root, '.git', 'shallow')).then(
    () => true,
    () => false,
  );
}
