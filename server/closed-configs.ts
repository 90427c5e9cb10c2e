import type { Diagnostic } from 'vscode-languageserver-protocol';
import { configFindings } from '../plan/config/finding.ts';
import { CONFIG_FILE } from '../plan/config/names.ts';
import type { ResolvedConfig } from '../plan/config/resolve.ts';
import { uriOf } from './config-document.ts';
import { slashed } from './config-file.ts';
import { toDiagnostic } from './convert.ts';
import type { Session } from './session.ts';
import { LinedText } from './text.ts';

/**
 * The configurations that open plans use and that nobody has open themselves: their findings are sent along, since
 * no client asks for those of a closed file, and the files that they extend are watched, which may go by any name.
 */
export class ClosedConfigs {
  private readonly session: Session;
  private readonly shown = new Set<string>();
  private readonly watched = new Map<string, Promise<void>>();

  constructor(session: Session) {
    this.session = session;
  }

  /** A configuration is used by a plan: once each time that it is read. */
  used({ files, asked }: ResolvedConfig): void {
    for (const { path, text, problems } of files) {
      const uri = uriOf(path);
      if (this.session.documents.version(uri) !== undefined || (problems.length === 0 && !this.shown.has(uri)))
        continue;
      const document = new LinedText(uri, 'yaml', 0, text);
      const help = this.session.rulePage('config');
      this.send(
        uri,
        configFindings(problems).map(finding => toDiagnostic(document, finding, help)),
      );
      this.shown.add(uri);
    }
    for (const path of asked) this.watch(path);
  }

  /** Somebody opened the file: from now on its findings are told as those of any open document. */
  opened(uri: string): void {
    if (this.shown.delete(uri)) this.send(uri, []);
  }

  /** True for a file that configurations extend, or looked for. */
  isUsed(file: string): boolean {
    return this.watched.has(slashed(file));
  }

  /** Everything is read anew when it is next asked for; what is gone by then must not stay on show. */
  forget(): void {
    for (const uri of this.shown) this.send(uri, []);
    this.shown.clear();
  }

  private send(uri: string, diagnostics: Diagnostic[]): void {
    this.session.connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  }

  /** Clients watch configurations by their name; others must be asked for. */
  private watch(path: string): void {
    const { didChangeWatchedFiles } = this.session.capabilities.workspace ?? {};
    if (path.endsWith(`/${CONFIG_FILE}`) || this.watched.has(path) || !didChangeWatchedFiles?.dynamicRegistration)
      return;
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1).replaceAll(/[[\]{}*?]/g, '?');
    const globPattern = didChangeWatchedFiles.relativePatternSupport
      ? { baseUri: uriOf(path.slice(0, slash + 1)), pattern: name }
      : `${path.slice(0, slash + 1)}${name}`;
    const watchers = [{ globPattern }];
    const registered = this.session.connection.register('workspace/didChangeWatchedFiles', { watchers });
    this.watched.set(path, registered);
    registered.catch(() => this.watched.delete(path));
  }
}
