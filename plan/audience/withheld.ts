import { type Node, resolve, type SyntaxDocument } from '../syntax/tree.ts';
import { type Entries, type Entry, entriesOf } from './entries.ts';
import type { PathTree } from './withheld-paths.ts';

/** An entry that goes, and why. */
export interface Withheld {
  readonly entry: Entry;
  /** The path that withholds it; undefined for what borrows from an entry that is withheld. */
  readonly because: string | undefined;
}

/**
 * What of a document is withheld: whatever is read at one of the paths, be it written there, borrowed through an alias or merged in – it goes
 * where it is written –; keys of a team's own wherever they stand; and every alias to something inside what goes. Never throws.
 */
export function withheldOf(document: SyntaxDocument, paths: PathTree, keys: ReadonlySet<string>): Withheld[] {
  const entries = entriesOf(document);
  const search = new Search(entries);
  for (const section of entries.sections) search.visit(section, paths);
  if (keys.size > 0) for (const entry of entries.all) if (keys.has(entry.key)) search.withhold(entry, entry.key);
  search.follow();
  return [...search.found.values()];
}

class Search {
  readonly found = new Map<Entry, Withheld>();
  private readonly entries: Entries;
  private readonly gone = new Set<Node>();
  /** Aliases may lead to the same place many times, and in circles. */
  private readonly seen = new Map<Node, Set<PathTree>>();

  constructor(entries: Entries) {
    this.entries = entries;
  }

  /** Looks at an entry of something whose fields the tree describes. */
  visit(entry: Entry, tree: PathTree): void {
    // What is merged in is read as if it stood here, and a list as its items.
    const transparent = entry.key === '<<' || entry.key === '';
    const below = transparent ? tree : tree.below.get(entry.key);
    if (!below) return;
    if (!transparent && below.path !== undefined) {
      this.withhold(entry, below.path);
      return;
    }
    const target = resolve(entry.value);
    if (!target || this.seen.get(target)?.has(below)) return;
    this.seen.set(target, (this.seen.get(target) ?? new Set()).add(below));
    for (const one of this.entries.inside.get(target) ?? []) this.visit(one, below);
  }

  withhold(entry: Entry, because: string | undefined): void {
    if (this.found.has(entry)) return;
    this.found.set(entry, { entry, because });
    const pending: Node[] = [entry.value];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (this.gone.has(node)) continue;
      this.gone.add(node);
      for (const { value } of this.entries.inside.get(node) ?? []) pending.push(value);
    }
  }

  /** Withholds what borrows from what is withheld, until nothing more does. */
  follow(): void {
    const aliases = this.entries.all.filter(({ value }) => value.kind === 'alias' && !this.gone.has(value));
    for (let before = -1; before !== this.found.size; ) {
      before = this.found.size;
      for (const entry of aliases) {
        const target = resolve(entry.value);
        if (target && this.gone.has(target) && !this.gone.has(entry.value)) this.withhold(entry, undefined);
      }
    }
  }
}
