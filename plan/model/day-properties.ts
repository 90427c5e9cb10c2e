/** Which days of the format are planned and which have happened. What is in neither list can be both (`start_date`, `since`). */

/** Days by which something is to happen. */
const AHEAD: ReadonlySet<string> = new Set([
  'target_date',
  'due_date',
  'next_review',
  'renewal_date',
  'end_date',
  'decision_date',
  'go_live_date',
]);

/** Days on which something happened. */
const BEHIND: ReadonlySet<string> = new Set([
  'created',
  'last_reviewed',
  'measured_on',
  'actual_date',
  'done_on',
  'signed_on',
  'shared_on',
  'opened_on',
  'reviewed_on',
  'acknowledged_on',
]);

/** True for a day by which something is to happen. */
export function isPlannedDay(property: string): boolean {
  return AHEAD.has(property);
}

/** True for a day on which something happened. `date` is one but in an agenda, whose review is still to come. */
export function isPastDay(property: string, definition: string): boolean {
  return BEHIND.has(property) || (property === 'date' && definition !== 'qbr');
}
