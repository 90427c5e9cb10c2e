import { PLAN_FILES } from '../../plan/config/names.ts';
import { uriOf } from '../config-document.ts';
import type { Session } from '../session.ts';
import type { FoundFiles } from './found-files.ts';

/** Asks the client to tell of plans that change on disk, where it offers that. */
export class Watching {
  private readonly session: Session;
  private readonly asked = new Map<string, Promise<boolean>>();

  constructor(session: Session) {
    this.session = session;
  }

  /** True once the client tells of all plans: by their names, and by the globs of configurations. Never rejects. */
  async isOn(further: FoundFiles['further']): Promise<boolean> {
    const { didChangeWatchedFiles } = this.session.capabilities.workspace ?? {};
    if (!didChangeWatchedFiles?.dynamicRegistration) return false;
    const all = [this.ask(PLAN_FILES.map(globPattern => ({ globPattern })))];
    for (const { folder, globs } of further) {
      const wanted = globs.filter(glob => !glob.startsWith('!'));
      const patterns = didChangeWatchedFiles.relativePatternSupport
        ? wanted.map(pattern => ({ globPattern: { baseUri: uriOf(folder), pattern } }))
        : wanted.map(glob => ({ globPattern: `${folder}/${glob}` }));
      all.push(this.ask(patterns));
    }
    return (await Promise.all(all)).every(isOn => isOn);
  }

  private ask(watchers: readonly object[]): Promise<boolean> {
    const key = JSON.stringify(watchers);
    const known =
      this.asked.get(key) ??
      this.session.connection.register('workspace/didChangeWatchedFiles', { watchers }).then(
        () => true,
        () => false,
      );
    this.asked.set(key, known);
    return known;
  }
}
