import type { Repository } from './repository.ts';
import { git } from './run.ts';

/** The commit that a working copy is on; undefined before the first one, and where git cannot say. Never rejects. */
export async function headOf({ root }: Repository): Promise<string | undefined> {
  const answer = await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  return 'failed' in answer ? undefined : answer.text.trim() || undefined;
}
