import type { PlanChange, Topic } from '../../plan/changes/change.ts';
import type { Range } from '../positions.ts';

/** A change as plain data, its place turned into lines and characters. */
export interface ReportedChange extends Omit<PlanChange, 'at' | 'topic'> {
  /** Findings come last: they follow from what was changed. Their field is the rule, and what they come from or to the severity. */
  readonly topic: Topic | 'findings';
  /** In the newer text; undefined where the plan or the finding is gone. */
  readonly range: Range | undefined;
}

/** One plan that is not as it was. Plain data. */
export interface ChangedPlan {
  /** As people see it: from the current folder, with `/`. */
  readonly name: string;
  /** Who it is about; '' where it does not say. */
  readonly customer: string;
  /** What it is compared with, where that is not the same for all. */
  readonly since?: string;
  /** At least one. */
  readonly changes: readonly ReportedChange[];
}

/** What came of a comparison. */
export interface Compared {
  /** What the plans were compared with: `since main`, `from v1 to v2`, `since their last reviews`. */
  readonly span: string;
  readonly changed: readonly ChangedPlan[];
  /** How many files were compared, those included that are new or gone; one that was renamed is one. */
  readonly files: number;
  /** How many of them differ in layout, comments or order alone. */
  readonly sameMeaning: number;
  /** What could not be done, one line each. */
  readonly failures: readonly string[];
}
