import type { Day } from '../../day.ts';
import type { HealthMark, MilestoneGlyph, Placed } from '../types.ts';

/** What the timeline shows, before anything is laid out: days and facts, no positions. */
export interface TimelineDraft {
  readonly today: Day;
  readonly lanes: readonly LaneDraft[];
  readonly reviews: readonly ReviewDraft[];
  readonly contract: ContractDraft;
}

export interface LaneDraft extends Placed {
  /** Unique among the lanes. */
  readonly key: string;
  /** As written, for example `O1`. */
  readonly name: string;
  readonly title: string;
  readonly health?: { readonly mark: HealthMark; readonly word: string };
  readonly milestones: readonly MilestoneDraft[];
  readonly strip?: StripDraft;
}

export interface MilestoneDraft extends Placed {
  /** Unique within the plan. */
  readonly key: string;
  /** Short reference: `O1·3`. */
  readonly ref: string;
  readonly name: string;
  readonly glyph: MilestoneGlyph;
  readonly planned?: Day;
  /** The planned day, where it can be moved: the work is still open, and the day stands in the plan itself. */
  readonly movable?: Day;
  readonly actual?: Day;
  readonly owners: readonly string[];
  readonly blockers: readonly string[];
  /** Keys of the milestones that it waits for. */
  readonly dependsOn: readonly string[];
  /** Days that the review log gives and the plan does not. */
  readonly logged: readonly LoggedDraft[];
}

export interface LoggedDraft extends Placed {
  readonly key: string;
  readonly day: Day;
  /** `log` or `decision`: what the label says before the day. */
  readonly source: string;
  readonly sentence: string;
}

/** The outcome's measured values and flags. Labels are short: they stand inside the drawing. */
export interface StripDraft {
  readonly points: readonly {
    readonly day: Day;
    readonly at: number;
    readonly label: string;
    readonly sentence: string;
  }[];
  readonly goal?: Placed & { readonly day: Day; readonly label: string; readonly movable?: Day };
  readonly forecast?: Day;
}

export interface ReviewDraft extends Placed {
  readonly key: string;
  readonly day: Day;
  readonly held: boolean;
  readonly movable?: Day;
}

export interface ContractDraft {
  readonly start?: Placed & { readonly day: Day };
  readonly renewal?: Placed & { readonly day: Day };
}
