import { pullsDiagnostics, pushDiagnostics } from './features/diagnostics.ts';
import type { Session } from './session.ts';

/** Longest wait before a push, in milliseconds. */
const LONGEST_WAIT = 200;

/**
 * Sends diagnostics to clients that do not ask for them. They follow a change after a wait that grows with what the last reading took: a
 * small plan answers at once, and a huge one is not read ten times for ten keys.
 */
export class Pusher {
  private readonly session: Session;
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(session: Session) {
    this.session = session;
  }

  /** A document was opened or changed. */
  changed(uri: string): void {
    if (pullsDiagnostics(this.session)) return;
    clearTimeout(this.timers.get(uri));
    const wait = Math.min(LONGEST_WAIT, (this.session.documents.cost(uri) ?? 0) / 4);
    const timer = setTimeout(() => {
      this.timers.delete(uri);
      void pushDiagnostics(this.session, uri);
    }, wait);
    this.timers.set(uri, timer);
  }

  /** A document was closed: its diagnostics go with it. */
  closed(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    if (pullsDiagnostics(this.session)) return;
    this.session.connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
  }
}
