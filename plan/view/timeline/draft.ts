import type { Day } from '../../day.ts';
import type { Side } from '../../model/people.ts';
import type { HealthMark, MilestoneGlyph, Placed } from '../types.ts';

/** What the timeline shows, before anything is laid out: days and facts, no positions. Plain data that survives JSON. */
export interface TimelineDraft {
  readonly today: Day;
  /** One for each outcome, then those of the milestones that stand in none. */
  readonly lanes: readonly LaneDraft[];
  /** The phases that the plan has or that milestones name, in the plan's order. */
  readonly phases: readonly PhaseDraft[];
  /** Those who own a milestone: in the order of the stakeholders, then whom only milestones name. */
  readonly people: readonly PersonDraft[];
  /** The sides that these people are on, with what to call them. */
  readonly sides: readonly SideDraft[];
  readonly reviews: readonly ReviewDraft[];
  readonly contract: ContractDraft;
}

/** A row of the drawing before it is laid out: an outcome, or milestones that have none. */
export interface LaneDraft extends Placed {
  /** Unique among the lanes. */
  readonly key: string;
  /** As written, for example `O1`. */
  readonly name: string;
  readonly title: string;
  readonly health?: { readonly mark: HealthMark; readonly word: string };
  /** Stands under the title where there is no health. */
  readonly note?: string;
  /** The days of the phase. */
  readonly span?: { readonly from?: Day; readonly to?: Day };
  readonly milestones: readonly MilestoneDraft[];
  readonly strip?: StripDraft;
}

/** A phase of the implementation. */
export interface PhaseDraft extends Placed {
  /** Unique within the plan. */
  readonly key: string;
  readonly name: string;
  readonly from?: Day;
  readonly to?: Day;
}

/** Somebody who owns work on the timeline. */
export interface PersonDraft extends Placed {
  /** Unique within the plan. */
  readonly key: string;
  readonly name: string;
  /** Absent for a name that the stakeholders do not have. */
  readonly side?: Side;
}

/** A side that owners are on, and what it is called. */
export interface SideDraft {
  readonly side: Side;
  readonly name: string;
}

/** A milestone with its days. */
export interface MilestoneDraft extends Placed {
  /** Unique within the plan. */
  readonly key: string;
  /** Short reference: `O1·3`. */
  readonly ref: string;
  readonly name: string;
  readonly glyph: MilestoneGlyph;
  /** Nobody waits for it (`isExcused`): it is drawn as open, and never late. */
  readonly doubtful?: true;
  readonly planned?: Day;
  /** The planned day, where it can be moved: the work is still open, and the day stands in the plan itself. */
  readonly movable?: Day;
  readonly actual?: Day;
  /** Names, each once, as the stakeholders write them. */
  readonly owners: readonly string[];
  /** Key of its phase. */
  readonly phase?: string;
  readonly blockers: readonly string[];
  /** Keys of the milestones that it waits for. */
  readonly dependsOn: readonly string[];
  /** Days that the review log gives and the plan does not. */
  readonly logged: readonly LoggedDraft[];
}

/** A day of a milestone that the review log gives and the plan does not. */
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
  readonly goal?: GoalDraft;
  readonly forecast?: Day;
  /** What was measured since the baseline does not compare with it. */
  readonly unlike?: true;
}

/** The day by which a value is to be reached; with `isDay` the day is all there is, and the label says what happens on it. */
export interface GoalDraft extends Placed {
  readonly day: Day;
  readonly label: string;
  readonly isDay?: true;
  readonly movable?: Day;
}

/** A review that was held, or the next one. */
export interface ReviewDraft extends Placed {
  readonly key: string;
  readonly day: Day;
  readonly held: boolean;
  readonly movable?: Day;
}

/** The days of the contract that the plan knows. */
export interface ContractDraft {
  readonly start?: Placed & { readonly day: Day };
  readonly renewal?: Placed & { readonly day: Day };
}

/** Every day of the timeline but today, in order; if asked, without those of reviews that are over. */
export function daysOf(draft: TimelineDraft, past = true): Day[] {
  const days: (Day | undefined)[] = [draft.contract.start?.day, draft.contract.renewal?.day];
  for (const review of draft.reviews) if (past || !review.held) days.push(review.day);
  for (const phase of draft.phases) days.push(phase.from, phase.to);
  for (const lane of draft.lanes) {
    days.push(lane.strip?.goal?.day, lane.strip?.forecast, ...(lane.strip?.points ?? []).map(point => point.day));
    for (const milestone of lane.milestones)
      days.push(milestone.planned, milestone.actual, ...milestone.logged.map(entry => entry.day));
  }
  return days.filter(value => value !== undefined).sort();
}

/** True when there is any day to draw. */
export function hasDay(draft: TimelineDraft): boolean {
  return daysOf(draft).length > 0;
}
