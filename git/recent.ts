import { createHash } from 'node:crypto';
import type { Day } from '../plan/day.ts';
import type { PlanVersion } from '../plan/history/versions.ts';
import { inLastCommit } from './last-commit.ts';
import { changesSince } from './log.ts';
import { byRepository, type Named, type Repositories, type Repository } from './repository.ts';
import { git } from './run.ts';

/** A file's text as it stands on disk; `bom`: a byte order mark stands before it. */
export interface Standing {
  readonly text: string;
  readonly bom: boolean;
}

/** What is known of a file's past without asking git for a text: its versions, as `versionsOf` gives them, or that there are none. */
export interface Told {
  readonly versions: readonly PlanVersion[] | undefined;
}

/** What git says of one file: the day of its newest change since then, and the blob of the last commit. */
interface Known {
  readonly newest: Day | undefined;
  readonly committed: string | undefined;
}

const NONE: Told = { versions: undefined };

/**
 * What git says of many files before any of them is read. Most plans stand as they did at their last review: whoever knows that beforehand can check one
 * after the other, and need not hold them all until git has told of them. The others are asked for by `versionsOf`.
 */
export class Recent {
  private readonly since: Day;
  private readonly known: ReadonlyMap<string, Known | 'uncertain'>;

  private constructor(since: Day, known: ReadonlyMap<string, Known | 'uncertain'>) {
    this.since = since;
    this.known = known;
  }

  /** Asks for files, by their absolute paths; two calls of git for each repository, and another where files are not committed. Never rejects. */
  static async of(files: readonly string[], since: Day, repositories: Repositories): Promise<Recent> {
    const groups = await byRepository(
      files.map(file => ({ file })),
      repositories,
    );
    const known = new Map<string, Known | 'uncertain'>();
    for (const [repository, own] of groups)
      for (const [file, one] of await inOne(repository, own, since)) known.set(file, one);
    return new Recent(since, known);
  }

  /** The older versions of a file from a day on; undefined where git has to be asked for them. */
  told(file: string, from: Day, standing: Standing): Told | undefined {
    const known = this.known.get(file);
    if (!known) return NONE;
    if (known === 'uncertain' || from < this.since || (known.newest && known.newest > from)) return undefined;
    if (known.committed === undefined) return NONE;
    return isBlob(known.committed, standing) ? { versions: [{ text: standing.text, committedOn: from }] } : undefined;
  }
}

/** Repositories that have no commit: there is nothing to be asked. */
const without = new WeakSet<Repository>();

async function inOne(
  repository: Repository,
  files: readonly Named<{ readonly file: string }>[],
  since: Day,
): Promise<Iterable<readonly [string, Known | 'uncertain']>> {
  if (without.has(repository)) return [];
  const { root } = repository;
  const asked = files.map(({ name }) => name);
  const changes = await changesSince(root, asked, since, undefined);
  if (!changes) {
    const answer = await git(root, ['for-each-ref', '--count=1']);
    if ('failed' in answer || answer.text !== '') return files.map(({ file }) => [file, 'uncertain'] as const);
    without.add(repository);
    return [];
  }
  const committed = await inLastCommit(root, asked);
  return files.map(({ file, name }) => {
    const newest = changes.get(name)?.[0]?.committedOn;
    const { id, formerName } = committed.get(name) ?? {};
    return [file, formerName === undefined ? { newest, committed: id } : 'uncertain'] as const;
  });
}

/** Whether a text is that of a blob, told by git's own name for it. Where git keeps other line ends than the disk has, it is not. */
export function isBlob(id: string, { text, bom }: Standing): boolean {
  const bytes = Buffer.from(bom ? `\uFEFF${text}` : text);
  const hash = createHash(id.length === 40 ? 'sha1' : 'sha256');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === id;
}
