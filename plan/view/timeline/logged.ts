import { type Day, formatFullDay } from '../../day.ts';
import type { Finding } from '../../finding.ts';
import type { Milestone, Plan } from '../../model/index.ts';
import { type LoggedChange, loggedChanges } from '../../rules/log/logged-changes.ts';
import { firstDayFrom } from '../../written-day.ts';
import { DISAGREEMENT } from '../callouts.ts';
import { offsetOf, placed } from '../places.ts';
import type { LoggedDraft } from './draft.ts';

/** Days that the review log gives to milestones and the plan does not, by milestone; their keys are its own. */
export type LoggedDays = ReadonlyMap<Milestone, readonly LoggedDraft[]>;

/** The days behind the findings that say so: what the rule does not report, for whatever reason, is not drawn either. Never throws. */
export function loggedDays(plan: Plan, findings: readonly Finding[]): LoggedDays {
  const reported = new Set(findings.filter(finding => finding.rule === DISAGREEMENT).map(finding => finding.start));
  const days = new Map<Milestone, readonly LoggedDraft[]>();
  if (reported.size === 0) return days;
  for (const logged of loggedChanges(plan)) {
    const { about, change } = logged;
    if (about.definition !== 'milestone' || change.property !== 'date' || about.target_date === undefined) continue;
    if (!reported.has(offsetOf(plan.syntax, about.target_date))) continue;
    const to = firstDayFrom(change.to, logged.reviewed);
    if (to !== undefined) days.set(about, drafts(plan, logged, to, about.target_date.value));
  }
  return days;
}

function drafts(
  plan: Plan,
  { entry, decisions, reviewed }: LoggedChange,
  to: Day,
  planned: Day | undefined,
): LoggedDraft[] {
  const still = planned === undefined ? '' : `; the plan still says ${formatFullDay(planned)}`;
  const all = [{ day: to, entry, source: 'log' }, ...decisions.map(decision => ({ ...decision, source: 'decision' }))];
  const found = new Map<Day, LoggedDraft>();
  for (const { day, entry: written, source } of all) {
    if (day === planned || found.has(day)) continue;
    const says = source === 'log' ? 'logged a move to' : 'decided on';
    found.set(day, {
      ...placed(plan.syntax, written),
      key: `logged/${day}`,
      day,
      source,
      sentence: `The review of ${formatFullDay(reviewed)} ${says} ${formatFullDay(day)}${still}.`,
    });
  }
  return [...found.values()];
}
