import { describe, expect, it } from 'vitest';
import type { PlanSummary, Portfolio } from '../../../plan/portfolio/types.ts';
import { taken } from '../../../protocol/portfolio-news.ts';
import { Revisions } from '../../../server/portfolio/revisions.ts';
import { FOURTEEN } from '../../webview/support/portfolio.ts';
import { summary } from '../../webview/support/portfolio-summary.ts';

const [acme, birch] = ['Acme', 'Birch'].map(customer =>
  summary({ customer, health: 'on_track', reason: '', attention: 'fine' }),
);

function portfolioOf(...plans: readonly (PlanSummary | undefined)[]): Portfolio {
  return { ...FOURTEEN, plans: plans.filter(plan => plan !== undefined) };
}

describe('answers of the portfolio', () => {
  it('have all plans for those who have none', () => {
    const answer = new Revisions().answer(FOURTEEN, undefined);
    expect(answer).toMatchObject({ plans: FOURTEEN.plans, asOf: FOURTEEN.asOf });
    expect(answer.since).toBeUndefined();
  });

  it('have what changed for those who have the rest', () => {
    const revisions = new Revisions();
    const first = revisions.answer(portfolioOf(acme, birch), undefined);
    const same = revisions.answer(portfolioOf(acme, birch), first.state);
    expect(same).toMatchObject({ since: first.state, state: first.state, plans: [], gone: [] });
    const read = acme && { ...acme, late: 2 };
    const next = revisions.answer(portfolioOf(read), same.state);
    expect(next).toMatchObject({ since: first.state, plans: [read], gone: [birch?.key] });
    // Who has the first state still gets the same, also when there is more by then.
    expect(revisions.answer(portfolioOf(read, birch), first.state)).toMatchObject({ plans: [read, birch], gone: [] });
  });

  it('have all plans for those who name a state of another server, or none that there was', () => {
    const revisions = new Revisions();
    const { state } = new Revisions().answer(FOURTEEN, undefined);
    for (const since of [state, `${state}9`, '', 7, null])
      expect(revisions.answer(FOURTEEN, since).plans).toHaveLength(FOURTEEN.plans.length);
  });

  it('put together are the portfolio, and what did not change stays the very same', () => {
    const revisions = new Revisions();
    const [changed, ...rest] = FOURTEEN.plans;
    const first = taken(null, revisions.answer(FOURTEEN, undefined));
    if (first === undefined || changed === undefined) throw new Error('nothing is taken');
    const newer = portfolioOf(...rest.slice(1), { ...changed, late: 9 }, birch);
    const second = taken(first, structuredClone(revisions.answer(newer, first.state)));
    expect(new Set(second?.plans)).toEqual(new Set(newer.plans));
    const kept = second?.plans.filter(plan => first.plans.includes(plan));
    expect(kept).toHaveLength(rest.length - 1);
    // It is a whole portfolio: whoever is given it needs nothing before it.
    expect(second && taken(null, second)).toEqual(second);
  });

  it('are refused by who has something else', () => {
    expect(taken(null, { ...FOURTEEN, since: 'x 1' })).toBeUndefined();
    expect(taken({ ...FOURTEEN, state: 'x 2' }, { ...FOURTEEN, since: 'x 1' })).toBeUndefined();
  });
});
