import { Repositories, type Repository } from '../git/repository.ts';
import { watchHead } from '../git/watch.ts';
import type { Day } from '../plan/day.ts';
import type { PlanVersion } from '../plan/history/versions.ts';

type Versions = readonly PlanVersion[] | undefined;

/** What is known of one open document, and what ends the work on it. */
interface Known {
  readonly file: string;
  readonly from: Day;
  readonly stop: AbortController;
  versions: Versions;
}

/** A repository that is watched, and the documents that need it. */
interface Watched {
  readonly uris: Set<string>;
  readonly stop: () => void;
}

/**
 * The older versions of open plans. They are asked for in the background when a plan is first checked, when it is saved and when HEAD moves; until they
 * are there a plan has none.
 */
export class Histories {
  private readonly known = new Map<string, Known>();
  private readonly watched = new Map<string, Watched>();
  private readonly arrived: (uri: string) => void;

  /** `arrived` is told of documents whose versions are others than before. */
  constructor(arrived: (uri: string) => void) {
    this.arrived = arrived;
  }

  /** The versions of a document as far as they are there; the first question starts to look for them. `from`: the day of its last review. */
  of(uri: string, file: string | undefined, from: Day | undefined): Versions {
    const known = this.known.get(uri);
    if (known || file === undefined || from === undefined) return known?.versions;
    this.load(uri, file, from, undefined);
    return undefined;
  }

  /** Looks again: the document was saved, and may have another last review, another name or a repository by now. */
  saved(uri: string, file: string | undefined, from: Day | undefined): void {
    const before = this.known.get(uri)?.versions;
    this.forget(uri);
    if (file !== undefined && from !== undefined) this.load(uri, file, from, before);
    else if (before) this.arrived(uri);
  }

  /** The document was closed: what is under way for it is called off. */
  forget(uri: string): void {
    this.known.get(uri)?.stop.abort();
    this.known.delete(uri);
    for (const [root, { uris, stop }] of this.watched) {
      if (!uris.delete(uri) || uris.size > 0) continue;
      stop();
      this.watched.delete(root);
    }
  }

  private load(uri: string, file: string, from: Day, versions: Versions): void {
    const known: Known = { file, from, stop: new AbortController(), versions };
    this.known.set(uri, known);
    void this.read(uri, known);
  }

  /** Never rejects. */
  private async read(uri: string, known: Known): Promise<void> {
    const { file, from, stop } = known;
    const repositories = new Repositories();
    const tracked = await repositories.of(file);
    const { versionsOf } = await import('../git/histories.ts');
    const found = tracked && (await versionsOf([{ file, from }], repositories, stop.signal)).get(file);
    if (this.known.get(uri) !== known) return;
    if (tracked) this.watch(tracked.repository, uri);
    if (isSame(known.versions, found)) return;
    known.versions = found;
    this.arrived(uri);
  }

  private watch(repository: Repository, uri: string): void {
    const { root } = repository;
    const watched = this.watched.get(root) ?? {
      uris: new Set<string>(),
      stop: watchHead(repository, () => this.moved(root)),
    };
    watched.uris.add(uri);
    this.watched.set(root, watched);
  }

  private moved(root: string): void {
    for (const uri of this.watched.get(root)?.uris ?? []) {
      const known = this.known.get(uri);
      if (!known) continue;
      known.stop.abort();
      this.load(uri, known.file, known.from, known.versions);
    }
  }
}

/** Versions that say the same stay the same objects, so that nothing is read or drawn anew. */
function isSame(a: Versions, b: Versions): boolean {
  return (
    a === b ||
    (a?.length === b?.length &&
      a?.every((one, index) => one.text === b?.[index]?.text && one.committedOn === b?.[index]?.committedOn) === true)
  );
}
