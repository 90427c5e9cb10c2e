import { addDays, type Day, parseDay } from '../plan/day.ts';
import { git } from './run.ts';

/** One commit's change of one file: what it was and what it became, as names of blobs; undefined where there was or is none. */
export interface FileChange {
  /** The commit's own name. */
  readonly commit: string;
  readonly committedOn: Day;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** What it was called before, where it got another name. */
  readonly formerName?: string;
}

/** Most commits that are looked at. */
const MOST_COMMITS = 5000;

const SHOWN = ['--raw', '--no-abbrev', '-z', '--first-parent', '-m', '--no-ext-diff', '--no-textconv', '--no-color'];
const MARK = '\u0001';

/**
 * The changes of files since the day before a given one, newest first, along the line that the working copy is on: a merged branch counts on the day of
 * its merge. Undefined if git cannot say.
 */
export async function changesSince(
  root: string,
  names: readonly string[],
  day: Day,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly FileChange[]> | undefined> {
  const input = `HEAD\n--\n${names.join('\n')}\n`;
  const answer = await git(root, ['log', ...SHOWN, '--no-renames', ...since(day), '--stdin'], { input, signal });
  return 'failed' in answer ? undefined : readLog(answer.text);
}

/** The files that got another name since then, by the new one. Undefined if git cannot say. */
export async function renamesSince(
  root: string,
  day: Day,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly FileChange[]> | undefined> {
  const args = ['log', ...SHOWN, '--find-renames', '--diff-filter=R', ...since(day), 'HEAD', '--'];
  const answer = await git(root, args, { signal });
  return 'failed' in answer ? undefined : readLog(answer.text);
}

function since(day: Day): string[] {
  // Days are the committer's own, so a day more is asked for than is used.
  return [`--format=${MARK}%cI %H`, `--max-count=${MOST_COMMITS}`, `--since=${addDays(day, -1)}T00:00:00Z`];
}

/** Reads `--raw -z`: a mark, a date and a name for each commit, then `:mode mode before after status`, and one name, or two for a rename. */
function readLog(text: string): Map<string, FileChange[]> {
  const changes = new Map<string, FileChange[]>();
  for (const commit of text.split(MARK)) {
    const [, date = '', id = ''] = /^(\S{10})\S* ([0-9a-f]+)/.exec(commit) ?? [];
    const committedOn = parseDay(date);
    if (!committedOn) continue;
    const fields = commit.split('\0');
    for (let at = 0; at < fields.length; at++) {
      const [, before = '', after = '', status = ''] =
        /:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(fields[at] ?? '') ?? [];
      if (status === '') continue;
      const isRename = status === 'R';
      const former = isRename ? fields[at + 1] : undefined;
      at += isRename ? 2 : 1;
      const name = fields[at] ?? '';
      const change: FileChange = {
        commit: id,
        committedOn,
        before: blob(before),
        after: blob(after),
        ...(former !== undefined && { formerName: former }),
      };
      const known = changes.get(name);
      if (known) known.push(change);
      else changes.set(name, [change]);
    }
  }
  return changes;
}

function blob(id: string): string | undefined {
  return /^0+$/.test(id) ? undefined : id;
}
