import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../plan/day.ts';
import { LabelRow, type Standing } from '../../../plan/view/label-row.ts';
import { layoutBar, SCALE_WIDTHS } from '../../../plan/view/scale.ts';
import { clip, textWidth, wrap } from '../../../plan/view/text-width.ts';
import type { LaneDraft, MilestoneDraft } from '../../../plan/view/timeline/draft.ts';
import { layoutTimeline } from '../../../plan/view/timeline/layout.ts';
import { PLOT_WIDTHS } from '../../../plan/view/timeline/window.ts';
import type { LabelView, TimelineView } from '../../../plan/view/timeline-types.ts';
import type { Tier } from '../../../plan/view/types.ts';

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

function standing(
  label: { x: number; dx: number; anchor: string; tier: Tier },
  text: string,
  strong: boolean,
): Standing {
  const width = textWidth(text, strong);
  const from = label.anchor === 'start' ? label.dx : label.anchor === 'end' ? label.dx - width : label.dx - width / 2;
  return { x: label.x, from, to: from + width, tier: label.tier };
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

  it('drops tick labels near the ends', () => {
    const scale = layoutBar({
      metric: 'Time',
      baseline: { value: 4, label: '4 hours' },
      goal: { value: 0.5, label: '30 min' },
      formatTick: String,
    });
    expect(scale.labels.map(label => label.text)).toEqual(['4 hours', '30 min', '3', '2']);
    expect(scale.ticks).toHaveLength(5);
  });
});

const ORIGIN = day('2025-08-01');
const milestone = fc.record({
  name: words,
  glyph: fc.constantFrom('done', 'progress', 'open', 'blocked', 'skipped'),
  offset: fc.integer({ min: 0, max: 400 }),
  slip: fc.integer({ min: -20, max: 40 }),
});

function drafts(
  key: string,
  list: readonly { name: string; glyph: MilestoneDraft['glyph']; offset: number; slip: number }[],
): MilestoneDraft[] {
  return list.map(({ name, glyph, offset, slip }, i) => {
    const planned = addDays(ORIGIN, offset);
    const actual = glyph === 'done' ? { actual: addDays(planned, slip) } : {};
    return {
      at: 0,
      until: 0,
      key: `${key}/${i}`,
      ref: `${key}·${i}`,
      name,
      glyph,
      planned,
      ...actual,
      owners: [],
      blockers: [],
      dependsOn: [],
      logged: [],
    };
  });
}

function labelsOf(timeline: TimelineView): LabelView[] {
  const marks = timeline.lanes.flatMap(lane => [...lane.milestones, ...(lane.strip?.flags ?? [])]);
  const others = [...(timeline.reviews?.marks ?? []), ...(timeline.contract?.marks ?? [])];
  return [
    ...[...marks, ...others].flatMap(mark => mark.labels),
    ...timeline.lanes.flatMap(lane => lane.strip?.labels ?? []),
  ];
}

describe('a timeline', () => {
  it('keeps all labels apart with any milestones, values and reviews', () => {
    const lane = fc.record({
      list: fc.array(milestone, { maxLength: 40 }),
      points: fc.array(fc.integer({ min: 0, max: 250 }), { maxLength: 12 }),
      goal: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(
        fc.array(lane, { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 15 }),
        (lanes, reviews) => {
          const timeline = layoutTimeline({
            today: day('2026-02-10'),
            lanes: lanes.map(
              ({ list, points, goal }, i): LaneDraft => ({
                at: 0,
                until: 0,
                key: `${i}`,
                name: `O${i}`,
                title: 'Outcome',
                milestones: drafts(`${i}`, list),
                strip: {
                  points: points
                    .sort((a, b) => a - b)
                    .map(offset => ({ day: addDays(ORIGIN, offset), at: 0, label: `${offset} min`, sentence: '' })),
                  goal: { at: 0, until: 0, day: addDays(ORIGIN, goal), label: '30 minutes' },
                  forecast: addDays(ORIGIN, goal + 30),
                },
              }),
            ),
            reviews: reviews.map((offset, i) => ({
              at: 0,
              until: 0,
              key: `r${i}`,
              day: addDays(ORIGIN, offset),
              held: offset < 193,
            })),
            contract: { start: { at: 0, until: 0, day: ORIGIN } },
          });
          if (timeline === undefined) throw new Error('there are days to draw');
          for (const tier of TIERS) {
            const lines = new Map<number, Standing[]>();
            for (const label of labelsOf(timeline)) {
              if (TIERS.indexOf(label.tier) > TIERS.indexOf(tier)) continue;
              for (const [i, line] of label.lines.entries()) {
                const y = label.y + i * 14;
                lines.set(y, [...(lines.get(y) ?? []), standing(label, line.text, line.strong === true)]);
              }
            }
            for (const row of lines.values()) expectNoTouch(row, PLOT_WIDTHS[tier]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names, lists or counts every milestone', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      name: `Site ${i} migrated to the new platform`,
      glyph: 'open' as const,
      offset: 100,
      slip: 0,
    }));
    const timeline = layoutTimeline({
      today: day('2026-02-10'),
      lanes: [{ at: 0, until: 0, key: 'o', name: 'O1', title: '', milestones: drafts('o', many) }],
      reviews: [],
      contract: {},
    });
    expect(timeline?.lanes[0]?.milestones).toHaveLength(4);
    expect(timeline?.lanes[0]?.more.map(more => more.text)).toEqual(['+36']);
    expect(timeline?.list).toHaveLength(40);
    expect(timeline?.listAlways).toBe(true);
  });
});

function expectNoTouch(row: readonly Standing[], width: number): void {
  const spans = row.map(one => [one.x * width + one.from, one.x * width + one.to] as const).sort((a, b) => a[0] - b[0]);
  for (const [i, span] of spans.entries()) {
    const next = spans[i + 1];
    if (next !== undefined) expect(next[0]).toBeGreaterThanOrEqual(span[1] - 0.001);
  }
}
