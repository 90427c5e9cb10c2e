import { formatDay, formatFullDay } from '../../day.ts';
import type { Standing } from '../label-row.ts';
import { textWidth } from '../text-width.ts';
import type { KeyEntry, LaneView, MarkView, TimelineView } from '../timeline-types.ts';
import { capitalise, count, numberWord } from '../words.ts';
import { arrange } from './arrange.ts';
import { layoutContract } from './contract.ts';
import { layoutDependencies } from './dependencies.ts';
import type { LaneDraft, MilestoneDraft, TimelineDraft } from './draft.ts';
import { isFiltered, shownBy } from './filter.ts';
import { type LaidLane, layoutLane } from './lane.ts';
import { isLate, referencesOf, shownDay } from './milestone-words.ts';
import { DEFAULT_OPTIONS, type TimelineOptions } from './options.ts';
import { layoutGoals, layoutReviews } from './rows.ts';
import type { Surroundings } from './seats.ts';
import { layoutTicks } from './ticks.ts';
import { PLOT_WIDTHS, type TimeWindow, timeWindow } from './window.ts';

const HEAD = 40;
const FOOT = 4;

/** Lays out one lane; a caller that draws again and again may hand in one that remembers. */
export type LaneLayout = (lane: LaneDraft, around: Surroundings) => LaidLane;

/** Lays out the whole timeline; undefined when the plan holds no day. Pure. */
export function layoutTimeline(
  draft: TimelineDraft,
  options: TimelineOptions = DEFAULT_OPTIONS,
  layout: LaneLayout = layoutLane,
): TimelineView | undefined {
  const window = timeWindow(draft, options.zoom);
  if (window === undefined) return undefined;
  const references = referencesOf(draft);
  const drafts = shownLanes(draft, options);
  const byOutcome = arrange(draft, options.lanes) === draft.lanes;

  let top = HEAD;
  let unnamed = 0;
  const lanes: LaneView[] = [];
  const keys = new Set<string>();
  for (const one of drafts) {
    const laid = layout(one, { today: draft.today, window, references });
    lanes.push({ ...(byOutcome ? laid.lane : distinct(laid.lane, keys)), top });
    unnamed += laid.unnamed + one.milestones.filter(milestone => shownDay(milestone) === undefined).length;
    top += laid.lane.height;
  }
  const goals = byOutcome ? undefined : layoutGoals(draft.lanes, window, top);
  top += goals?.height ?? 0;
  const reviews = layoutReviews(draft.reviews, draft.today, window, top);
  top += reviews?.height ?? 0;
  const contract = layoutContract(draft.contract, draft.today, window, top);
  top += contract?.height ?? 0;
  const today = todayLine(draft, window);
  const dependencies = layoutDependencies(drafts, lanes, window, references);
  return {
    height: top + FOOT,
    title: `Timeline of the plan, ${formatFullDay(window.from)} to ${formatFullDay(window.to)}`,
    sentence: describe(draft, drafts),
    axis: window.axis,
    ...layoutTicks(window, todayTaken(today)),
    ...(today === undefined ? {} : { today }),
    lanes,
    ...(goals === undefined ? {} : { goals }),
    ...(reviews === undefined ? {} : { reviews }),
    ...(contract === undefined ? {} : { contract }),
    dependencies,
    unnamed,
    key: keyOf(lanes, goals?.marks ?? [], draft, dependencies.length > 0),
  };
}

/** The lanes with the milestones that are shown; while any are left out, only lanes that have some. */
function shownLanes(draft: TimelineDraft, { lanes, show }: TimelineOptions): readonly LaneDraft[] {
  const all = arrange(draft, lanes);
  if (!isFiltered(show)) return all;
  const isShown = shownBy(show, draft);
  return all
    .map(lane => ({ ...lane, milestones: lane.milestones.filter(isShown) }))
    .filter(lane => lane.milestones.length > 0);
}

/** The lane with keys that no lane before it has: a milestone may stand in several. */
function distinct(lane: LaidLane['lane'], keys: Set<string>): LaidLane['lane'] {
  const once = (mark: MarkView): MarkView => {
    if (!keys.has(mark.key)) return mark;
    return { ...mark, key: `${mark.key} in ${lane.key}`, of: mark.key };
  };
  const milestones = lane.milestones.map(once);
  const marks = lane.logged?.marks.map(once);
  const same =
    milestones.every((mark, i) => mark === lane.milestones[i]) && !marks?.some(mark => mark.of !== undefined);
  for (const mark of [...milestones, ...(marks ?? [])]) keys.add(mark.key);
  if (same) return lane;
  return {
    ...lane,
    milestones,
    ...(lane.logged === undefined ? {} : { logged: { ...lane.logged, marks: marks ?? [] } }),
  };
}

function todayLine(draft: TimelineDraft, window: TimeWindow): TimelineView['today'] {
  if (window.edge(draft.today) !== undefined) return undefined;
  const x = window.x(draft.today);
  const label = `Today, ${formatDay(draft.today)}`;
  const half = textWidth(label, true) / 2 / PLOT_WIDTHS.always;
  return { x, label, anchor: x < half ? 'start' : x > 1 - half ? 'end' : 'middle' };
}

/** What today's label takes of the line over the ticks. */
function todayTaken(today: TimelineView['today']): Standing[] {
  if (today === undefined) return [];
  const width = textWidth(today.label, true);
  const from = today.anchor === 'start' ? 0 : today.anchor === 'end' ? -width : -width / 2;
  return [{ x: today.x, from, to: from + width, tier: 'always' }];
}

function describe(draft: TimelineDraft, lanes: readonly LaneDraft[]): string {
  const milestones = [...new Map(lanes.flatMap(lane => lane.milestones).map(one => [one.key, one])).values()];
  const done = milestones.filter(milestone => milestone.glyph === 'done').length;
  const late = milestones.filter(milestone => isLate(milestone, draft.today)).length;
  const held = draft.reviews.filter(review => review.held).length;
  const parts = [
    `${capitalise(count(milestones.length, 'milestone'))} in ${count(lanes.length, 'lane')}: ${numberWord(done)} done, ${numberWord(late)} late and open`,
  ];
  if (held > 0) parts.push(`${count(held, 'review')} held`);
  const renewal = draft.contract.renewal?.day;
  if (renewal !== undefined) parts.push(`renewal on ${formatFullDay(renewal)}`);
  return `${parts.join('; ')}.`;
}

function keyOf(
  lanes: readonly LaneView[],
  goals: readonly MarkView[],
  draft: TimelineDraft,
  dependencies: boolean,
): KeyEntry[] {
  const marks = lanes.flatMap(lane => lane.milestones);
  const has = new Set<KeyEntry>(marks.map(mark => mark.glyph).filter(isMilestoneGlyph));
  if (marks.some(mark => mark.slip !== undefined) || lanes.some(lane => lane.bars.length > 0)) has.add('slip');
  const days = new Set(draft.lanes.filter(lane => lane.strip?.goal?.isDay).map(lane => `${lane.key}/goal`));
  for (const flag of [...goals, ...lanes.flatMap(lane => lane.strip?.flags ?? [])]) {
    if (flag.glyph === 'goal') has.add(days.has(flag.key) ? 'day' : 'goal');
    if (flag.glyph === 'forecast') has.add('forecast');
  }
  for (const lane of lanes) {
    if (lane.logged !== undefined) has.add('ghost');
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
  'day',
  'forecast',
  'point',
  'review',
  'renewal',
  'dependency',
];

function isMilestoneGlyph(glyph: MarkView['glyph']): glyph is MilestoneDraft['glyph'] {
  return glyph === 'done' || glyph === 'progress' || glyph === 'open' || glyph === 'blocked' || glyph === 'skipped';
}
