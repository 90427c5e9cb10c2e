import { pullsDiagnostics, pushDiagnostics } from './features/diagnostics.ts';
import type { Session } from './session.ts';

/** Longest wait before a push, in milliseconds. */
const LONGEST_WAIT = 200;
/** What takes fewer milliseconds does not wait. */
const QUICK = 12;

/**
 * Sends diagnostics to clients that do not ask for them, as soon as no further key has arrived. Where keys follow each other faster than they can be
 * answered, they follow after a wait that grows with what the last edit took: a huge plan is not read ten times for ten keys.
 */
export class Pusher {
  private readonly session: Session;
  /** What forgets the push that is to come. */
  private readonly waiting = new Map<string, () => void>();
  /** When a document was last changed. */
  private readonly changes = new Map<string, number>();

  constructor(session: Session) {
    this.session = session;
  }

  /** A document was opened or changed. */
  changed(uri: string): void {
    if (pullsDiagnostics(this.session)) return;
    this.waiting.get(uri)?.();
    const cost = this.session.documents.cost(uri) ?? 0;
    const now = performance.now();
    const rested = now - (this.changes.get(uri) ?? 0);
    this.changes.set(uri, now);
    const push = () => {
      this.waiting.delete(uri);
      void pushDiagnostics(this.session, uri);
    };
    if (cost < QUICK || rested > cost) {
      // Messages that have arrived are taken in one a turn of the event loop: the second turn without a change is a rest.
      let next = setImmediate(() => {
        next = setImmediate(push);
      });
      this.waiting.set(uri, () => clearImmediate(next));
    } else {
      const timer = setTimeout(push, Math.min(LONGEST_WAIT, cost / 4));
      this.waiting.set(uri, () => clearTimeout(timer));
    }
  }

  /** A document was closed: its diagnostics go with it. */
  closed(uri: string): void {
    this.waiting.get(uri)?.();
    this.waiting.delete(uri);
    this.changes.delete(uri);
    if (pullsDiagnostics(this.session)) return;
    this.session.connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
  }
}
