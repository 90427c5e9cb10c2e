import type { Day } from '../../plan/day.ts';
import type { PlanSummary } from '../../plan/portfolio/types.ts';
import type { RuleSetting } from '../../plan/rules/engine.ts';
import type { TeamFormat } from '../../plan/team-format.ts';
import type { TextFile } from '../../server/text-file.ts';

/** What a file is judged by. Files under the same settings share one object. */
export interface Settings {
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly team: TeamFormat;
}

/** What holds for all files of a run. */
export interface Judging {
  readonly today: Day;
  /** Whether to ask git for what the plans said at their last reviews. */
  readonly history: boolean;
  /** Whether plans are to be summed up; findings are then only counted. */
  readonly summaries?: boolean;
}

/** One file to check. Plain data, so that any thread can do it. */
export interface Task {
  /** As people see it. */
  readonly name: string;
  /** Absolute; undefined for standard input without a name. */
  readonly file: string | undefined;
  readonly settings: Settings;
  /** What is in it, where somebody has read it already. */
  readonly source?: TextFile;
}

/** What the older versions of a file were asked for, and what they were. */
export interface Past {
  readonly from: Day;
  /** A hash of the versions; undefined where git knew none. */
  readonly versions: string | undefined;
}

/** What came of one file. Plain data. */
export interface Judged {
  /** The findings, packed; undefined where the file could not be read. */
  readonly packed: Uint8Array | undefined;
  /** What could not be done, one line each. */
  readonly failures: readonly string[];
  /** There where older versions mattered. */
  readonly past?: Past;
  readonly fixed?: number;
  /** The plans of the file, where they were to be summed up. */
  readonly summaries?: readonly PlanSummary[];
}

/** Somebody who checks files: this thread, or others. Answers come in the order of the tasks. Never rejects. */
export interface Lane {
  /** What became of each task, in their order. Rejects only where the lane itself fails. */
  check(tasks: readonly Task[]): Promise<readonly Judged[]>;
  /** Nothing is asked of it after that: what it holds is let go of. */
  close(): void;
}
