import type { Day } from '../day.ts';
import type { Anchor, HealthMark, MilestoneGlyph, Phrase, Placed, Tier } from './types.ts';

/** The timeline, laid out: x are fractions of the plot's width, y and heights are pixels from the top of the drawing. */
export interface TimelineView {
  readonly height: number;
  /** What the drawing shows, in two sentences. */
  readonly title: string;
  readonly sentence: string;
  readonly months: readonly MonthView[];
  /** Which day an x is: 0 is the beginning of `from`, 1 lies `days` later. */
  readonly axis: { readonly from: Day; readonly days: number };
  /** Absent when today lies outside the drawn time. */
  readonly today?: { readonly x: number; readonly label: string; readonly anchor: Anchor };
  readonly lanes: readonly LaneView[];
  readonly reviews?: ReviewsView;
  readonly contract?: ContractView;
  readonly dependencies: readonly DependencyView[];
  readonly list: readonly ListedView[];
  /** True when the list has to stay in sight at every width, since a name found no room in the drawing. */
  readonly listAlways: boolean;
  /** The marks that occur, for the key. */
  readonly key: readonly KeyEntry[];
}

export type KeyEntry =
  | MilestoneGlyph
  | 'slip'
  | 'ghost'
  | 'goal'
  | 'forecast'
  | 'point'
  | 'review'
  | 'renewal'
  | 'dependency';

/** The first day of a month. `label` is absent where only the line is drawn. */
export interface MonthView {
  readonly x: number;
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
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly glyph: MilestoneGlyph | 'ghost' | 'goal' | 'forecast' | 'review' | 'next-review' | 'start' | 'renewal';
  /** Everything about it in words: accessible name and tooltip. */
  readonly sentence: string;
  /** The planned day that a drag would change; absent where nothing can be moved. */
  readonly movable?: Day;
  /** Where the planned stroke stands, when it is not under the mark. */
  readonly planned?: number;
  readonly slip?: { readonly from: number; readonly to: number; readonly kind: 'late' | 'early' };
  /** The day lies outside the drawn time, on that side. */
  readonly edge?: 'before' | 'after';
  readonly labels: readonly LabelView[];
}

export interface LaneView extends Placed {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly health?: { readonly mark: HealthMark; readonly word: string };
  readonly top: number;
  readonly height: number;
  readonly strand?: { readonly from: number; readonly to: number; readonly y: number };
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
}

export interface ReviewsView {
  readonly top: number;
  readonly height: number;
  readonly marks: readonly MarkView[];
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
}

/** From where the other milestone stands now to the one that waits. */
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
