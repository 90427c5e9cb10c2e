import type { FileChange } from './log.ts';

/** The changes of files, newest first, by the name that each had then. */
export type Changes = ReadonlyMap<string, readonly FileChange[]>;

/** All names that files had before, and those that these had. It may be more than they had: a name can have been given twice. */
export function formerNames(names: Iterable<string>, renames: Changes): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...names];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    for (const { formerName } of renames.get(name) ?? []) {
      if (formerName === undefined || found.has(formerName)) continue;
      found.add(formerName);
      left.push(formerName);
    }
  }
  return found;
}

/** The changes of one file, newest first, through every name that it had. */
export function underAllNames(name: string, changes: Changes, renames: Changes): readonly FileChange[] {
  const all: FileChange[] = [];
  let called = name;
  let own = changes.get(called) ?? [];
  for (let at = 0; at < own.length; at++) {
    const change = own[at];
    if (!change) break;
    const rename = renameAt(change, renames.get(called));
    all.push(rename ?? change);
    if (rename?.formerName === undefined) continue;
    called = rename.formerName;
    own = changes.get(called) ?? [];
    at = own.findIndex(({ commit }) => commit === rename.commit);
    if (at < 0) break;
  }
  return all;
}

/** Where a file came to a name, the rename that brought it there. */
function renameAt({ before, commit }: FileChange, renames: readonly FileChange[] = []): FileChange | undefined {
  return before === undefined ? renames.find(rename => rename.commit === commit) : undefined;
}
