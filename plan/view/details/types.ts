import type { Act, Placed } from '../types.ts';

/* What the lower half of a drawing gets: risks, people, reviews and the checklist, as plain data. */

/** How likely something is, or how much it would hurt. */
export type RiskLevel = 'low' | 'medium' | 'high';

/** How a risk is drawn: still watched, come true, lived with, or settled. */
export type RiskState = 'open' | 'occurred' | 'accepted' | 'settled';

/** The risks of a plan: those that count in a matrix, and all of them as a list. */
export interface RisksView {
  /** `1 open, 1 mitigated`. */
  readonly note: string;
  /** The highest impact first, the lowest likelihood first; absent where no risk has a place in it. */
  readonly matrix?: readonly (readonly MatrixCell[])[];
  /** The weightiest first, what is settled last. */
  readonly list: readonly RiskView[];
  /** So many of the list stand in sight, the rest behind a word. */
  readonly shown: number;
}

/** A cell of the matrix, with the marks that find room in it. */
export interface MatrixCell {
  readonly impact: RiskLevel;
  readonly likelihood: RiskLevel;
  /** Impact times likelihood, each 1 to 3. */
  readonly score: number;
  readonly severe: boolean;
  readonly marks: readonly RiskMark[];
  /** How many risks found no room, and which. */
  readonly more?: { readonly count: number; readonly names: string };
}

/** A risk's mark: few letters, and everything else as its name for a screen reader. */
export interface RiskMark extends Placed {
  readonly key: string;
  readonly text: string;
  readonly state: RiskState;
  readonly sentence: string;
}

/** A risk as a line of the list. */
export interface RiskView extends Placed {
  readonly key: string;
  /** The id as written, for example `R1`. */
  readonly name: string;
  /** What stands on its mark, where that is not its name. */
  readonly sign?: string;
  readonly title: string;
  readonly state: RiskState;
  /** `Open, severe.` */
  readonly status: string;
  readonly severe: boolean;
  readonly mitigation?: string;
  readonly contingency?: string;
  readonly owner?: string;
  /** `Due 15 Feb, in 5 days.` Late is set in bold. */
  readonly due?: { readonly text: string; readonly late: boolean };
  /** What the plan does not say of it: `No contingency written down.` */
  readonly lacks?: string;
  /** Blocked milestones whose blocker it is. */
  readonly holdsUp: readonly RefView[];
  /** Outcomes that it says it threatens. */
  readonly threatens: readonly RefView[];
}

/** A thing that something is said of: `O1·3`, and in full. */
export interface RefView {
  readonly at: number;
  readonly ref: string;
  readonly title: string;
}

/** The people of a plan, by the side that they are on. */
export interface PeopleView {
  /** `3 at Acme Corp, 2 at the vendor`. */
  readonly note: string;
  /** False where nothing is known of anybody's engagement: then there is no such column. */
  readonly engagement: boolean;
  readonly groups: readonly PeopleGroup[];
}

/** The people of one side, in the order of the plan. */
export interface PeopleGroup {
  readonly side: 'customer' | 'vendor' | 'partner';
  readonly name: string;
  readonly people: readonly PersonView[];
  /** So many of them stand in sight, the rest behind a word. */
  readonly shown: number;
}

/** Somebody as a line of the list. */
export interface PersonView extends Placed {
  readonly key: string;
  readonly name: string;
  /** Role and part in the plan: `VP Operations, executive sponsor`. */
  readonly role: string;
  /** `left on 1 Feb`, `leaves on 1 May; Ken Abe takes over`. */
  readonly gone?: string;
  /** Bars from none to three, with their word. */
  readonly engagement?: { readonly level: 0 | 1 | 2 | 3; readonly word: string };
  /** How many open things somebody owns; the most urgent ones, late ones first. */
  readonly work: { readonly count: number; readonly items: readonly OwnedView[] };
}

/** A piece of open work: `O1·3`, `26 days late`. */
export interface OwnedView {
  readonly at: number;
  readonly ref: string;
  readonly title: string;
  readonly when: string;
  readonly late: boolean;
}

/** The next review, and those that were held. */
export interface ReviewLogView {
  /** `Quarterly, 2 held, the last 9 days ago`. */
  readonly note: string;
  /** Absent in a plan that is over, and in one that a customer sees before a review is agreed on. */
  readonly next?: NextReviewView;
  /** The newest first; those whose day cannot be read last. */
  readonly past: readonly PastReviewView[];
  /** So many of them stand in sight, the rest behind a word. */
  readonly shown: number;
}

/** The review that comes next, with what it is to be given. */
export interface NextReviewView extends Placed {
  readonly key: 'review/next';
  /** `1 May`, or `No day`. */
  readonly day: string;
  /** `in 80 days`, `12 days overdue`. */
  readonly distance: string;
  readonly overdue: boolean;
  readonly text: string;
  /** What is to be brought along, by kind. */
  readonly bring: readonly BringView[];
  readonly actions: readonly Act[];
}

/** `new days for` some things, and so many more. */
export interface BringView {
  readonly words: string;
  readonly things: readonly RefView[];
  readonly more: number;
}

/** A review of the log. */
export interface PastReviewView extends Placed {
  readonly key: string;
  /** `1 Feb`; as it is written where it is no day. */
  readonly day: string;
  readonly year: string;
  /** `QBR`, where its kind is written down. */
  readonly kind?: string;
  readonly summary: string;
  readonly decisions: readonly string[];
  /** What the review changed in the plan. */
  readonly changes: readonly string[];
  /** `No plan changes.`, where it says so. */
  readonly unchanged: boolean;
  readonly attendees: readonly string[];
  /** How many of its actions are still to be done. */
  readonly openActions: number;
  /** What the checks say of it. */
  readonly findings: readonly { readonly at: number; readonly text: string }[];
}

/** The ten points of the plan format, as far as they are asked of a plan like this. */
export interface ChecklistView {
  /** `6 of 10 pass`. */
  readonly note: string;
  readonly items: readonly ChecklistItemView[];
}

/** One of the ten points. */
export interface ChecklistItemView {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  readonly verdict: 'passed' | 'failed' | 'not_asked';
  /** Why it fails, and where; `more` findings say the same of other places. */
  readonly why?: { readonly text: string; readonly at: number; readonly more: number };
}
