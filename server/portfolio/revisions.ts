import { randomUUID } from 'node:crypto';
import type { PlanSummary, Portfolio } from '../../plan/portfolio/types.ts';
import type { PortfolioAnswer } from '../../protocol/portfolio.ts';

/** What was told of the portfolio in earlier answers, so that a later one is of what changed: a thousand plans are two megabytes. */
export class Revisions {
  /** Another server's numbers mean nothing here. */
  private readonly server = randomUUID();
  private revision = 0;
  private readonly known = new Map<string, { readonly plan: PlanSummary; readonly since: number }>();
  private readonly gone = new Map<string, number>();

  /** The portfolio, or what changed in it since a state that was told; all of it where that state is not known. */
  answer(portfolio: Portfolio, since: unknown): PortfolioAnswer {
    this.takeIn(portfolio.plans);
    const state = this.nameOf(this.revision);
    const from = typeof since === 'string' ? this.revisionOf(since) : undefined;
    if (from === undefined || typeof since !== 'string') return { ...portfolio, state };
    return {
      ...portfolio,
      state,
      since,
      plans: portfolio.plans.filter(({ key }) => (this.known.get(key)?.since ?? 0) > from),
      gone: [...this.gone].flatMap(([key, at]) => (at > from ? key : [])),
    };
  }

  /** A plan that was read again is another object. */
  private takeIn(plans: readonly PlanSummary[]): void {
    const next = this.revision + 1;
    const keys = new Set<string>();
    for (const plan of plans) {
      keys.add(plan.key);
      if (this.known.get(plan.key)?.plan === plan) continue;
      this.known.set(plan.key, { plan, since: next });
      this.gone.delete(plan.key);
      this.revision = next;
    }
    if (keys.size === this.known.size) return;
    for (const key of this.known.keys()) {
      if (keys.has(key)) continue;
      this.known.delete(key);
      this.gone.set(key, next);
      this.revision = next;
    }
  }

  private nameOf(revision: number): string {
    return `${this.server} ${revision}`;
  }

  private revisionOf(state: string): number | undefined {
    const [server, revision] = state.split(' ');
    const number = Number(revision);
    return server === this.server && Number.isInteger(number) && number >= 0 && number <= this.revision
      ? number
      : undefined;
  }
}
