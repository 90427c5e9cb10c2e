import type { Day } from '../plan/day.ts';
import type { PlanVersion } from '../plan/history/versions.ts';
import { textsOf } from './blobs.ts';
import { type Changes, formerNames, underAllNames } from './former-names.ts';
import { inLastCommit } from './last-commit.ts';
import { changesSince, type FileChange, renamesSince } from './log.ts';
import { byRepository, type Named as NamedFile, Repositories } from './repository.ts';

/** A file, by its absolute path, and the day from which on its versions matter. */
export interface Wanted {
  readonly file: string;
  readonly from: Day;
}

/** Most versions that are handed out of one file: the newest, and the one that the day found. */
const MOST_VERSIONS = 50;

/** One version, its text still to be read. */
interface Blob {
  readonly id: string;
  readonly committedOn: Day;
}

/**
 * The older versions of many files, newest first: those committed after the day, and last the one that was in force on it, which counts as committed on that
 * day at the latest. A file has no entry where git cannot tell: no repository, a shallow one, a file that is not tracked or is younger than the day.
 * Files of one repository cost four calls of git together, and two more where some were renamed, however often, or are young, and one where some are
 * not committed under their names. Never rejects.
 */
export async function versionsOf(
  wanted: readonly Wanted[],
  repositories = new Repositories(),
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly PlanVersion[]>> {
  const versions = new Map<string, readonly PlanVersion[]>();
  for (const [{ root }, files] of await byRepository(wanted, repositories)) {
    for (const [file, own] of await inOne(root, files, signal)) versions.set(file, own);
  }
  return versions;
}

type Named = NamedFile<Wanted>;

async function inOne(
  root: string,
  files: readonly Named[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly PlanVersion[]>> {
  const blobs = await blobsIn(root, files, signal);
  const ids = new Set([...blobs.values()].flatMap(own => own.map(({ id }) => id)));
  const texts = await textsOf(root, [...ids], signal);
  const versions = new Map<string, readonly PlanVersion[]>();
  for (const [{ file }, own] of blobs) {
    const last = own.at(-1);
    if (!last || !texts.has(last.id)) continue;
    versions.set(
      file,
      own.flatMap(({ id, committedOn }) => {
        const text = texts.get(id);
        return text === undefined ? [] : { text, committedOn };
      }),
    );
  }
  return versions;
}

async function blobsIn(
  root: string,
  files: readonly Named[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<Named, readonly Blob[]>> {
  const found = new Map<Named, readonly Blob[]>();
  const [earliest] = files.map(({ from }) => from).sort();
  if (!earliest) return found;
  const names = [...new Set(files.map(({ name }) => name))];
  const changes = await changesSince(root, names, earliest, signal);
  if (!changes) return found;
  const committed = await inLastCommit(root, names, signal);
  const moved = files.filter(one => committed.get(one.name)?.formerName !== undefined || hasCome(one, changes));
  const called = ({ name }: Named) => committed.get(name)?.formerName ?? name;
  const renamed = await underFormerNames(root, moved.map(called), changes, earliest, signal);
  for (const one of files) {
    const own = underAllNames(called(one), renamed.changes, renamed.renames);
    const [newest] = own;
    const id = committed.get(one.name)?.id;
    const isUntouched = !newest || newest.committedOn <= one.from;
    const blobs = isUntouched ? id !== undefined && [{ id, committedOn: one.from }] : blobsOf(own, one.from);
    if (blobs) found.set(one, blobs);
  }
  return found;
}

/** Whether a file came to its name since the day that matters: it is young then, or was called otherwise. */
function hasCome({ name, from }: Named, changes: Changes): boolean {
  return (changes.get(name) ?? []).some(({ before, committedOn }) => before === undefined && committedOn > from);
}

const NOTHING: Changes = new Map();

/** The renames since a day, and the changes also under the names that files had before. Where git cannot say, there are none. */
async function underFormerNames(
  root: string,
  moved: readonly string[],
  changes: Changes,
  earliest: Day,
  signal: AbortSignal | undefined,
): Promise<{ readonly changes: Changes; readonly renames: Changes }> {
  const renames = moved.length > 0 ? ((await renamesSince(root, earliest, signal)) ?? NOTHING) : NOTHING;
  const further = [...new Set([...moved, ...formerNames(moved, renames)])].filter(name => !changes.has(name));
  const former = further.length > 0 ? await changesSince(root, further, earliest, signal) : undefined;
  return { changes: new Map([...changes, ...(former ?? [])]), renames };
}

/** The versions since a day and the one before them; undefined where there was none. */
function blobsOf(changes: readonly FileChange[], from: Day): readonly Blob[] | undefined {
  const end = changes.findIndex(({ committedOn }) => committedOn <= from);
  const since = end < 0 ? changes : changes.slice(0, end);
  const inForce = since.at(-1)?.before;
  if (inForce === undefined) return undefined;
  const blobs = since.flatMap(({ after, committedOn }) => (after === undefined ? [] : { id: after, committedOn }));
  return [...blobs.slice(0, MOST_VERSIONS - 1), { id: inForce, committedOn: from }];
}
