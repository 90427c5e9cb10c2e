import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Checker, readPlanFile } from '../../../plan/check.ts';
import { summarise, unreadable, type Where } from '../../../plan/portfolio/summarise.ts';
import type { PlanSummary } from '../../../plan/portfolio/types.ts';
import { HEALTH } from '../../../plan/portfolio/words.ts';
import { formatPercent } from '../../../plan/quantity/index.ts';
import { documentView } from '../../../plan/view/index.ts';
import { soundSections } from '../../support/examples.ts';
import { ALL_PLANS, laidOutPlans } from '../../support/plans.ts';
import { TODAY } from './summaries.ts';

const checker = new Checker();

function where(text: string, name = 'northwind'): Where {
  return {
    key: `${name}.success-plan.yaml`,
    file: `${name}.success-plan.yaml`,
    name,
    lineAt: offset => text.slice(0, offset).split('\n').length,
  };
}

function summariesOf(text: string): PlanSummary[] {
  const file = readPlanFile(text);
  return summarise(file, checker.check(file, TODAY).findings, TODAY, where(text));
}

function summaryOf(text: string): PlanSummary {
  const [first] = summariesOf(text);
  if (!first) throw new Error('no plan');
  return first;
}

const COMING = [
  ['2026-02-27', 'milestone', 'Address check switched on (O2·1)', 'Ken Abe'],
  ['2026-03-20', 'milestone', 'Tracking shown to the service desk (O3·1)', 'Priya Shah'],
  ['2026-03-31', 'milestone', 'All depots trained (O1·2)', 'Ken Abe'],
  ['2026-04-21', 'review', 'Next review', undefined],
];

describe('a plan in one line', { timeout: 60_000 }, () => {
  it('says who, how far, what comes', () => {
    const plan = summaryOf(soundSections());
    expect(plan).toMatchObject({
      key: 'northwind.success-plan.yaml',
      customer: 'Northwind Traders',
      csm: 'Priya Shah',
      segment: 'enterprise',
      status: 'active',
      health: 'on_track',
      attention: 'fine',
      reason: 'All 3 outcomes on track or achieved',
      late: 0,
      nextReview: '2026-04-21',
      renewal: '2026-10-01',
      arr: { amount: 84_000, currency: 'USD' },
      attainment: { known: 3, total: 3 },
      findings: { error: 0, warning: 0, info: 0, hint: 0 },
    });
    expect(plan).not.toHaveProperty('reviewOverdue');
    expect(plan.goals[0]).toEqual({
      name: 'O1',
      targetDate: '2026-06-30',
      achieved: false,
      deferred: false,
      attainment: 0.375,
    });
    expect(plan.coming.map(({ day, kind, text, owner }) => [day, kind, text, owner])).toEqual(COMING);
  });

  it('tells of the renewal, the review and the worst outcome where it is behind', () => {
    const late = soundSections()
      .replace('next_review: "2026-04-21"', 'next_review: "2026-02-01"')
      .replace('renewal_date: "2026-10-01"', 'renewal_date: "2026-04-01"');
    expect(summaryOf(late)).toMatchObject({
      health: 'at_risk',
      attention: 'act',
      reviewOverdue: 9,
      nextReview: '2026-02-01',
      reason: 'Renews in 50 days at 35% of its goals; review 9 days overdue',
    });
    const blocked = soundSections().replace('        status: in_progress', '        status: blocked');
    expect(summaryOf(blocked)).toMatchObject({
      health: 'at_risk',
      attention: 'watch',
      reason: 'O1: “All depots trained” blocked',
    });
  });

  it('keeps the numbers of an outcome that is off track before its late work', () => {
    const behind = soundSections()
      .replace('value: 9 minutes', 'value: 12 minutes')
      .replace('target_date: "2026-03-31"', 'target_date: "2026-02-03"');
    expect(summaryOf(behind).reason).toBe('O1: 41 points behind; “All depots trained” 7 days late');
  });

  it('awaits the decision and the steps to it', () => {
    const { coming } = summaryOf(readFileSync('examples/juniper.success-plan.yaml', 'utf8'));
    expect(coming.map(({ day, kind, text, owner }) => [day, kind, text, owner]).slice(-2)).toEqual([
      ['2026-04-10', 'milestone', 'Decision', undefined],
      ['2026-04-10', 'milestone', 'Signature (D·5)', 'Helen Park'],
    ]);
  });

  it('counts on no day that is over', () => {
    const late = soundSections().replace('target_date: "2026-02-27"', 'target_date: "2026-02-03"');
    expect(summaryOf(late).coming.map(({ text }) => text)).toEqual(COMING.slice(1).map(([, , text]) => text));
    // The review of 20 January took the place of the one that was planned.
    const held = summaryOf(soundSections().replace('next_review: "2026-04-21"', 'next_review: "2026-01-15"'));
    expect(held).not.toHaveProperty('nextReview');
    expect(held).not.toHaveProperty('reviewOverdue');
  });

  it('speaks of a renewal that is near only where the plan is behind, of one that is over always', () => {
    const near = soundSections().replace('renewal_date: "2026-10-01"', 'renewal_date: "2026-05-01"');
    expect(summaryOf(near)).toMatchObject({ health: 'on_track', reason: 'All 3 outcomes on track or achieved' });
    const gone = soundSections().replace('renewal_date: "2026-10-01"', 'renewal_date: "2026-02-09"');
    expect(summaryOf(gone).reason).toMatch(/^Renewal was 1 day ago/);
  });

  it('waits for nothing once it is over', () => {
    const over = soundSections()
      .replace('status: active', 'status: completed')
      .replace('target_date: "2026-03-31"', 'target_date: "2026-01-31"');
    expect(summaryOf(over)).toMatchObject({
      over: true,
      attention: 'fine',
      late: 0,
      coming: [],
      reason: 'Completed; 0 of 3 goals reached',
    });
  });

  it('has the numbers and words of the panel', () => {
    for (const [name, text] of ALL_PLANS) {
      const file = readPlanFile(text);
      const { findings } = checker.check(file, TODAY);
      const view = documentView(file.documents, findings, TODAY);
      const [plan] = summarise(file, findings, TODAY, where(text));
      if (view?.kind !== 'plan' || !plan || plan.health === 'unreadable') continue;
      const figure = (wanted: string) => view.header.figures.find(one => one.name === wanted);
      expect([name, figure('health')?.value]).toEqual([name, HEALTH[plan.health]]);
      if (plan.attainment) expect(figure('attainment')?.note).toContain(`mean ${formatPercent(plan.attainment.mean)}`);
      const total = Object.values(plan.findings).reduce((sum, number) => sum + number, 0);
      expect([name, figure('findings')?.value]).toEqual([name, String(total)]);
      expect(plan.reviewOverdue !== undefined).toBe(figure('review')?.unit?.endsWith('overdue') ?? false);
    }
  });
});

describe('files', { timeout: 60_000 }, () => {
  it('of several documents give a plan each, an agenda gives none', () => {
    const plan = soundSections();
    const other = plan.replace('Northwind Traders', 'Fjord Energy');
    const both = summariesOf(`${plan}---\n${other}`);
    expect(both.map(({ key, customer }) => [key, customer])).toEqual([
      ['northwind.success-plan.yaml', 'Northwind Traders'],
      ['northwind.success-plan.yaml#2', 'Fjord Energy'],
    ]);
    expect(both[1]?.at).toBeGreaterThan(plan.length);
    const late = other.replace('target_date: "2026-02-27"', 'target_date: "2026-02-03"');
    const found = (text: string) => summariesOf(text).map(({ findings }) => findings.warning);
    expect([found(`${plan}---\n${late}`), found(`${late}---\n${plan}`)]).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(summariesOf(`${plan}---\n# Last of 2025\n`).map(({ customer }) => customer)).toEqual(['Northwind Traders']);
    expect(summariesOf(readFileSync('test/fixtures/template.qbr.yaml', 'utf8'))).toEqual([]);
  });

  it('that hold nothing are plans that have not begun, under the name of the file', () => {
    for (const text of ['', '# later\n', 'plan:\n', 'hello', '- 1\n'])
      expect(summaryOf(text)).toMatchObject({
        customer: 'northwind',
        health: 'not_started',
        attention: 'watch',
        reason: 'No outcomes yet',
        goals: [],
      });
  });

  it('give two reasons as one sentence', () => {
    const late = 'outcomes: [{ id: O1, milestones: [{ name: Pilot, target_date: 2026-01-15, status: pending }] }]\n';
    expect(summaryOf(late).reason).toBe('1 milestone late; no outcome begun');
  });

  it('that are broken say where, and what could still be read', () => {
    const text = soundSections();
    const broken = text.replace('review_cadence: quarterly', 'review_cadence: "quarterly');
    const plan = summaryOf(
      text.replace('    segment: enterprise', '').replace('  industry: Logistics', '  industry: [Logistics'),
    );
    expect(plan.health).toBe('unreadable');
    expect(plan.reason).toMatch(/^Line \d+ cannot be read$/);
    expect(plan.attention).toBe('watch');
    expect(plan.customer).toBe('Northwind Traders');
    expect(summaryOf(broken).broken?.cause).not.toBe('');
  });

  it('that cannot be opened are there too', () => {
    expect(unreadable('permission denied', where(''))).toMatchObject({
      health: 'unreadable',
      reason: 'Permission denied',
      broken: { line: 0, cause: 'permission denied' },
    });
  });

  it('never fail, whatever they say, and are plain data', () => {
    const texts = [...ALL_PLANS, ...laidOutPlans()];
    for (const [name, text] of texts) {
      const found = summarise(readPlanFile(text), [], TODAY, where(text));
      expect([name, JSON.parse(JSON.stringify(found))]).toEqual([name, found]);
    }
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.double({ min: 0, max: 1, noNaN: true }), ([, text], share) => {
        const part = text.slice(0, Math.floor(text.length * share));
        summarise(readPlanFile(part), [], TODAY, where(part));
      }),
      { numRuns: 60 },
    );
  });
});

describe('over six months', { timeout: 60_000 }, () => {
  it('the trend ends where the plan stands', () => {
    for (const [, text] of ALL_PLANS)
      for (const { trend, attainment } of summariesOf(text)) {
        expect(trend.at(-1)).toEqual(attainment && { x: 1, y: attainment.mean });
        expect(trend.every((point, index) => index === 0 || point.x > (trend[index - 1]?.x ?? 1))).toBe(true);
      }
  });

  // Measured on 20 Jan alone: on 10 Jan nobody knew anything.
  it('knows nothing before it was measured', () => {
    expect(summaryOf(soundSections()).trend).toHaveLength(1);
    const earlier = soundSections().replaceAll('- date: "2026-01-20"', '- date: "2025-11-20"');
    const { trend } = summaryOf(earlier);
    expect(trend.map(({ x }) => Math.round(x * 184))).toEqual([122, 153, 184]);
  });
});
