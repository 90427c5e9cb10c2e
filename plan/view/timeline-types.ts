import type { Day } from '../day.ts';
import type { Anchor, HealthMark, MilestoneGlyph, Phrase, Placed, Tier } from './types.ts';

/**
 * The timeline, laid out: x are fractions of the plot's width. Tops are pixels from the top of the drawing; y inside a lane or a row are
 * pixels from its own top, so that a lane stays what it is where the lanes above it grow.
 */
export interface TimelineView {
  readonly height: number;
  /** What the drawing shows, in two sentences. */
  readonly title: string;
  readonly sentence: string;
  readonly ticks: readonly TickView[];
  /** Years over the ticks. */
  readonly years: readonly YearView[];
  /** Which day an x is: 0 is the beginning of `from`, 1 lies `days` later. */
  readonly axis: { readonly from: Day; readonly days: number };
  /** Absent when today lies outside the drawn time. */
  readonly today?: { readonly x: number; readonly label: string; readonly anchor: Anchor };
  readonly lanes: readonly LaneView[];
  /** The outcomes' goals and forecasts, where the lanes are not the outcomes. */
  readonly goals?: RowView;
  readonly reviews?: RowView;
  readonly contract?: ContractView;
  readonly dependencies: readonly DependencyView[];
  /** How many milestones found no room for their name in the drawing or have no day: the list by date carries them. */
  readonly unnamed: number;
  /** The marks that occur, for the key. */
  readonly key: readonly KeyEntry[];
}

/** A kind of mark that the key can explain. */
export type KeyEntry =
  | MilestoneGlyph
  | 'slip'
  | 'ghost'
  | 'goal'
  | 'day'
  | 'forecast'
  | 'point'
  | 'review'
  | 'renewal'
  | 'dependency';

/** A year over the ticks; not seen from `until` on, where it stands behind a label. */
export interface YearView {
  readonly x: number;
  readonly text: string;
  readonly tier: Tier;
  readonly until?: Tier;
}

/** Where a day, a week, a month or a year begins. `label` is absent where only the line is drawn. */
export interface TickView {
  readonly x: number;
  /** True where something larger begins, too: a month among weeks, a year among months. */
  readonly major?: true;
  readonly label?: string;
  readonly tier: Tier;
  /** Written after the label from `yearTier` on. */
  readonly year?: string;
  readonly yearTier?: Tier;
}

/** Words at a mark. Several lines stand 14 px apart, the first at `y`. */
export interface LabelView {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly anchor: Anchor;
  readonly lines: readonly Phrase[];
  readonly tier: Tier;
  readonly muted?: true;
}

/** A mark that can be focused and clicked. */
export interface MarkView extends Placed {
  /** Unique in the drawing. */
  readonly key: string;
  /** Key of what it shows, where that is shown in several lanes. */
  readonly of?: string;
  readonly x: number;
  readonly y: number;
  readonly glyph: MilestoneGlyph | 'ghost' | 'goal' | 'forecast' | 'review' | 'next-review' | 'start' | 'renewal';
  /** Everything about it in words: its accessible name. */
  readonly sentence: string;
  /** The same in lines, the first one its name. Absent where the sentence is short. */
  readonly tip?: readonly string[];
  /** The planned day that a drag would change; absent where nothing can be moved. */
  readonly movable?: Day;
  /** Where the planned stroke stands, when it is not under the mark. */
  readonly planned?: number;
  readonly slip?: SlipView;
  readonly labels: readonly LabelView[];
}

/** Between the planned day and the actual one, or today: both x, the smaller one first. */
export interface SlipView {
  readonly from: number;
  readonly to: number;
  readonly kind: 'late' | 'early';
}

/** What lies outside the drawn time on one side of a lane or row: a control that brings it in. */
export interface EdgeView {
  readonly key: string;
  readonly side: 'before' | 'after';
  readonly y: number;
  readonly text: string;
  readonly sentence: string;
  /** The day that is nearest to the drawn time. */
  readonly to: Day;
}

/** A lane as it is drawn. */
export interface LaneView extends Placed {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly health?: { readonly mark: HealthMark; readonly word: string };
  /** Stands under the title where there is no health. */
  readonly note?: string;
  readonly top: number;
  readonly height: number;
  readonly strand?: { readonly from: number; readonly to: number; readonly y: number };
  /** The days of the phase. */
  readonly span?: { readonly from: number; readonly to: number; readonly y: number };
  /** Slips that reach into the drawn time, of milestones outside it. */
  readonly bars: readonly (SlipView & { readonly y: number })[];
  readonly edges: readonly EdgeView[];
  readonly milestones: readonly MarkView[];
  /** How many marks found no room where they stand: `+12`. */
  readonly more: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly logged?: LoggedView;
  readonly strip?: StripView;
}

/** The dotted strand of days that only the review log knows. */
export interface LoggedView {
  readonly from: number;
  readonly fromY: number;
  readonly to: number;
  readonly y: number;
  readonly marks: readonly MarkView[];
}

/** The outcome's own strand: measured points, their forecast, the flags. */
export interface StripView {
  readonly y: number;
  readonly measured?: { readonly from: number; readonly to: number };
  readonly forecast?: { readonly from: number; readonly to: number };
  /** Dotted: nothing measured between the baseline and the goal. */
  readonly silent?: { readonly from: number; readonly to: number };
  readonly points: readonly { readonly x: number; readonly at: number; readonly sentence: string }[];
  readonly labels: readonly LabelView[];
  readonly flags: readonly MarkView[];
  readonly edges: readonly EdgeView[];
}

/** A lane of marks with their words beside them. */
export interface RowView {
  readonly top: number;
  readonly height: number;
  readonly marks: readonly MarkView[];
  readonly edges: readonly EdgeView[];
}

/** The contract's line: solid until today, pale after. */
export interface ContractView {
  readonly top: number;
  readonly height: number;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** Where the solid part ends. */
  readonly now: number;
  readonly marks: readonly MarkView[];
  readonly edges: readonly EdgeView[];
}

/** From where the other milestone stands now to the one that waits; y are pixels from the top of the drawing, x may lie outside it. */
export interface DependencyView {
  readonly key: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly sentence: string;
}

/** A line of the list by date. */
export interface ListedView {
  readonly key: string;
  readonly at: number;
  readonly ref: string;
  readonly day?: Day;
  readonly dayText: string;
  readonly name: string;
  /** Follows the name, with its own comma or colon. */
  readonly rest: string;
  readonly strong?: true;
}

/** A row of the table of milestones; empty text where nothing is known. */
export interface MilestoneRow {
  readonly key: string;
  readonly at: number;
  readonly ref: string;
  readonly name: string;
  readonly planned: string;
  /** The planned day, where another one can be chosen. */
  readonly movable?: Day;
  readonly actual: string;
  /** `4 days late`; of open work until today. */
  readonly slip: string;
  readonly owner: string;
  readonly status: string;
  readonly glyph: MilestoneGlyph;
  readonly blockers: string;
  readonly dependsOn: string;
  readonly strong?: true;
}
