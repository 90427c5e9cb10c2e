import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../../plan/view/label-row.ts';
import type { LaneDraft, MilestoneDraft } from '../../../../plan/view/timeline/draft.ts';
import { edgeRoom } from '../../../../plan/view/timeline/edges.ts';
import { byDate } from '../../../../plan/view/timeline/list.ts';
import { placeNames } from '../../../../plan/view/timeline/names.ts';
import type { LaneMode, Zoom } from '../../../../plan/view/timeline/options.ts';
import { PLOT_WIDTHS } from '../../../../plan/view/timeline/window.ts';
import type { EdgeView, LabelView, TimelineView } from '../../../../plan/view/timeline-types.ts';
import type { Tier } from '../../../../plan/view/types.ts';
import { standing } from '../support/standing.ts';
import { dayAt, draft, laidOut, lane, milestone, people } from './support.ts';

const TIERS: readonly Tier[] = ['always', 'mid', 'wide'];
const NAMES = ['ANN', 'bob', '"?"'];

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.lorem({ maxCount: 12 }),
  fc.constant('月次レポートの自動スケジュールを有効にする'),
);
const anyMilestone = fc.record({
  name: words,
  glyph: fc.constantFrom('done', 'progress', 'open', 'blocked', 'skipped'),
  offset: fc.integer({ min: 0, max: 400 }),
  slip: fc.integer({ min: -20, max: 40 }),
  owners: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
});
const anyLane = fc.record({
  list: fc.array(anyMilestone, { maxLength: 40 }),
  points: fc.array(fc.integer({ min: 0, max: 250 }), { maxLength: 12 }),
  goal: fc.integer({ min: 0, max: 500 }),
});
const anyZoom: fc.Arbitrary<Zoom> = fc.oneof(
  fc.constantFrom('fit' as const, 'quarter' as const, 'year' as const),
  fc.record({ from: fc.integer({ min: -50, max: 450 }).map(dayAt), days: fc.integer({ min: 1, max: 900 }) }),
);
const anyMode = fc.constantFrom<LaneMode>('outcome', 'owner', 'side', 'phase');

function laneOf(
  { list, points, goal }: typeof anyLane extends fc.Arbitrary<infer T> ? T : never,
  i: number,
): LaneDraft {
  const milestones = list.map(({ name, glyph, offset, slip, owners }, j): MilestoneDraft => {
    const actual = glyph === 'done' ? { actual: dayAt(offset + slip) } : {};
    return { ...milestone(`${i}/${j}`, { planned: dayAt(offset), glyph, owners, ...actual }), name };
  });
  return lane(`${i}`, milestones, {
    strip: {
      points: points
        .sort((a, b) => a - b)
        .map(offset => ({ day: dayAt(offset), at: 0, label: `${offset} min`, sentence: '' })),
      goal: { at: 0, until: 0, day: dayAt(goal), label: '30 minutes' },
      forecast: dayAt(goal + 30),
    },
  });
}

interface Shown {
  readonly top: number;
  readonly labels: readonly LabelView[];
  readonly edges: readonly EdgeView[];
}

/** The words of each lane and row, with where that begins. */
function shown(timeline: TimelineView): Shown[] {
  const rows = [timeline.goals, timeline.reviews, timeline.contract].flatMap(row => (row === undefined ? [] : [row]));
  return [
    ...timeline.lanes.map(({ top, milestones, logged, strip, edges }) => ({
      top,
      labels: [
        ...[...milestones, ...(logged?.marks ?? []), ...(strip?.flags ?? [])].flatMap(mark => mark.labels),
        ...(strip?.labels ?? []),
      ],
      edges: [...edges, ...(strip?.edges ?? [])],
    })),
    ...rows.map(({ top, marks, edges }) => ({ top, labels: marks.flatMap(mark => mark.labels), edges })),
  ];
}

function expectApart(timeline: TimelineView): void {
  for (const tier of TIERS) {
    const lines = new Map<number, Standing[]>();
    const put = (y: number, words: Standing): void => {
      lines.set(y, [...(lines.get(y) ?? []), words]);
    };
    for (const { top, labels, edges } of shown(timeline)) {
      for (const edge of edges) put(top + edge.y, edgeRoom(edge));
      for (const label of labels) {
        if (TIERS.indexOf(label.tier) > TIERS.indexOf(tier)) continue;
        for (const [i, line] of label.lines.entries())
          put(top + label.y + i * 14, standing(label, line.text, line.strong === true));
      }
    }
    for (const tick of timeline.ticks) {
      if (tick.label === undefined || TIERS.indexOf(tick.tier) > TIERS.indexOf(tier)) continue;
      const year = tick.yearTier !== undefined && TIERS.indexOf(tick.yearTier) <= TIERS.indexOf(tier);
      put(32, standing({ ...tick, dx: 0, anchor: 'start' }, year ? `${tick.label} ${tick.year}` : tick.label, false));
    }
    for (const row of lines.values()) expectNoTouch(row, PLOT_WIDTHS[tier]);
  }
}

function expectNoTouch(row: readonly Standing[], width: number): void {
  const spans = row.map(one => [one.x * width + one.from, one.x * width + one.to] as const).sort((a, b) => a[0] - b[0]);
  for (const [i, span] of spans.entries()) {
    const next = spans[i + 1];
    if (next !== undefined) expect(next[0]).toBeGreaterThanOrEqual(span[1] - 0.001);
    expect(span[0]).toBeGreaterThanOrEqual(-9);
    expect(span[1]).toBeLessThanOrEqual(width + 9);
  }
}

describe('the words of a timeline', () => {
  it('never touch, whatever stands in it, at any zoom and in any order', () => {
    fc.assert(
      fc.property(
        fc.array(anyLane, { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 15 }),
        anyZoom,
        anyMode,
        (lanes, reviews, zoom, mode) => {
          const all = draft(lanes.map(laneOf), {
            ...people(NAMES),
            reviews: reviews.map((offset, i) => ({
              at: 0,
              until: 0,
              key: `r${i}`,
              day: dayAt(offset),
              held: offset < 193,
            })),
            contract: { start: { at: 0, until: 0, day: dayAt(0) }, renewal: { at: 0, until: 0, day: dayAt(365) } },
          });
          expectApart(laidOut(all, { zoom, lanes: mode }));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('name, list or count every milestone', () => {
    const many = Array.from({ length: 40 }, (_, i) => milestone(`Site ${i} migrated`, { planned: dayAt(100) }));
    const all = draft([lane('O1', many)]);
    const timeline = laidOut(all);
    expect(timeline.lanes[0]?.milestones).toHaveLength(4);
    expect(timeline.lanes[0]?.more.map(more => more.text)).toEqual(['+36']);
    expect(timeline.unnamed).toBeGreaterThanOrEqual(36);
    expect(byDate(all, {})).toHaveLength(40);
  });
});

it('does not cut how late a milestone is for the name of the next one', () => {
  const names = placeNames(
    [
      { key: 'late', x: 0.3, name: 'Step 1', alarm: '31 days late', rank: 4 },
      { key: 'next', x: 0.385, name: 'Step 2', rank: 2 },
    ],
    40,
  );
  expect(names.get('late')?.lines).toEqual([{ text: 'Step 1' }, { text: '31 days late', strong: true }]);
});
