import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../plan/day.ts';
import { ahead } from '../../../plan/portfolio/ahead.ts';
import { attentionOf, renewsSoon } from '../../../plan/portfolio/attention.ts';
import { csmsOf, filterCounts, filterPlans } from '../../../plan/portfolio/filters.ts';
import { goalRows } from '../../../plan/portfolio/goals.ts';
import { GROUPINGS, groupPlans } from '../../../plan/portfolio/groups.ts';
import { SORT_COLUMNS, sortPlans } from '../../../plan/portfolio/order.ts';
import { quarterOf } from '../../../plan/portfolio/quarter.ts';
import { sumsOf, totalsOf } from '../../../plan/portfolio/totals.ts';
import type { PlanSummary } from '../../../plan/portfolio/types.ts';
import { shortMoney, sumsInWords } from '../../../plan/portfolio/words.ts';
import { plans, summary, TODAY } from './summaries.ts';

const namesIn = (all: readonly { readonly customer: string }[]) => all.map(plan => plan.customer);

describe('what needs attention', () => {
  it('is off track, or at risk within 90 days of the renewal', () => {
    const of = (health: 'off_track' | 'at_risk', days: number) =>
      attentionOf({ health, late: 0, renewal: addDays(TODAY, days) }, TODAY);
    expect([of('off_track', 300), of('at_risk', 90), of('at_risk', 91), of('at_risk', 0), of('at_risk', -1)]).toEqual([
      'act',
      'act',
      'watch',
      'act',
      'watch',
    ]);
  });

  it('is watched where it is late, not known, not begun, not readable or past a day', () => {
    for (const health of ['unknown', 'not_started', 'unreadable'] as const)
      expect(attentionOf({ health, late: 0 }, TODAY)).toBe('watch');
    expect(attentionOf({ health: 'on_track', late: 1 }, TODAY)).toBe('watch');
    expect(attentionOf({ health: 'achieved', late: 0, reviewOverdue: 3 }, TODAY)).toBe('watch');
    expect(attentionOf({ health: 'on_track', late: 0, renewal: addDays(TODAY, -1) }, TODAY)).toBe('watch');
    expect(attentionOf({ health: 'on_track', late: 0, renewal: TODAY }, TODAY)).toBe('fine');
  });

  it('is nothing that is over, unless it cannot be read', () => {
    expect(attentionOf({ health: 'off_track', late: 0, over: true }, TODAY)).toBe('fine');
    expect(attentionOf({ health: 'unreadable', late: 0, over: true }, TODAY)).toBe('watch');
  });

  it('comes first: by group, health, renewal, review, distance and name', () => {
    const all = [
      summary({ customer: 'Tallis', renewal: day('2026-12-12') }),
      summary({ customer: 'Verde', health: 'achieved', renewal: day('2026-04-18') }),
      summary({ customer: 'Pell', health: 'not_started', attention: 'watch' }),
      summary({ customer: 'Fjord', health: 'unknown', attention: 'watch' }),
      summary({ customer: 'Castell', health: 'unreadable', attention: 'watch' }),
      summary({ customer: 'Oakline', health: 'at_risk', attention: 'watch' }),
      summary({ customer: 'Acme', health: 'at_risk', attention: 'watch', renewal: day('2026-08-01') }),
      summary({ customer: 'Meridian', health: 'at_risk', attention: 'act', renewal: day('2026-04-30') }),
      summary({ customer: 'Helvetia', health: 'off_track', attention: 'act', renewal: day('2026-05-14') }),
      summary({ customer: 'Northwind', health: 'off_track', attention: 'act', renewal: day('2026-03-23') }),
    ];
    expect(namesIn(sortPlans(all))).toEqual(
      namesIn([...all].reverse())
        .with(8, 'Verde')
        .with(9, 'Tallis'),
    );
  });

  it('comes first among those that renew on one day: the review, then the distance, and what is not measured is not behind', () => {
    const of = (customer: string, more: Partial<PlanSummary>) =>
      summary({ customer, health: 'at_risk', attention: 'watch', renewal: day('2026-08-01'), ...more });
    const all = [
      of('Acme', {}),
      of('Fjord', { expected: 0.6 }),
      of('Meridian', { expected: 0.4, attainment: { mean: 0.5, known: 3, total: 3 } }),
      of('Oakline', { expected: 0.5, attainment: { mean: 0.3, known: 3, total: 3 } }),
      of('Pell', { expected: 0.9, attainment: { mean: 0.4, known: 2, total: 3 } }),
      of('Tallis', { reviewOverdue: 3 }),
      of('Verde', { reviewOverdue: 12 }),
    ];
    expect(namesIn(sortPlans(all))).toEqual(['Verde', 'Tallis', 'Pell', 'Oakline', 'Acme', 'Fjord', 'Meridian']);
  });
});

describe('order', () => {
  it('is total and the same whatever the order before, by every column and both ways', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...SORT_COLUMNS), fc.boolean(), (all, column, descending) => {
        const sorted = sortPlans(all, column, descending);
        expect(sortPlans([...all].reverse(), column, descending)).toEqual(sorted);
        expect(sortPlans(sorted, column, descending)).toEqual(sorted);
        expect(new Set(sorted)).toEqual(new Set(all));
      }),
    );
  });

  it('has what a plan does not say last, both ways', () => {
    const all = [
      summary({ customer: 'A' }),
      summary({ customer: 'B', csm: 'Jane' }),
      summary({ customer: 'C', csm: 'Ann' }),
    ];
    expect(namesIn(sortPlans(all, 'csm'))).toEqual(['C', 'B', 'A']);
    expect(namesIn(sortPlans(all, 'csm', true))).toEqual(['B', 'C', 'A']);
  });
});

describe('groups', () => {
  it('hold every plan exactly once, and no group is empty', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...GROUPINGS), (all, by) => {
        const groups = groupPlans(all, by, TODAY);
        const inside = groups.flatMap(group => group.plans);
        expect(inside.length).toBe(all.length);
        expect(new Set(inside)).toEqual(new Set(all));
        expect(groups.every(group => group.plans.length > 0)).toBe(true);
        expect(new Set(groups.map(group => group.key)).size).toBe(groups.length);
      }),
    );
  });

  it('are the same people and segments however they are spelled', () => {
    const all = [
      summary({ customer: 'A', csm: 'José  Álvarez', segment: 'mid_market' }),
      summary({ customer: 'B', csm: 'josé álvarez', segment: 'Mid market' }),
      summary({ customer: 'C' }),
    ];
    const shown = (by: 'csm' | 'segment') => groupPlans(all, by, TODAY).map(({ label, note }) => [label, note]);
    expect(shown('csm')).toEqual([
      ['José  Álvarez', '2 plans'],
      ['No CSM named', '1 plan'],
    ]);
    expect(shown('segment')).toEqual([
      ['Mid market', '2 plans'],
      ['No segment', '1 plan'],
    ]);
    expect(csmsOf(all)).toEqual(['José  Álvarez']);
  });

  it('of status begin with what needs a hand, and a team’s own words come last', () => {
    const all = ['Paused', 'completed', 'active', 'at_risk', 'draft', undefined].map((status = '', index) =>
      summary({ customer: `C${index}`, ...(status && { status }) }),
    );
    expect(groupPlans(all, 'status', TODAY).map(({ label }) => label)).toEqual([
      'At risk',
      'Active',
      'Draft',
      'Completed',
      'Paused',
      'No status',
    ]);
  });

  it('of renewals are quarters in order of time', () => {
    const renewing = (customer: string, renewal: string, over: object = {}) =>
      summary({ customer, renewal: day(renewal), ...over });
    const all = [
      renewing('A', '2027-01-05'),
      renewing('B', '2026-04-30'),
      renewing('C', '2026-02-09'),
      renewing('D', '2026-03-31', { over: true }),
      summary({ customer: 'E' }),
      renewing('F', '2026-06-30'),
    ];
    expect(groupPlans(all, 'renewal', TODAY).map(({ label, note, plans: own }) => [label, note, namesIn(own)])).toEqual(
      [
        ['Renewal has passed', '1 plan', ['C']],
        ['Q2 2026', '2 plans, Apr to Jun 2026', ['B', 'F']],
        ['Q1 2027', '1 plan, Jan to Mar 2027', ['A']],
        ['Over', '1 plan, completed or archived', ['D']],
        ['No renewal date', '1 plan', ['E']],
      ],
    );
  });
});

describe('a quarter', () => {
  it('is of the team’s year, which is named after its end', () => {
    expect(quarterOf(day('2026-02-10')).label).toBe('Q1 2026');
    expect(quarterOf(day('2026-02-10'), 2)).toMatchObject({ label: 'Q1 FY27', months: 'Feb to Apr 2026' });
    expect(quarterOf(day('2026-01-31'), 2)).toMatchObject({ label: 'Q4 FY26', months: 'Nov 2025 to Jan 2026' });
    expect(quarterOf(day('2026-07-01'), 7)).toMatchObject({ label: 'Q1 FY27', months: 'Jul to Sep 2026' });
    expect(quarterOf(day('2026-06-30'), 7)).toMatchObject({ label: 'Q4 FY26', months: 'Apr to Jun 2026' });
  });

  it('has every day in it, and its key is in order of time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 12 }), (days, start) => {
        const today = addDays(day('2020-01-01'), days);
        const here = quarterOf(today, start);
        const next = quarterOf(addDays(today, 92), start);
        expect(here.key < next.key).toBe(true);
        expect(here.label).toMatch(/^Q[1-4] (?:20\d\d|FY\d\d)$/);
      }),
    );
  });
});

describe('totals', () => {
  it('add up', () => {
    fc.assert(
      fc.property(plans, all => {
        const totals = totalsOf(all, TODAY);
        const sum = (numbers: object) => Object.values(numbers).reduce((a: number, b: number) => a + b, 0);
        expect(sum(totals.health)).toBe(all.length);
        expect(sum(totals.attention)).toBe(all.length);
        expect(totals.renewals.count).toBe(all.filter(plan => renewsSoon(plan, TODAY)).length);
        expect(totals.renewals.count).toBe(filterCounts(all, TODAY).renewing);
        expect(totals.renewals.behind.count).toBeLessThanOrEqual(totals.renewals.count);
        expect(totals.milestonesLate.plans).toBe(filterCounts(all, TODAY).late);
        expect(totals.milestonesLate.count).toBe(all.reduce((late, plan) => late + plan.late, 0));
        expect(totals.reviewsOverdue.customers.length).toBe(totals.reviewsOverdue.count);
      }),
    );
  });

  it('add no euros to dollars', () => {
    const renewing = (amount: number, currency: string, health: 'on_track' | 'at_risk') =>
      summary({ health, renewal: addDays(TODAY, 30), arr: { amount, currency } });
    const { renewals } = totalsOf(
      [renewing(220_000, 'USD', 'at_risk'), renewing(470_000, 'USD', 'on_track'), renewing(40_000, 'EUR', 'at_risk')],
      TODAY,
    );
    expect(renewals.count).toBe(3);
    expect(sumsInWords(renewals.sums)).toBe('$690k and €40k');
    expect(sumsInWords(renewals.behind.sums)).toBe('$220k and €40k');
  });

  it('have a sum for each currency, the largest first', () => {
    expect(
      sumsOf([
        { amount: 40_000, currency: 'EUR' },
        { amount: 90_000, currency: 'CHF' },
        { amount: 60_000, currency: 'EUR' },
        { amount: 90_000, currency: 'AUD' },
      ]),
    ).toEqual([
      { amount: 100_000, currency: 'EUR' },
      { amount: 90_000, currency: 'AUD' },
      { amount: 90_000, currency: 'CHF' },
    ]);
  });

  it('say sums in few letters', () => {
    const said = [950, 1000, 999_500, 1_250_000, 72_000, 0, -500, 1.5e9].map(amount => shortMoney(amount, 'USD'));
    expect(said).toEqual(['$950', '$1k', '$1M', '$1.25M', '$72k', '$0', '−$500', '$1.5B']);
    expect(shortMoney(72_000, 'CHF')).toBe('CHF 72k');
  });
});

describe('filters', () => {
  it('let through what holds all of them, in the order that was', () => {
    const all = [
      summary({ customer: 'Åre Ski', csm: 'Jane Smith', late: 2, renewal: addDays(TODAY, 20) }),
      summary({ customer: 'Beta Corp', csm: 'jane smith', late: 1 }),
      summary({ customer: 'Acme', reason: 'O1 blocked', goals: [{ name: 'O1', achieved: false, deferred: false }] }),
    ];
    expect(namesIn(filterPlans(all, { csm: 'JANE SMITH' }, TODAY))).toEqual(['Åre Ski', 'Beta Corp']);
    expect(namesIn(filterPlans(all, { csm: 'Jane Smith', renewing: true }, TODAY))).toEqual(['Åre Ski']);
    expect(namesIn(filterPlans(all, { text: 'are SMITH' }, TODAY))).toEqual(['Åre Ski']);
    expect(namesIn(filterPlans(all, { unmeasured: true }, TODAY))).toEqual(['Acme']);
    expect(filterCounts(all, TODAY)).toEqual({ all: 3, renewing: 1, late: 2, unmeasured: 1 });
  });
});

describe('the next 90 days', () => {
  it('are by CSM, with what is overdue beside the name', () => {
    const all = [
      summary({
        customer: 'Acme',
        csm: 'Jane Smith',
        late: 2,
        reviewOverdue: 4,
        coming: [
          { day: day('2026-03-01'), kind: 'renewal', text: 'Renewal', at: 1 },
          { day: day('2026-03-01'), kind: 'milestone', text: 'Live', at: 2 },
        ],
      }),
      summary({
        customer: 'Beta',
        csm: 'Jane Smith',
        coming: [{ day: TODAY, kind: 'review', text: 'Next review', at: 3 }],
      }),
      summary({ customer: 'Old', csm: 'Ann Lee', over: true }),
    ];
    const { from, to, csms } = ahead(all, TODAY);
    expect([from, to]).toEqual(['2026-02-10', '2026-05-11']);
    expect(csms.map(one => [one.csm, one.note])).toEqual([
      ['Jane Smith', '2 plans, 1 review overdue, 2 milestones late'],
    ]);
    expect(csms[0]?.days.map(one => [one.plan.customer, one.text])).toEqual([
      ['Beta', 'Next review'],
      ['Acme', 'Live'],
      ['Acme', 'Renewal'],
    ]);
  });
});

describe('goals across plans', () => {
  it('are counted once in each cut, and deferred ones in none', () => {
    fc.assert(
      fc.property(plans, all => {
        const { all: whole, bySegment, byQuarter } = goalRows(all, TODAY);
        const counted = all.flatMap(plan => plan.goals).filter(goal => !goal.deferred).length;
        expect(whole.counted).toBe(counted);
        for (const rows of [bySegment, byQuarter])
          for (const number of ['counted', 'achieved', 'due', 'dueAchieved'] as const)
            expect(rows.reduce((sum, row) => sum + row[number], 0)).toBe(whole[number]);
      }),
    );
  });

  it('are by quarter of their target dates', () => {
    const all = [
      summary({
        customer: 'A',
        segment: 'enterprise',
        goals: [
          { name: 'O1', achieved: true, deferred: false, targetDate: day('2025-12-31'), attainment: 1 },
          { name: 'O2', achieved: false, deferred: false, targetDate: day('2026-02-01'), attainment: 0.5 },
          { name: 'O3', achieved: false, deferred: true, targetDate: day('2026-02-01') },
        ],
      }),
      summary({ customer: 'B', goals: [{ name: 'O1', achieved: false, deferred: false }] }),
    ];
    const { byQuarter, bySegment, all: whole } = goalRows(all, TODAY);
    expect(
      byQuarter.map(row => [row.label, row.achieved, row.counted, row.dueAchieved, row.due, row.mean?.mean]),
    ).toEqual([
      ['Q4 2025', 1, 1, 1, 1, 1],
      ['Q1 2026', 0, 1, 0, 1, 0.5],
      ['No target date', 0, 1, 0, 0, undefined],
    ]);
    expect(bySegment.map(row => [row.label, row.plans, row.achieved, row.counted])).toEqual([
      ['Enterprise', 1, 1, 2],
      ['No segment', 1, 0, 1],
    ]);
    expect(whole.mean).toEqual({ mean: 0.75, known: 2, total: 3 });
  });
});
