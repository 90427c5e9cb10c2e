import { daysBetween, formatDay, formatFullDay } from '../../day.ts';
import { LabelRow } from '../label-row.ts';
import { textWidth } from '../text-width.ts';
import type {
  ContractView,
  DependencyView,
  KeyEntry,
  LabelView,
  LaneView,
  ListedView,
  MarkView,
  ReviewsView,
  TimelineView,
} from '../timeline-types.ts';
import type { Anchor, Tier } from '../types.ts';
import { capitalise, count, dayNear, distance, numberWord, span } from '../words.ts';
import type { MilestoneDraft, TimelineDraft } from './draft.ts';
import { layoutLane } from './lane.ts';
import { milestoneWords, shownDay, shownDayText } from './milestone-words.ts';
import { layoutMonths, PLOT_WIDTHS, type TimeWindow, timeWindow } from './window.ts';

const HEAD = 40;
const REVIEWS_HEIGHT = 44;
const CONTRACT_HEIGHT = 50;
const FOOT = 4;

/** Lays out the whole timeline; undefined when the plan holds no day. */
export function layoutTimeline(draft: TimelineDraft): TimelineView | undefined {
  const window = timeWindow(draft);
  if (window === undefined) return undefined;
  const milestones = draft.lanes.flatMap(lane => lane.milestones);
  const references = new Map(milestones.map(milestone => [milestone.key, milestone.ref]));

  let top = HEAD;
  let unnamed = 0;
  const lanes: LaneView[] = [];
  for (const lane of draft.lanes) {
    const laid = layoutLane(lane, draft, window, top, references);
    lanes.push(laid.lane);
    unnamed += laid.unnamed;
    top += laid.lane.height;
  }
  const reviews = layoutReviews(draft, window, top);
  top += reviews?.height ?? 0;
  const contract = layoutContract(draft, window, top);
  top += contract?.height ?? 0;
  const dependencies = layoutDependencies(milestones, lanes, references);
  return {
    height: top + FOOT,
    title: `Timeline of the plan, ${formatFullDay(window.from)} to ${formatFullDay(window.to)}`,
    sentence: describe(draft),
    axis: window.axis,
    months: layoutMonths(window),
    ...todayLine(draft, window),
    lanes,
    ...(reviews === undefined ? {} : { reviews }),
    ...(contract === undefined ? {} : { contract }),
    dependencies,
    list: listByDate(draft, milestones, references),
    listAlways: unnamed > 0 || milestones.some(milestone => shownDay(milestone) === undefined),
    key: keyOf(lanes, draft, dependencies.length > 0),
  };
}

function todayLine(draft: TimelineDraft, window: TimeWindow): Pick<TimelineView, 'today'> {
  if (window.edge(draft.today) !== undefined) return {};
  const x = window.x(draft.today);
  const label = `Today, ${formatDay(draft.today)}`;
  const half = textWidth(label, true) / 2 / PLOT_WIDTHS.always;
  return { today: { x, label, anchor: x < half ? 'start' : x > 1 - half ? 'end' : 'middle' } };
}

function describe(draft: TimelineDraft): string {
  const milestones = draft.lanes.flatMap(lane => lane.milestones);
  const words = milestones.map(milestone => milestoneWords(milestone, draft.today, []));
  const done = milestones.filter(milestone => milestone.glyph === 'done').length;
  const late = words.filter(word => word.alarm !== undefined && word.slip > 0).length;
  const held = draft.reviews.filter(review => review.held).length;
  const parts = [
    `${capitalise(count(milestones.length, 'milestone'))} in ${count(draft.lanes.length, 'lane')}: ${numberWord(done)} done, ${numberWord(late)} late and open`,
  ];
  if (held > 0) parts.push(`${count(held, 'review')} held`);
  const renewal = draft.contract.renewal?.day;
  if (renewal !== undefined) parts.push(`renewal on ${formatFullDay(renewal)}`);
  return `${parts.join('; ')}.`;
}

/** A label beside its mark: the first of the texts that is free to the right or the left, from the smallest tier possible. */
function beside(row: LabelRow, x: number, y: number, texts: readonly string[], strong: boolean): LabelView[] {
  const tiers: readonly Tier[] = ['mid', 'wide'];
  for (const tier of tiers) {
    for (const text of texts) {
      const width = textWidth(text, strong);
      const line = strong ? { text, strong: true as const } : { text };
      const sides: readonly [Anchor, number, number][] = [
        ['start', 10, 10],
        ['end', -10, -10 - width],
      ];
      for (const [anchor, dx, from] of sides) {
        if (row.place({ x, from, to: from + width, tier })) return [{ x, y, dx, anchor, lines: [line], tier }];
      }
    }
  }
  return [];
}

function layoutReviews(draft: TimelineDraft, window: TimeWindow, top: number): ReviewsView | undefined {
  if (draft.reviews.length === 0) return undefined;
  const y = top + 26;
  const row = new LabelRow(PLOT_WIDTHS, 6);
  for (const review of draft.reviews) row.put({ x: window.x(review.day), from: -3, to: 3, tier: 'always' });
  row.put({ x: window.xToday, from: 3, to: -3, tier: 'always' });
  // The next review and the latest ones are named first.
  const order = [...draft.reviews].sort((a, b) => (a.held === b.held ? (a.day < b.day ? 1 : -1) : a.held ? 1 : -1));
  const marks = order.map((review): MarkView => {
    const x = window.x(review.day);
    const overdue = !review.held && review.day < draft.today;
    const days = span(Math.abs(daysBetween(review.day, draft.today)));
    const short = dayNear(review.day, draft.today);
    const texts = review.held
      ? [short]
      : overdue
        ? [`${days} overdue, ${formatDay(review.day)}`, `${days} overdue`]
        : [`next ${short}, ${distance(draft.today, review.day)}`, `next ${short}`];
    const sentence = review.held
      ? `Review held on ${formatFullDay(review.day)}.`
      : `Next review on ${formatFullDay(review.day)}, ${overdue ? `${days} overdue` : distance(draft.today, review.day)}.`;
    const edge = window.edge(review.day);
    return {
      key: review.key,
      at: review.at,
      until: review.until,
      x,
      y,
      glyph: review.held ? 'review' : 'next-review',
      sentence,
      ...(review.movable === undefined ? {} : { movable: review.movable }),
      labels: edge === undefined ? beside(row, x, y + 4, texts, overdue) : [],
      ...(edge === undefined ? {} : { edge }),
    };
  });
  return { top, height: REVIEWS_HEIGHT, marks: marks.sort((a, b) => a.x - b.x) };
}

function layoutContract(draft: TimelineDraft, window: TimeWindow, top: number): ContractView | undefined {
  const { start, renewal } = draft.contract;
  if (start === undefined && renewal === undefined) return undefined;
  const y = top + 32;
  const from = start === undefined ? 0 : window.x(start.day);
  const to = renewal === undefined ? 1 : window.x(renewal.day);
  const row = new LabelRow(PLOT_WIDTHS, 4);
  const marks: MarkView[] = [];
  const add = (place: NonNullable<typeof start>, glyph: 'start' | 'renewal', text: string, sentence: string): void => {
    const x = window.x(place.day);
    const edge = window.edge(place.day);
    const width = textWidth(text, glyph === 'renewal');
    const line = glyph === 'renewal' ? { text, strong: true as const } : { text };
    const right = x * PLOT_WIDTHS.mid + 6 + width <= PLOT_WIDTHS.mid;
    const side = glyph === 'renewal' && x * PLOT_WIDTHS.mid > width + 6 ? 'end' : right ? 'start' : 'end';
    const dx = side === 'end' ? -6 : 6;
    const fits = row.place({
      x,
      from: side === 'end' ? dx - width : dx,
      to: side === 'end' ? dx : dx + width,
      tier: 'mid',
    });
    const labels: LabelView[] = fits ? [{ x, y: y - 9, dx, anchor: side, lines: [line], tier: 'mid' }] : [];
    marks.push({
      key: `contract/${glyph}`,
      at: place.at,
      until: place.until,
      x,
      y,
      glyph,
      sentence,
      labels,
      ...(edge === undefined ? {} : { edge }),
    });
  };
  if (renewal !== undefined) {
    const when = `renewal ${formatFullDay(renewal.day)}, ${distance(draft.today, renewal.day)}`;
    add(renewal, 'renewal', when, `${capitalise(when)}.`);
  }
  if (start !== undefined)
    add(start, 'start', `start ${formatFullDay(start.day)}`, `Contract start ${formatFullDay(start.day)}.`);
  const now = Math.min(to, Math.max(from, window.x(draft.today)));
  return {
    top,
    height: CONTRACT_HEIGHT,
    y,
    from: Math.min(from, to),
    to: Math.max(from, to),
    now,
    marks: marks.sort((a, b) => a.x - b.x),
  };
}

function layoutDependencies(
  milestones: readonly MilestoneDraft[],
  lanes: readonly LaneView[],
  references: ReadonlyMap<string, string>,
): DependencyView[] {
  const marks = new Map(lanes.flatMap(lane => lane.milestones).map(mark => [mark.key, mark]));
  const views: DependencyView[] = [];
  for (const milestone of milestones) {
    const to = marks.get(milestone.key);
    for (const key of milestone.dependsOn) {
      const from = marks.get(key);
      if (from === undefined || to === undefined) continue;
      // The curve starts where the other milestone stands now: at the end of its slip.
      const x = from.slip?.kind === 'late' ? Math.max(from.slip.to, from.x) : from.x;
      views.push({
        key: `${key}>${milestone.key}`,
        from: { x, y: from.y },
        to: { x: to.x, y: to.y },
        sentence: `${milestone.ref} depends on ${references.get(key) ?? key}.`,
      });
    }
  }
  return views;
}

function listByDate(
  draft: TimelineDraft,
  milestones: readonly MilestoneDraft[],
  references: ReadonlyMap<string, string>,
): ListedView[] {
  const last = '9999-12-31';
  return [...milestones]
    .sort((a, b) =>
      (shownDay(a) ?? last) < (shownDay(b) ?? last) ? -1 : (shownDay(a) ?? last) > (shownDay(b) ?? last) ? 1 : 0,
    )
    .map(milestone => {
      const words = milestoneWords(
        milestone,
        draft.today,
        milestone.dependsOn.map(key => references.get(key) ?? key),
      );
      const shown = shownDay(milestone);
      return {
        key: milestone.key,
        at: milestone.at,
        ref: milestone.ref,
        ...(shown === undefined ? {} : { day: shown }),
        dayText: shownDayText(milestone, draft.today),
        name: milestone.name,
        rest: words.tail,
        ...(words.alarm === undefined ? {} : { strong: true as const }),
      };
    });
}

function keyOf(lanes: readonly LaneView[], draft: TimelineDraft, dependencies: boolean): KeyEntry[] {
  const marks = lanes.flatMap(lane => lane.milestones);
  const has = new Set<KeyEntry>(marks.map(mark => mark.glyph).filter(isMilestoneGlyph));
  if (marks.some(mark => mark.slip !== undefined)) has.add('slip');
  for (const lane of lanes) {
    if (lane.logged !== undefined) has.add('ghost');
    for (const flag of lane.strip?.flags ?? [])
      if (flag.glyph === 'goal' || flag.glyph === 'forecast') has.add(flag.glyph);
    if ((lane.strip?.points.length ?? 0) > 0) has.add('point');
  }
  if (draft.reviews.length > 0) has.add('review');
  if (draft.contract.renewal !== undefined) has.add('renewal');
  if (dependencies) has.add('dependency');
  return KEY_ORDER.filter(entry => has.has(entry));
}

const KEY_ORDER: readonly KeyEntry[] = [
  'done',
  'progress',
  'open',
  'blocked',
  'skipped',
  'slip',
  'ghost',
  'goal',
  'forecast',
  'point',
  'review',
  'renewal',
  'dependency',
];

function isMilestoneGlyph(glyph: MarkView['glyph']): glyph is MilestoneDraft['glyph'] {
  return glyph === 'done' || glyph === 'progress' || glyph === 'open' || glyph === 'blocked' || glyph === 'skipped';
}
