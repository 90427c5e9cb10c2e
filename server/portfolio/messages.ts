import type { Day } from '../../plan/day.ts';
import type { PlanSummary } from '../../plan/portfolio/types.ts';
import type { RuleSetting } from '../../plan/rules/engine.ts';
import type { TeamFormat } from '../../plan/team-format.ts';

/** What a file is judged by. Files under the same settings share one object. */
export interface FileSettings {
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly team: TeamFormat;
}

/** A file that is to be read and summed up. */
export interface WantedFile {
  /** Absolute. */
  readonly path: string;
  readonly uri: string;
  /** The workspace folder, where there are several. */
  readonly folder: string | undefined;
  /** The stamp of the last reading: if it is the same now, the file is not read. */
  readonly stamp: string | undefined;
  readonly settings: number;
}

/** Files to sum up; plain data, so that another thread can do it. Settings are told by their number. */
export interface Order {
  readonly today: Day;
  /** Rules whose findings this editor does not show. */
  readonly hidden: readonly string[];
  readonly settings: readonly (readonly [number: number, settings: FileSettings])[];
  readonly files: readonly WantedFile[];
}

/** What came of a file. */
export interface SummedFile {
  readonly path: string;
  /** When it was written, and how long it is; '' where there is none. */
  readonly stamp: string;
  /** Undefined where the file is as it was. */
  readonly summaries: readonly PlanSummary[] | undefined;
}
