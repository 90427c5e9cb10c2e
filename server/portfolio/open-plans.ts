import { setImmediate } from 'node:timers/promises';
import type { Day } from '../../plan/day.ts';
import type { PlanSummary } from '../../plan/portfolio/types.ts';
import { isConfig, pathOf } from '../config-document.ts';
import type { Session } from '../session.ts';

/** So long nobody may have typed in a plan before it is summed up again, in milliseconds. */
const REST = 300;

interface OpenPlan {
  readonly path: string;
  summaries: readonly PlanSummary[] | undefined;
  /** Until somebody has stopped typing. */
  waiting: NodeJS.Timeout | undefined;
}

/** The plans that somebody has open, as they stand in the editor. Documents that are in no file yet, and older versions of files, are none. */
export class OpenPlans {
  private readonly session: Session;
  private readonly changed: () => void;
  private readonly folderOf: (path: string) => string | undefined;
  private readonly plans = new Map<string, OpenPlan>();
  private judgedOn: Day | undefined;

  /** `changed` is told of new summaries. */
  constructor(session: Session, folderOf: (path: string) => string | undefined, changed: () => void) {
    this.session = session;
    this.folderOf = folderOf;
    this.changed = changed;
  }

  /** Takes in what is open now; on a new day and after a change of settings all of it is summed up again. Never rejects. */
  async look(isAnew: boolean): Promise<void> {
    const today = this.session.today();
    const all = isAnew || this.judgedOn !== today;
    this.judgedOn = today;
    const uris = [...this.session.documents.uris()];
    for (const uri of this.plans.keys()) if (!uris.includes(uri)) this.closed(uri);
    for (const uri of uris) {
      if (!all && this.plans.get(uri)?.summaries) continue;
      // Each is a turn of its own.
      await setImmediate();
      await this.sumUp(uri);
    }
  }

  /** Somebody opened a plan or typed in it, or its older versions have arrived. */
  edited(uri: string): void {
    const plan = this.known(uri);
    if (!plan) return;
    clearTimeout(plan.waiting);
    plan.waiting = setTimeout(() => void this.sumUp(uri), REST).unref();
  }

  /** A document was closed: it is summed up no more. */
  closed(uri: string): void {
    clearTimeout(this.plans.get(uri)?.waiting);
    this.plans.delete(uri);
  }

  /** The summaries by the path of the file; those that are not known yet are left out. */
  summaries(): ReadonlyMap<string, readonly PlanSummary[]> {
    return new Map([...this.plans.values()].flatMap(({ path, summaries }) => (summaries ? [[path, summaries]] : [])));
  }

  private known(uri: string): OpenPlan | undefined {
    const path = isConfig(uri) ? undefined : pathOf(uri);
    if (path === undefined || this.session.documents.version(uri) === undefined) return undefined;
    const plan = this.plans.get(uri) ?? { path, summaries: undefined, waiting: undefined };
    this.plans.set(uri, plan);
    return plan;
  }

  private async sumUp(uri: string): Promise<void> {
    const plan = this.known(uri);
    if (!plan) return;
    try {
      const open = await this.session.open(uri);
      if (!open || this.plans.get(uri) !== plan) return;
      const { path } = plan;
      const shown = await this.session.checks.shown(open);
      const { summariesOf } = await import('./worker.ts');
      const summaries = summariesOf(open.file, shown, this.session.today(), { path, uri, folder: this.folderOf(path) });
      if (JSON.stringify(summaries) === JSON.stringify(plan.summaries)) return;
      plan.summaries = summaries;
      this.changed();
    } catch {
      // Somebody goes on typing: the newest version is summed up after that.
    }
  }
}
