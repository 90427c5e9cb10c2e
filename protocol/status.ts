import { isRecord } from './unknown.ts';

/** The request for what the status bar tells, from client to server. */
export const STATUS_METHOD = 'successPlan/status';

/** How many findings of each severity a document has, those of hidden rules not counted. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
}

/** What the status bar tells of a document. */
export interface PlanStatus {
  /** The document version that was looked at. */
  readonly version: number;
  readonly findings: FindingCounts;
  /** How far the plan is, in few words: `mean 60%`. Absent when nothing is known, and for an agenda. */
  readonly attainment?: string;
  /** The plan's health in a word or two: `at risk`. Absent when nothing is known, and for an agenda. */
  readonly health?: string;
}

/** True for an answer of this shape. Never throws, whatever it is given. */
export function isPlanStatus(x: unknown): x is PlanStatus {
  if (!isRecord(x) || typeof x.version !== 'number' || !isRecord(x.findings)) return false;
  const { error, warning, info, hint } = x.findings;
  return (
    [error, warning, info, hint].every(count => typeof count === 'number') && isWords(x.attainment) && isWords(x.health)
  );
}

function isWords(x: unknown): boolean {
  return x === undefined || typeof x === 'string';
}
