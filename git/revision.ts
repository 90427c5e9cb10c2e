import { git } from './run.ts';

/** Somebody waits for the answer, and a long history takes git a while; it is still to end some day. In milliseconds. */
const PATIENCE = 60_000;

/**
 * The commits that revisions name (branches, tags, `HEAD~2`, `main@{yesterday}`), in their order; undefined for what names none. They are handed over on
 * git's input: whatever they are, none becomes an option. Never rejects.
 */
export async function commitsOf(root: string, revisions: readonly string[]): Promise<readonly (string | undefined)[]> {
  const asked = revisions.filter(isOneLine);
  if (asked.length === 0) return revisions.map(() => undefined);
  const input = asked.map(revision => `${revision}^{commit}\n`).join('');
  const answer = await git(root, ['cat-file', '--batch-check=%(objecttype) %(objectname)'], {
    input,
    timeout: PATIENCE,
  });
  const lines = 'failed' in answer ? [] : answer.text.split('\n');
  return revisions.map(revision =>
    isOneLine(revision) ? /^commit ([0-9a-f]+)$/.exec(lines[asked.indexOf(revision)] ?? '')?.[1] : undefined,
  );
}

function isOneLine(revision: string): boolean {
  return revision !== '' && !/[\r\n\0]/.test(revision);
}

/** The commit at which two commits parted; undefined where they have none in common, or it was not fetched. Never rejects. */
export async function whereTheyParted(root: string, one: string, other: string): Promise<string | undefined> {
  const answer = await git(root, ['merge-base', one, other], { timeout: PATIENCE });
  return 'failed' in answer ? undefined : /^[0-9a-f]+/.exec(answer.text)?.[0];
}
