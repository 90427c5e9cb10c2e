import { settingsFor } from '../../plan/config/settings.ts';
import type { Day } from '../../plan/day.ts';
import { type PlanSummary, PORTFOLIO_FORMAT, type Portfolio } from '../../plan/portfolio/types.ts';
import { PORTFOLIO_CHANGED } from '../../protocol/portfolio.ts';
import { inTurns } from '../bit-by-bit.ts';
import { pathOf } from '../config-document.ts';
import { slashed } from '../config-file.ts';
import type { Session } from '../session.ts';
import type { SavedPlan } from '../workspace/plans.ts';
import { Background, type Job } from './background.ts';
import type { FileSettings } from './messages.ts';
import { OpenPlans } from './open-plans.ts';

/** Files that are summed up together: few at first, so that something is there soon; then many, as git is asked for all of them at once. */
const FIRST = 20;
const MANY = 100;

/** Clients that do not tell of changes have the disk asked so long after the last time, in milliseconds. */
const FRESH = 2000;

/** Clients are told of news once in so many milliseconds. */
const TELL = 250;

/** What a summary was worked out from, beside the file. */
interface Basis {
  readonly today: Day;
  readonly hidden: string;
  readonly rules: FileSettings['rules'];
  readonly team: FileSettings['team'];
  readonly folder: string | undefined;
}

interface Entry {
  readonly stamp: string;
  readonly basis: Basis;
  readonly summaries: readonly PlanSummary[];
}

/**
 * All plans of the workspace, summed up. Nothing is done before somebody asks; then the first answer is what is known by then, and the client is told
 * when there is more. A file is read again only if it changed, or what it is judged by; open documents count over the disk.
 */
export class WorkspacePortfolio {
  private readonly session: Session;
  private readonly background: Background;
  private readonly open: OpenPlans;
  private saved: ReadonlyMap<string, SavedPlan> = new Map();
  private entries = new Map<string, Entry>();
  private readonly settings = new WeakMap<FileSettings['rules'], FileSettings>();
  /** Files that may be others than they were; `all` where nobody tells. */
  private changed: Set<string> | 'all' = new Set();
  private isAsked = false;
  private isAnew = false;
  private isDue = false;
  private working: Promise<void> | undefined;
  /** Files still to be read. */
  private left = 0;
  private lastLook = 0;
  /** The client was told that there is more to come. */
  private isAwaited = false;
  private telling: NodeJS.Timeout | undefined;
  private lastTold = 0;

  constructor(session: Session, background = new Background()) {
    this.session = session;
    this.background = background;
    this.open = new OpenPlans(
      session,
      path => this.saved.get(path)?.folder ?? session.plans.folderOf(path),
      () => this.tell(),
    );
  }

  /** What is known now. The first question begins to look; so do later ones, where the client does not tell of changes. */
  now(): Portfolio {
    const isOld = !this.session.plans.isTold && Date.now() - this.lastLook > FRESH;
    if (!this.isAsked || isOld) this.look();
    this.isAsked = true;
    this.isAwaited = this.working !== undefined;
    const of = this.saved.size;
    return {
      format: PORTFOLIO_FORMAT,
      asOf: this.session.today(),
      plans: this.summaries(),
      ...(this.working && { reading: { done: of - this.left, of } }),
    };
  }

  /** The same once nothing is left to read. */
  async whole(): Promise<Portfolio> {
    this.now();
    while (this.working) await this.working;
    return this.now();
  }

  /** Files changed on disk, or which there are; undefined where it is not known which. */
  filesChanged(path: string | undefined): void {
    if (path !== undefined && this.changed !== 'all') this.changed.add(path);
    if (this.isAsked) this.look();
  }

  /** Settings changed, or the day: everything is worked out anew as far as it is another. */
  settingsChanged(): void {
    this.isAnew = true;
    if (this.isAsked) this.look();
  }

  /** An open document changed, or what is known of it. */
  edited(uri: string): void {
    if (this.isAsked) this.open.edited(uri);
  }

  /** A document was closed: from now on its file counts. */
  closed(uri: string): void {
    this.open.closed(uri);
    const path = pathOf(uri);
    if (path !== undefined) this.filesChanged(path);
  }

  private summaries(): readonly PlanSummary[] {
    const open = new Map(this.open.summaries());
    const plans: PlanSummary[] = [];
    for (const path of this.saved.keys()) {
      const own = open.get(path) ?? this.entries.get(path)?.summaries ?? [];
      open.delete(path);
      for (const plan of own) plans.push(plan);
    }
    for (const own of open.values()) plans.push(...own);
    return plans;
  }

  private look(): void {
    this.isDue = true;
    this.working ??= this.work()
      .catch(error => this.session.connection.console.error(`portfolio: ${String(error)}`))
      .finally(() => {
        this.working = undefined;
        this.left = 0;
        if (this.isAwaited) this.tell();
      });
  }

  private async work(): Promise<void> {
    while (this.isDue) {
      this.isDue = false;
      const isAnew = this.isAnew;
      this.isAnew = false;
      this.lastLook = Date.now();
      const saved = await this.session.plans.saved();
      if (!this.session.plans.isTold) this.changed = 'all';
      if (this.entries.size > 0 && [...this.entries.keys()].some(path => !saved.has(path))) this.tell();
      for (const path of this.entries.keys()) if (!saved.has(path)) this.entries.delete(path);
      this.saved = saved;
      await this.open.look(isAnew);
      await this.readSaved();
    }
  }

  private async readSaved(): Promise<void> {
    const started = performance.now();
    const wanted = await this.wanted();
    this.left = wanted.length;
    let read = 0;
    for (let at = 0; at < wanted.length; ) {
      const some = wanted.slice(at, at + (at === 0 ? FIRST : MANY));
      read += await this.readSome(some);
      at += some.length;
    }
    if (read > 0) {
      const took = Math.round(performance.now() - started);
      this.session.connection.console.log(`portfolio: ${read} of ${this.saved.size} files read in ${took} ms`);
    }
  }

  /** The files that changed, or that are judged by something else than before. */
  private async wanted(): Promise<readonly Wanted[]> {
    const { changed } = this;
    this.changed = new Set();
    const open = this.open.summaries();
    const today = this.session.today();
    const hidden = [...this.session.settings.hiddenRules].join(' ');
    const wanted: Wanted[] = [];
    const turn = inTurns();
    for (const [path, { uri, folder }] of this.saved) {
      await turn();
      // What is open counts; once it is closed, its file is looked at.
      if (open.has(path)) continue;
      const { settings } = await this.session.configs.nearest(path);
      const rules = settingsFor(settings, slashed(path));
      const basis = { today, hidden, rules, team: settings.team, folder };
      const entry = this.entries.get(path);
      const isSame = entry !== undefined && isEqual(entry.basis, basis);
      if (!isSame || changed === 'all' || changed.has(path))
        wanted.push({ path, uri, basis, stamp: isSame ? entry.stamp : undefined });
    }
    return wanted;
  }

  /** How many of them were read: the others are as they were. */
  private async readSome(wanted: readonly Wanted[]): Promise<number> {
    const [first] = wanted;
    if (!first) return 0;
    const bases = new Map(wanted.map(({ path, basis }) => [path, basis]));
    const job: Job = {
      today: first.basis.today,
      hidden: [...this.session.settings.hiddenRules],
      files: wanted.map(({ path, uri, basis, stamp }) => ({
        path,
        uri,
        folder: basis.folder,
        stamp,
        settings: this.settingsOf(basis),
      })),
    };
    let read = 0;
    for (const { path, stamp, summaries } of await this.background.sumUp(job)) {
      const basis = bases.get(path);
      if (!basis || !summaries) continue;
      read++;
      if (stamp === '') this.entries.delete(path);
      else this.entries.set(path, { stamp, basis, summaries });
    }
    this.left -= wanted.length;
    if (read > 0) this.tell();
    return read;
  }

  private settingsOf({ rules, team }: Basis): FileSettings {
    const known = this.settings.get(rules);
    if (known?.team === team) return known;
    const settings = { rules, team };
    this.settings.set(rules, settings);
    return settings;
  }

  private tell(): void {
    if (!this.isAsked || this.telling) return;
    const wait = Math.max(0, this.lastTold + TELL - performance.now());
    this.telling = setTimeout(() => {
      this.telling = undefined;
      this.lastTold = performance.now();
      void this.session.connection.sendNotification(PORTFOLIO_CHANGED, {});
    }, wait).unref();
  }
}

interface Wanted {
  readonly path: string;
  readonly uri: string;
  readonly basis: Basis;
  readonly stamp: string | undefined;
}

function isEqual(a: Basis, b: Basis): boolean {
  return (
    a.today === b.today && a.hidden === b.hidden && a.rules === b.rules && a.team === b.team && a.folder === b.folder
  );
}
