import type { Report } from '../report.ts';

/** How a report is to look where it goes. */
export interface Look {
  readonly colour: boolean;
  /** Columns that a line may take; the formats for machines do not ask. */
  readonly columns: number;
}

/** An output format: the whole report as one text that ends with a line end, or '' where there is nothing to say. */
export type Format = (report: Report, look: Look) => string;
