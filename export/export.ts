import type { Audience } from '../plan/audience/audience.ts';
import type { PlanFile } from '../plan/check.ts';
import type { Day } from '../plan/day.ts';
import type { ExportFormat } from '../protocol/export.ts';

export { portfolioIn } from './portfolio/portfolio.ts';

/** What is written of a plan, for whom, as what. */
export interface ExportOptions {
  readonly format: ExportFormat;
  readonly audience: Audience;
  readonly today: Day;
  /** Name of the plan's file, without folders: what the output is named after. */
  readonly fileName: string;
}

/** What every output is made from. */
export interface ExportSource {
  readonly file: PlanFile;
}
