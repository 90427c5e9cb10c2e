import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../plan/day.ts';
import { LabelRow, type Standing } from '../../../plan/view/label-row.ts';
import { layoutBar, SCALE_WIDTHS } from '../../../plan/view/scale.ts';
import { clip, textWidth, wrap } from '../../../plan/view/text-width.ts';
import { PLOT_WIDTHS } from '../../../plan/view/timeline/window.ts';
import type { Tier } from '../../../plan/view/types.ts';
import { standing } from './support/standing.ts';

const TODAY = day('2026-02-10');

const TIERS: readonly Tier[] = ['always', 'mid', 'wide'];
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.lorem({ maxCount: 12 }),
  fc.constant('月次レポートの自動スケジュールを有効にする'),
);

describe('text', () => {
  it('clips to its room', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 300 }), (text, room) => {
        expect(textWidth(clip(text, room))).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('wraps into lines that fit, and loses no word where it says so', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 300 }), fc.integer({ min: 1, max: 3 }), (text, room, count) => {
        const wrapped = wrap(text, room, count);
        expect(wrapped.lines.length).toBeLessThanOrEqual(count);
        for (const line of wrapped.lines) expect(textWidth(line)).toBeLessThanOrEqual(room);
        if (wrapped.complete) expect(wrapped.lines.join(' ').split(/\s+/u)).toEqual(text.trim().split(/\s+/u));
      }),
    );
  });

  it('balances two lines', () => {
    expect(wrap('Target achieved and validated', 190, 2)).toEqual({
      lines: ['Target achieved', 'and validated'],
      complete: true,
    });
  });

  it('cuts between graphemes', () => {
    expect(clip('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 80).replaceAll('👩‍👩‍👧‍👦', '')).toBe('…');
  });
});

describe('the ends of a scale', () => {
  const ends = (from: string, to: string) =>
    layoutBar({
      today: TODAY,
      metric: 'Enquiries a day',
      baseline: { value: 0, label: from },
      goal: { value: 1, label: to },
      formatTick: String,
    })
      .labels.filter(({ x }) => x === 0 || x === 1)
      .map(({ text }) => text);

  it('share the room: a long number is whole where the other one is short', () => {
    expect(ends('1,250,000', '98,765,432,100')).toEqual(['1,250,000', '98,765,432,100']);
    expect(ends('98,765,432,100', '12')).toEqual(['98,765,432,100', '12']);
  });

  it('never touch', () => {
    fc.assert(
      fc.property(words, words, (from, to) => {
        const [left = '', right = ''] = ends(from, to);
        expect(textWidth(left) + textWidth(right, true)).toBeLessThanOrEqual(SCALE_WIDTHS.always - 6);
      }),
    );
  });
});

describe('a row of labels', () => {
  it('never lets two of them touch, at any width', () => {
    const label = fc.record({
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      from: fc.integer({ min: -150, max: 20 }),
      width: fc.integer({ min: 5, max: 150 }),
      tier: fc.constantFrom(...TIERS),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), fc.integer({ min: 0, max: 1500 }), (labels, extra) => {
        const row = new LabelRow(PLOT_WIDTHS);
        const kept = labels.map(one => ({ ...one, to: one.from + one.width })).filter(one => row.place(one));
        for (const [i, tier] of TIERS.entries()) {
          const next = TIERS[i + 1];
          const most = next === undefined ? Number.POSITIVE_INFINITY : PLOT_WIDTHS[next] - 1;
          const width = Math.min(PLOT_WIDTHS[tier] + extra, most);
          expectApart(
            kept.filter(one => TIERS.indexOf(one.tier) <= i),
            width,
          );
        }
      }),
    );
  });
});

function expectApart(labels: readonly Standing[], width: number): void {
  const spans = labels
    .map(one => [one.x * width + one.from, one.x * width + one.to] as const)
    .sort((a, b) => a[0] - b[0]);
  for (const [i, span] of spans.entries()) {
    const next = spans[i + 1];
    if (next !== undefined) expect(next[0]).toBeGreaterThanOrEqual(span[1]);
    expect(span[0]).toBeGreaterThanOrEqual(-0.001);
    expect(span[1]).toBeLessThanOrEqual(width + 0.001);
  }
}

describe('a scale', () => {
  it('keeps its labels apart, wherever value and expected stand', () => {
    const unit = fc.constantFrom('hours', '%', ' support tickets per week and region');
    fc.assert(
      fc.property(
        unit,
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (unit, value, expected) => {
          const scale = layoutBar({
            today: TODAY,
            metric: 'Time',
            baseline: { value: 40, label: `40 ${unit}`, day: day('2025-10-01') },
            goal: { value: 5, label: `5 ${unit}`, day: day('2026-10-01') },
            value: { value: 40 - 35 * value, label: `${(40 - 35 * value).toFixed(1)} ${unit}` },
            expected: { fraction: expected, label: `${(40 - 35 * expected).toFixed(1)} ${unit}` },
            formatTick: String,
          });
          expect(scale.fill).toBe(Math.min(1, Math.max(0, scale.fill ?? -1)));
          for (const tier of TIERS) {
            const seen = (label: { tier: Tier }) => TIERS.indexOf(label.tier) <= TIERS.indexOf(tier);
            const below = [
              ...scale.days,
              ...(scale.expected?.label === undefined ? [] : [scale.expected.label]),
            ].filter(seen);
            for (const row of [scale.labels.filter(seen), below, scale.value === undefined ? [] : [scale.value]]) {
              const spans = row
                .map(label => standing(label, label.text, 'strong' in label || 'side' in label))
                .map(one => ({ ...one, from: one.from + 1, to: one.to - 1 }));
              expectApart(spans, SCALE_WIDTHS[tier]);
            }
          }
        },
      ),
    );
  });

  it('have the year of days that could be taken for others', () => {
    const days = (from: string, to: string) =>
      layoutBar({
        today: TODAY,
        metric: 'Time',
        baseline: { value: 12, label: '12 min', day: day(from) },
        goal: { value: 4, label: '4 min', day: day(to) },
        formatTick: String,
      }).days.map(({ text }) => text);
    expect(days('2025-08-15', '2026-12-31')).toEqual(['31 Dec', '15 Aug']);
    expect(days('2024-01-15', '2027-02-01')).toEqual(['1 Feb 2027', '15 Jan 2024']);
  });

  it('drops tick labels near the ends', () => {
    const scale = layoutBar({
      today: TODAY,
      metric: 'Time',
      baseline: { value: 4, label: '4 hours' },
      goal: { value: 0.5, label: '30 min' },
      formatTick: String,
    });
    expect(scale.labels.map(label => label.text)).toEqual(['4 hours', '30 min', '3', '2']);
    expect(scale.ticks).toHaveLength(5);
  });
});
