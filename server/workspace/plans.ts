import { stat } from 'node:fs/promises';
import * as path from 'node:path';
import type { FileEvent, InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver-protocol';
import type { PlanFile } from '../../plan/check.ts';
import { isPlanName } from '../../plan/config/names.ts';
import type { TeamFormat } from '../../plan/team-format.ts';
import { inTurns } from '../bit-by-bit.ts';
import { isConfig, pathOf, uriOf } from '../config-document.ts';
import { slashed } from '../config-file.ts';
import type { OpenDocument } from '../documents.ts';
import { FileChange } from '../lsp.ts';
import type { Session } from '../session.ts';
import { linesOf, readClosed } from './closed-file.ts';
import { type Digest, digestOf } from './digest.ts';
import { type FoundFiles, findFiles, matcherOf } from './found-files.ts';
import { Watching } from './watching.ts';

/** A file of the workspace, or one that is open, with what is known of it. */
export interface KnownFile {
  readonly uri: string;
  /** Undefined for a document that is in no file yet. */
  readonly path: string | undefined;
  readonly digest: Digest;
}

/** A plan or agenda on disk, by its name: nobody has looked into it. */
export interface SavedPlan {
  readonly uri: string;
  /** The name of its workspace folder, where there are several. */
  readonly folder: string | undefined;
}

interface Entry {
  readonly uri: string;
  /** When it was written, and how long it is: what does not change is not read again. */
  stamp: string;
  digest: Digest | undefined;
}

/** Clients that do not tell of changes are asked the disk for so long after the last time, in milliseconds. */
const FRESH = 2000;

/**
 * All plans and agendas of the workspace's folders, as far as they are saved, and all open documents as they stand. Nothing is looked for before
 * somebody asks; then files are listed, read one after the other between other work, and kept as digests. What did not change is not read again.
 */
export class WorkspacePlans {
  private readonly session: Session;
  private readonly watching: Watching;
  private roots: readonly string[] = [];
  private entries = new Map<string, Entry>();
  private further: FoundFiles['further'] = [];
  private isListed = false;
  private listing: Promise<void> | undefined;
  private lastList = 0;
  /** True once it is known that the client tells of changes on disk. */
  isTold = false;
  private readonly changed = new Set<string>();
  private lastLook = 0;
  /** What was last read: an agenda's plan is asked for with every movement of the cursor. */
  private lastRead:
    | { readonly file: string; readonly stamp: string; readonly team: TeamFormat; readonly read: PlanFile }
    | undefined;
  private working: Promise<unknown> = Promise.resolve();

  constructor(session: Session) {
    this.session = session;
    this.watching = new Watching(session);
  }

  /** The folders that the client has open. */
  begin({ workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>): void {
    this.setRoots(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
  }

  /** Folders were added or taken away. */
  foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
    this.setRoots([...this.roots.filter(root => !gone.has(root)).map(uriOf), ...added.map(({ uri }) => uri)]);
  }

  /** Takes in what changed on disk; the changes that are not about plans are given back. */
  filesChanged(changes: readonly FileEvent[]): readonly FileEvent[] {
    return changes.filter(({ uri, type }) => {
      const file = pathOf(uri);
      if (file === undefined || isConfig(uri) || this.session.closedConfigs.isUsed(file) || !this.isPlan(file))
        return true;
      // Whether a new file counts, git says.
      if (type !== FileChange.Changed) this.isListed = false;
      this.changed.add(file);
      this.session.portfolio?.filesChanged(file);
      return false;
    });
  }

  /** Configurations changed, and with them perhaps what is a plan. */
  configsChanged(): void {
    this.isListed = false;
    this.session.portfolio?.filesChanged(undefined);
  }

  /** A document was closed: from now on its file counts. */
  closed(uri: string): void {
    const file = pathOf(uri);
    if (file !== undefined) this.changed.add(file);
  }

  /** Everything that is known, open documents first. `isWanted` spares the reading of files that nobody asks for. Never rejects. */
  async known(isWanted: (file: string) => boolean = () => true): Promise<readonly KnownFile[]> {
    // One after the other: two that ask at once would read everything twice.
    const done = this.working.then(() => this.lookAfter(isWanted));
    this.working = done.catch(error =>
      this.session.connection.console.error(`plans of the workspace: ${String(error)}`),
    );
    await this.working;
    const open = await this.openFiles();
    const paths = new Set(open.map(one => one.path));
    const saved = [...this.entries].flatMap(([file, { uri, digest }]) =>
      digest && isWanted(file) && !paths.has(file) ? [{ uri, path: file, digest }] : [],
    );
    return [...open, ...saved];
  }

  /** The plans and agendas on disk by their paths, unread. Never rejects. */
  async saved(): Promise<ReadonlyMap<string, SavedPlan>> {
    this.isTold = await this.watching.isOn(this.further);
    if (!this.isTold && Date.now() - this.lastList > FRESH) this.isListed = false;
    await this.listed();
    this.isTold = await this.watching.isOn(this.further);
    const saved = new Map<string, SavedPlan>();
    const turn = inTurns();
    for (const [path, { uri }] of this.entries) {
      await turn();
      saved.set(path, { uri, folder: this.folderOf(path) });
    }
    return saved;
  }

  /** The name of the workspace folder that a file is in; undefined where there is only one, or it is in none. */
  folderOf(file: string): string | undefined {
    if (this.roots.length < 2) return undefined;
    const around = this.roots.filter(root => file.startsWith(root.endsWith(path.sep) ? root : root + path.sep));
    const [nearest] = around.sort((a, b) => b.length - a.length);
    return nearest && path.basename(nearest);
  }

  /** The plan or agenda in a file as it stands in the editor, else on disk; undefined where it cannot be read. Never rejects. */
  async read(
    file: string,
  ): Promise<(Pick<OpenDocument, 'uri' | 'text' | 'file'> & { readonly version: number | null }) | undefined> {
    for (const uri of this.session.documents.uris()) if (pathOf(uri) === file) return this.session.open(uri);
    const { settings } = await this.session.configs.nearest(file);
    const stamp = await stampOf(file);
    const last = this.lastRead;
    const isSame = last?.file === file && last.stamp === stamp && last.team === settings.team;
    const read = isSame ? last.read : await readClosed(file, settings.team);
    this.lastRead = read && { file, stamp, team: settings.team, read };
    const uri = uriOf(file);
    return read && { uri, file: read, text: linesOf(uri, read), version: null };
  }

  private setRoots(uris: readonly string[]): void {
    this.roots = uris.flatMap(uri => pathOf(uri) ?? []).map(root => path.normalize(root));
    this.isListed = false;
    this.session.portfolio?.filesChanged(undefined);
  }

  private isPlan(file: string): boolean {
    if (this.entries.has(file) || isPlanName(file)) return true;
    return this.further.some(plans => matcherOf(plans)(slashed(path.relative(path.normalize(plans.folder), file))));
  }

  private async openFiles(): Promise<KnownFile[]> {
    const open: KnownFile[] = [];
    for (const uri of [...this.session.documents.uris()]) {
      const document = isConfig(uri) ? undefined : await this.session.open(uri);
      if (document) open.push({ uri, path: pathOf(uri), digest: digestOf(document.file, document.text) });
    }
    return open;
  }

  private async lookAfter(isWanted: (file: string) => boolean): Promise<void> {
    const isTold = await this.watching.isOn(this.further);
    const isOld = !isTold && Date.now() - this.lastLook > FRESH;
    if (isOld) this.isListed = false;
    await this.listed();
    if (isOld) for (const file of this.entries.keys()) this.changed.add(file);
    if (isOld) this.lastLook = Date.now();
    for (const [file, entry] of this.entries) {
      if (!isWanted(file) || (entry.digest && !this.changed.has(file))) continue;
      this.changed.delete(file);
      await this.refresh(file, entry);
    }
  }

  /** Two that ask at once wait for one search. */
  private async listed(): Promise<void> {
    while (!this.isListed || this.listing) {
      this.listing ??= this.list().finally(() => {
        this.listing = undefined;
      });
      await this.listing;
    }
  }

  private async list(): Promise<void> {
    // Whatever comes in from here on is news again.
    this.isListed = true;
    this.lastList = Date.now();
    const all = await Promise.all(this.roots.map(root => findFiles(root, this.session.configs)));
    const before = this.entries;
    this.further = [...new Set(all.flatMap(({ further }) => further))];
    const entries = new Map<string, Entry>();
    const turn = inTurns();
    for (const file of all.flatMap(({ files }) => files)) {
      await turn();
      entries.set(file, before.get(file) ?? { uri: uriOf(file), stamp: '', digest: undefined });
    }
    this.entries = entries;
    await this.watching.isOn(this.further);
  }

  private async refresh(file: string, entry: Entry): Promise<void> {
    const stamp = await stampOf(file);
    if (stamp !== '' && stamp === entry.stamp && entry.digest) return;
    entry.stamp = stamp;
    const read = stamp === '' ? undefined : await readClosed(file);
    entry.digest = read && digestOf(read, linesOf(entry.uri, read));
  }
}

/** When a file was written, and how long it is; '' where there is none. */
function stampOf(file: string): Promise<string> {
  return stat(file).then(
    ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
    () => '',
  );
}
