import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../plan/day.ts';
import { ahead } from '../../plan/portfolio/ahead.ts';
import { textWidth } from '../../plan/view/text-width.ts';
import { axisOf } from '../../webview/portfolio/ahead-axis.ts';
import { layoutLane, roughHeight } from '../../webview/portfolio/lane-layout.ts';
import { renderPortfolio } from '../../webview/portfolio/on-paper.ts';
import { rowsOf, shownPlans } from '../../webview/portfolio/rows.ts';
import { placeInRows } from '../../webview/portfolio/rows-of-labels.ts';
import { DEFAULTS, readSettings, sortedBy, turned } from '../../webview/portfolio/settings.ts';
import { FOURTEEN, RARE } from './support/portfolio.ts';
import { manyPlans } from './support/portfolio-many.ts';
import { TODAY } from './support/portfolio-summary.ts';

/** The words of a page, as a reader gets them. */
function words(html: string): string {
  return html
    .replace(/<(?:title|defs)>.*?<\/(?:title|defs)>/gsu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ');
}

const PAGES: Readonly<Record<string, string>> = {
  fourteen: renderPortfolio({ portfolio: FOURTEEN }),
  rare: renderPortfolio({ portfolio: RARE }),
  many: renderPortfolio({ portfolio: manyPlans(300) }),
  none: renderPortfolio({ portfolio: { ...FOURTEEN, plans: [] } }),
  'by quarter': renderPortfolio({ portfolio: FOURTEEN, settings: { ...DEFAULTS, by: 'renewal' } }),
};

describe.each(Object.entries(PAGES))('the portfolio on paper, %s', (_, html) => {
  it('has no control, no script and no style of its own', () => {
    expect(html).not.toMatch(/<(?:button|select|input|script)|\son[a-z]+="|\sstyle="|tabindex="0"/iu);
  });

  it('has no value that was not written', () => {
    expect(html).not.toMatch(/undefined|NaN|\[object|Infinity/u);
  });

  it('uses only marks and names that exist, each name once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(match => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const match of html.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/gu)) expect(ids).toContain(match[1]);
  });
});

describe('the portfolio on paper', () => {
  it('tells plans of one customer apart', () => {
    const [first, second, ...others] = FOURTEEN.plans;
    if (first === undefined || second === undefined) throw new Error('there are fourteen');
    const plans = [
      { ...first, customer: 'Acme', key: 'plans/emea.yaml' },
      { ...second, customer: 'Acme', key: 'plans/apac.yaml' },
      ...others,
    ];
    const text = words(renderPortfolio({ portfolio: { ...FOURTEEN, plans } }));
    for (const said of [`emea.yaml: ${first.reason}`, `apac.yaml: ${second.reason}`]) expect(text).toContain(said);
    expect(text).not.toContain(`: ${others[0]?.reason}`);
  });

  it('tells of each plan why it stands where it stands, and all that is known of it', () => {
    const text = words(PAGES.fourteen ?? '');
    expect(text).toContain('Off track Northwind Logistics Renews in 41 days at 31% of its goals 31%');
    expect(text).toContain('Review 12 days overdue 29 Jan Renewal 41 days 23 Mar, $220k');
    expect(text).toContain('5 behind, 2 not known, 1 not started, 6 on course');
    expect(text).toContain('4 worth $690k a year');
  });

  it('says unknown where nothing is known, never nought', () => {
    const text = words(PAGES.rare ?? '');
    expect(text).toMatch(
      /Nobody &amp; Nothing (?:no outcomes|not known) – 0 late Review none set Renewal no date none nobody/u,
    );
    const fourteen = words(PAGES.fourteen ?? '');
    expect(fourteen).toContain('Fjord Energy No outcome measured since the baseline – – 0 late Review 21 days');
  });

  it('speaks of a single goal as of one', () => {
    const plans = FOURTEEN.plans.slice(0, 1).map(plan => ({
      ...plan,
      goals: [{ name: 'O1', targetDate: addDays(TODAY, -1), achieved: false, deferred: false, attainment: 0.5 }],
    }));
    expect(words(renderPortfolio({ portfolio: { ...FOURTEEN, plans } }))).toContain(
      '1 goal in one plan. The one that is due was not reached; mean attainment 50%',
    );
  });

  it('escapes what people write', () => {
    expect(PAGES.rare).toContain('&lt;img src=x');
    expect(PAGES.rare).not.toMatch(/<img|<script|<b onclick/u);
  });
});

describe('the lines of the table', () => {
  it('are in the groups that were chosen, sorted within', () => {
    const sorted = sortedBy({ ...DEFAULTS, by: 'csm' }, 'customer');
    const lines = rowsOf(FOURTEEN.plans, sorted, TODAY).map(row =>
      row.kind === 'group' ? row.group.label : row.plan.customer,
    );
    expect(lines.slice(0, 5)).toEqual([
      'Daniel Ortiz',
      'Castell Foods',
      'Helvetia Retail Group',
      'Pell & Sons',
      'Tallis Engineering',
    ]);
  });

  it('have keys of their own, closed groups included', () => {
    const all = rowsOf(FOURTEEN.plans, DEFAULTS, TODAY);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    const closed = turned(DEFAULTS, all[0]?.key ?? '');
    expect(rowsOf(FOURTEEN.plans, closed, TODAY)).toHaveLength(all.length - 3);
    expect(turned(closed, all[0]?.key ?? '')).toEqual(DEFAULTS);
  });

  it('are those of plans without a CSM, where these are wanted', () => {
    expect(shownPlans(RARE.plans, { show: 'all', csm: '', text: '' }, TODAY).map(plan => plan.customer)).toEqual([
      'Nobody & Nothing',
      'success-plan.yaml',
    ]);
  });
});

describe('settings', () => {
  it('turn from the most useful order to the other way round to none', () => {
    const once = sortedBy(DEFAULTS, 'late');
    expect(once.sort).toEqual({ column: 'late', reversed: false });
    expect(sortedBy(once, 'late').sort).toEqual({ column: 'late', reversed: true });
    expect(sortedBy(sortedBy(once, 'late'), 'late')).toEqual(DEFAULTS);
    expect(sortedBy(once, 'csm').sort).toEqual({ column: 'csm', reversed: false });
  });

  it('come back as they were kept', () => {
    const set = { ...sortedBy(turned(DEFAULTS, 'group csm x'), 'csm'), csm: '', listed: true, text: 'acme' };
    expect(readSettings(JSON.parse(JSON.stringify(set)))).toEqual(set);
  });

  it('are the usual ones where what was kept is not understood', () => {
    fc.assert(
      fc.property(fc.anything(), kept => {
        const { by, show, text, closed } = readSettings(kept);
        expect([typeof by, typeof show, typeof text, Array.isArray(closed)]).toEqual([
          'string',
          'string',
          'string',
          true,
        ]);
      }),
    );
    expect(readSettings({ by: 'nothing', sort: { column: 7 }, closed: [1, 'a'] })).toEqual({
      ...DEFAULTS,
      closed: ['a'],
    });
  });
});

describe('the next 90 days', () => {
  const widths = [240, 320, 600, 900, 1200];

  it.each(widths)('have labels that do not touch, and marks that do not cover each other, at %i pixels', width => {
    for (const portfolio of [FOURTEEN, RARE, manyPlans(60), manyPlans(500)]) {
      for (const csm of ahead(portfolio.plans, TODAY).csms) {
        const lane = layoutLane(csm, axisOf(TODAY, width));
        const boxes = lane.marks.map(({ x, y, label = '', left, kind }) => {
          const at = x * width;
          const length = textWidth(label, kind === 'renewal') + 10;
          return { y, from: left ? at - length : at - 7, to: left || label === '' ? at + 7 : at + length };
        });
        for (const [i, a] of boxes.entries()) {
          expect(a.from).toBeGreaterThanOrEqual(-10);
          expect(a.to).toBeLessThanOrEqual(width + 10);
          for (const b of boxes.slice(i + 1)) {
            if (a.y === b.y) expect(a.from < b.to && b.from < a.to, JSON.stringify([a, b])).toBe(false);
          }
        }
        for (const { y } of lane.marks) expect(y).toBeLessThan(lane.height);
      }
    }
  });

  it('lose nothing where things are drawn together', () => {
    const { plans } = manyPlans(400);
    const days = ahead(plans, TODAY);
    const due = days.csms.flatMap(csm => csm.days).filter(one => one.day <= addDays(TODAY, 90));
    const axis = axisOf(TODAY, 300);
    const together = days.csms.flatMap(csm => layoutLane(csm, axis).marks);
    expect(together.reduce((sum, mark) => sum + (mark.number ?? 1), 0)).toBe(due.length);
  });

  it('are about as high as can be told without laying them out', () => {
    const { csms } = ahead(FOURTEEN.plans, TODAY);
    for (const csm of csms)
      expect(Math.abs(roughHeight(csm) - layoutLane(csm, axisOf(TODAY, 900)).height)).toBeLessThan(60);
  });

  it('have a tick at every Monday and its day at as many as there is room for', () => {
    const labelled = (width: number) => axisOf(TODAY, width).ticks.flatMap(({ label }) => label ?? []);
    expect(labelled(930).slice(0, 3)).toEqual(['16 Feb', '23 Feb', '2 Mar']);
    expect(labelled(290).length).toBeLessThan(6);
    expect(axisOf(TODAY, 290).ticks).toHaveLength(13);
  });
});

describe('labels in rows', () => {
  it('touch nothing, whatever is asked', () => {
    const mark = fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      labels: fc.uniqueArray(fc.record({ text: fc.string(), width: fc.integer({ min: 1, max: 200 }) }), {
        minLength: 1,
        maxLength: 3,
        // A label is known again by its text.
        selector: ({ text }) => text,
      }),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (marks, rows) => {
        const asked = marks.toSorted((a, b) => a.x - b.x);
        const placed = placeInRows(asked, rows, 600);
        if (placed === undefined) return;
        expect(placed.places).toHaveLength(asked.length);
        const ends = new Map<number, number>();
        for (const [i, { row, label, left }] of placed.places.entries()) {
          const { x, labels } = asked[i] ?? { x: 0, labels: [] };
          const width = labels.find(one => one.text === label)?.width ?? 0;
          expect(left ? x - 10 - width : x - 10).toBeGreaterThanOrEqual(ends.get(row) ?? -10);
          ends.set(row, left ? x + 10 : x + 10 + width);
        }
      }),
    );
  });
});
