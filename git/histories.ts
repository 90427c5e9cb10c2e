import type { Day } from '../plan/day.ts';
import type { PlanVersion } from '../plan/history/versions.ts';
import { committedBlobs, textsOf } from './blobs.ts';
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
 * Files of one repository cost four calls of git together, and two more where some were renamed or are young. Never rejects.
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
  const [earliest] = files.map(({ from }) => from).sort();
  if (!earliest) return new Map();
  const names = [...new Set(files.map(({ name }) => name))];
  const changes = await changesSince(root, names, earliest, signal);
  if (!changes) return new Map();
  const blobs = new Map<Named, readonly Blob[]>();
  const untouched: Named[] = [];
  const young: Named[] = [];
  for (const one of files) {
    const [newest] = changes.get(one.name) ?? [];
    if (!newest || newest.committedOn <= one.from) untouched.push(one);
    else {
      const own = blobsOf(changes.get(one.name) ?? [], one.from);
      if (own) blobs.set(one, own);
      else young.push(one);
    }
  }
  for (const [one, own] of await underFormerNames(root, young, changes, earliest, signal)) blobs.set(one, own);
  const committed = await committedBlobs(
    root,
    untouched.map(({ name }) => name),
    signal,
  );
  untouched.forEach((one, index) => {
    const id = committed[index];
    if (id !== undefined) blobs.set(one, [{ id, committedOn: one.from }]);
  });
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

/** What seems young may only have got another name. */
async function underFormerNames(
  root: string,
  young: readonly Named[],
  changes: Changes,
  earliest: Day,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<Named, readonly Blob[]>> {
  const found = new Map<Named, readonly Blob[]>();
  const renames = young.length > 0 ? await renamesSince(root, earliest, signal) : undefined;
  const moved = young.flatMap(one => {
    const rename = renames?.get(one.name)?.at(-1);
    return rename?.formerName === undefined ? [] : { one, rename, formerName: rename.formerName };
  });
  if (moved.length === 0) return found;
  const former = await changesSince(root, [...new Set(moved.map(({ formerName }) => formerName))], earliest, signal);
  for (const { one, rename, formerName } of moved) {
    const since = (changes.get(one.name) ?? []).filter(({ before }) => before !== undefined);
    const before = (former?.get(formerName) ?? []).filter(({ after }) => after !== undefined);
    const own = blobsOf([...since, rename, ...before], one.from);
    if (own) found.set(one, own);
  }
  return found;
}

type Changes = ReadonlyMap<string, readonly FileChange[]>;

/** The versions since a day and the one before them; undefined where there was none. */
function blobsOf(changes: readonly FileChange[], from: Day): readonly Blob[] | undefined {
  const end = changes.findIndex(({ committedOn }) => committedOn <= from);
  const since = end < 0 ? changes : changes.slice(0, end);
  const inForce = since.at(-1)?.before;
  if (inForce === undefined) return undefined;
  const blobs = since.flatMap(({ after, committedOn }) => (after === undefined ? [] : { id: after, committedOn }));
  return [...blobs.slice(0, MOST_VERSIONS - 1), { id: inForce, committedOn: from }];
}
