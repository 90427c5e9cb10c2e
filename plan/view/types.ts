import type { Audience } from '../audience/audience.ts';
import type { LeftOut } from '../audience/left-out.ts';
import type { Day } from '../day.ts';
import type { ChecklistView, PeopleView, ReviewLogView, RisksView } from './details/types.ts';
import type { TimelineDraft } from './timeline/draft.ts';

/**
 * What a drawing of a plan gets: plain data that survives JSON, already measured and laid out. Positions along an axis are
 * fractions 0..1 of its length, vertical ones are pixels, and everything that can be clicked carries the offset in the
 * document (UTF-16) where it stands, with the offset where it ends.
 */
export type DocumentView = PlanView | AgendaView;

/** Raised whenever the shape below changes, so that a panel restored from an older build waits for fresh data. */
export const VIEW_FORMAT = 3;

/** Where a thing stands in the document: UTF-16 offsets, `until` exclusive. */
export interface Placed {
  readonly at: number;
  readonly until: number;
}

/** A run of text; the strong ones are set in bold. */
export interface Phrase {
  readonly text: string;
  readonly strong?: true;
}

/** The six states of health, as drawn. */
export type HealthMark = 'achieved' | 'on_track' | 'at_risk' | 'off_track' | 'not_started' | 'unknown';

/** The states of a milestone, as drawn. */
export type MilestoneGlyph = 'done' | 'progress' | 'open' | 'blocked' | 'skipped';

/** A control that leads to a line of the document. */
export interface GoTo {
  readonly kind: 'go';
  readonly label: string;
  readonly at: number;
}

/** A control that does something: it leads somewhere, begins a command that asks before it edits, or edits. */
export type Act =
  | GoTo
  | {
      readonly kind: 'dialogue';
      readonly label: string;
      readonly dialogue: 'recordMeasurement' | 'completeMilestone' | 'logReview' | 'prepareAgenda';
      /** For what stands there. */
      readonly at: number;
    }
  /** A fix of the finding of a rule that begins at the offset, counted from 0. `title` says in full what it does. */
  | {
      readonly kind: 'fix';
      readonly label: string;
      readonly title: string;
      readonly rule: string;
      readonly fix: number;
      readonly at: number;
    }
  /** What a plan that has just begun lacks. */
  | { readonly kind: 'add'; readonly label: string; readonly what: 'outcome' | 'stakeholder' | 'review' };

/** One success plan on one day. */
export interface PlanView {
  readonly kind: 'plan';
  readonly format: typeof VIEW_FORMAT;
  readonly asOf: Day;
  /** For whom it is drawn; internal unless said. What a customer must not see is not in the view. */
  readonly audience?: Audience;
  /** What this audience does not get; told to who looks at it beforehand, never to them. */
  readonly leftOut?: LeftOut<string>;
  readonly header: HeaderView;
  /** Set when the plan has no outcomes: what to write first, in place of empty axes. */
  readonly empty?: EmptyView;
  readonly outcomes: readonly OutcomeView[];
  /** What the timeline shows; who draws it lays it out as its reader wants it. Absent when the plan holds no date at all. */
  readonly timeline?: TimelineDraft;
  readonly callouts: readonly CalloutView[];
  readonly risks?: RisksView;
  readonly people?: PeopleView;
  readonly reviews?: ReviewLogView;
  /** Ours, not the customer's. */
  readonly checklist?: ChecklistView;
  readonly footer: string;
}

/** A review agenda, which has nothing to draw. */
export interface AgendaView {
  readonly kind: 'agenda';
  readonly format: typeof VIEW_FORMAT;
  readonly asOf: Day;
  readonly title: string;
  readonly sentence: string;
  readonly topics: readonly AgendaTopicView[];
}

/** A topic of an agenda, and how long it takes, as written. */
export interface AgendaTopicView {
  readonly at: number;
  readonly name: string;
  readonly duration: string;
}

/** The head of a drawing: what plan it is, how it stands, what comes next. */
export interface HeaderView {
  readonly title: string;
  readonly at: number;
  readonly subtitle: string;
  /** Are we getting there: the worst, the best and the unknown, in at most four clauses. */
  readonly sentence: { readonly lead: string; readonly rest: string };
  /** The three days that come next, soonest first. */
  readonly next: readonly NextView[];
  readonly figures: readonly FigureView[];
}

/** One of the days that come next. */
export interface NextView {
  readonly at: number;
  readonly day: Day;
  readonly dayText: string;
  readonly text: string;
  readonly distance: string;
}

/** One figure of the header: `172` `days`, with its label above and a note below. */
export interface FigureView {
  readonly name: 'health' | 'attainment' | 'review' | 'renewal' | 'findings';
  readonly label: string;
  readonly mark?: HealthMark;
  readonly value: string;
  /** Set smaller after the value. */
  readonly unit?: string;
  /** True when the value is words (`Not scheduled`), which are set smaller than a number. */
  readonly words?: true;
  readonly note: string;
  /** Why, in a sentence, where there is more to say than the note. */
  readonly detail?: string;
  readonly at?: number;
  /** True when the figure leads to the list of findings. */
  readonly problems?: true;
}

/** The first things to write in a plan without outcomes, the most urgent first. */
export interface EmptyView {
  readonly actions: readonly Act[];
}

/** One outcome's row of the attainment section. */
export interface OutcomeView extends Placed {
  /** Unique within the view. */
  readonly key: string;
  /** The id as written, for example `O1`. */
  readonly name: string;
  readonly title: string;
  readonly milestones?: {
    readonly glyphs: readonly MilestoneGlyph[];
    readonly text: string;
    readonly sentence: string;
  };
  readonly attainment: { readonly text: string; readonly known: boolean; readonly note: string };
  readonly scale: ScaleView;
  readonly trend?: TrendView;
  /** In place of a trend: the key results that the attainment is the mean of. */
  readonly parts?: string;
  readonly health: HealthView;
  /** The same in words, for a table. */
  readonly facts: OutcomeFacts;
}

/** What is known of an outcome's numbers: `2.1 hours on 20 Jan 2026`. */
export interface OutcomeFacts {
  readonly metric?: string;
  readonly baseline?: string;
  /** The latest value. */
  readonly today?: string;
  readonly expected?: string;
  readonly goal?: string;
  /** When the trend reaches the goal. */
  readonly forecast?: string;
}

/** How an outcome stands, and why. */
export interface HealthView {
  readonly mark: HealthMark;
  readonly word: string;
  /** `declared: in progress`, where the plan declares a status. */
  readonly declared?: string;
  readonly reason: string;
  readonly actions: readonly Act[];
}

/** Baseline left, goal right, whichever way the unit runs; or a value to be held; or words where there is no number. */
export type ScaleView = BarScaleView | HoldScaleView | NoScaleView;

/** From which width of the scale on a label is shown. */
export type Tier = 'always' | 'mid' | 'wide';
/** Which end of a label stands at its x. */
export type Anchor = 'start' | 'middle' | 'end';

/** A label of a scale: its x is a fraction of the scale's length, `dx` pixels beside it. */
export interface ScaleLabel {
  readonly x: number;
  readonly dx: number;
  readonly anchor: Anchor;
  readonly text: string;
  readonly tier: Tier;
}

/** From the baseline at 0 to the goal at 1. */
export interface BarScaleView {
  readonly kind: 'bar';
  /** The metric's name and the whole scale in one sentence: what a screen reader gets. */
  readonly title: string;
  readonly sentence: string;
  /** Length of the filled bar; absent when nothing was measured since the baseline. */
  readonly fill?: number;
  /** `behind` and `beyond` are values outside the scale, clamped to its ends. */
  readonly value?: ScaleLabel & { readonly side: 'inside' | 'behind' | 'beyond' };
  /** Stands where the value's label would, when there is no value. */
  readonly note?: string;
  /** `long` when the stroke may run through the row of tick labels. */
  readonly expected?: { readonly x: number; readonly long: boolean; readonly label?: ScaleLabel };
  readonly ticks: readonly number[];
  /** The row of tick labels, the ends first; the goal is strong. */
  readonly labels: readonly (ScaleLabel & { readonly strong?: true })[];
  /** The days under the ends. */
  readonly days: readonly ScaleLabel[];
}

/** A value that is to stay where it is, or better. */
export interface HoldScaleView {
  readonly kind: 'hold';
  readonly title: string;
  readonly sentence: string;
  /** `hold 99.9%`. */
  readonly label: string;
  /** The latest value: along the time from baseline to target day; above the line when it holds, below when it crossed. */
  readonly value?: ScaleLabel & { readonly holds: boolean };
}

/** Why there is no scale, in words. */
export interface NoScaleView {
  readonly kind: 'none';
  readonly text: string;
}

/** A point of the trend: x along time, y along the unit in its own direction, both 0..1. */
export interface TrendPoint {
  readonly x: number;
  readonly y: number;
}

/** The measurements of an outcome in time, with where they lead. `today` is a fraction of the drawn time. */
export interface TrendView {
  /** Baseline and measurements, in order of time. */
  readonly points: readonly TrendPoint[];
  /** The straight line from baseline to goal. */
  readonly expected?: { readonly from: TrendPoint; readonly to: TrendPoint };
  /** The trend from the last measurement on; `reached` when it ends at the goal, inside the drawing. */
  readonly forecast?: { readonly from: TrendPoint; readonly to: TrendPoint; readonly reached: boolean };
  readonly goal?: TrendPoint;
  readonly today?: number;
  readonly sentence: string;
  /** The words below: `Forecast **18 Jun**, 78 days after the goal date`. */
  readonly words: readonly Phrase[];
  /** True when the words say that something is missing. */
  readonly muted?: true;
}

/** A finding that asks for a decision, in one box under the timeline. */
export interface CalloutView {
  readonly key: string;
  readonly lead: string;
  readonly rest: string;
  readonly actions: readonly Act[];
}
