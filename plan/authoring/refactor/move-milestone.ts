import { addDays, addMonths, type Day, formatFullDay } from '../../day.ts';
import type { Milestone, Outcome, Plan } from '../../model/index.ts';
import { allMilestones, isOpen } from '../../model/milestones.ts';
import { dueField } from '../../model/outcomes.ts';
import { heldReviews } from '../../model/reviews.ts';
import { oncePer } from '../../once.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { changeEntry } from '../../rules/log/change-words.ts';
import { logEntry } from '../../rules/log/log-entry.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { workday } from '../../templates/dates.ts';

/** A day that a milestone could be moved to. */
export interface Move {
  readonly to: Day;
  readonly title: Phrase;
}

/** Days to move a milestone to: later than planned, still ahead, and no later than its outcome, its phase, what waits for it and the renewal allow. */
export function movesOf(milestone: Milestone, outcome: Outcome | undefined, plan: Plan, today: Day): readonly Move[] {
  const from = milestone.target_date?.value;
  if (!from || milestone.target_date?.borrowed) return [];
  const start = from < today ? today : from;
  const due = outcome && dueField(outcome)?.value;
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const phase = plan.phases.items.find(({ id }) => id?.text && id.text === milestone.phase?.text)?.end_date?.value;
  const last = [due, renewal, phase, awaited(milestone, plan)].filter(day => day !== undefined).sort()[0];
  const log = heldReviews(plan, today).at(-1)?.on;
  const days = [
    { how: 'week', day: workday(addDays(start, 7)) },
    { how: 'month', day: workday(addMonths(start, 1)) },
    ...(due ? [{ how: 'goal' as const, day: due }] : []),
  ] as const;
  const moves = days.filter(({ day }) => day > from && day > today && (!last || day <= last));
  return moves
    .filter(({ day }, index) => moves.findIndex(other => other.day === day) === index)
    .map(({ how, day }) => ({ to: day, title: TITLES[how](formatFullDay(day), log && formatFullDay(log)) }));
}

/** The first day on which something is due that waits for a milestone. */
function awaited({ id, name }: Milestone, plan: Plan): Day | undefined {
  const days = [id?.text, name?.text].flatMap(called => (called ? (waitedFor(plan).get(called) ?? []) : []));
  return days.sort()[0];
}

/** By what open milestones wait for, the first day on which one of them is due. Gone through once a plan. */
const waitedFor = oncePer((plan: Plan): ReadonlyMap<string, Day> => {
  const first = new Map<string, Day>();
  for (const milestone of allMilestones(plan)) {
    const due = milestone.target_date?.value;
    if (!due || milestone.depends_on.items.length === 0 || !isOpen(milestone)) continue;
    for (const { text } of milestone.depends_on.items) if (due < (first.get(text) ?? '9')) first.set(text, due);
  }
  return first;
});

/** What a move is called: where it is logged in a review, with the day of that. */
const TITLES = {
  week: (to: string, log: string | undefined) =>
    log
      ? phrase('Move to {0}, a week later, and log it in the review of {1}', to, log)
      : phrase('Move to {0}, a week later', to),
  month: (to: string, log: string | undefined) =>
    log
      ? phrase('Move to {0}, a month later, and log it in the review of {1}', to, log)
      : phrase('Move to {0}, a month later', to),
  goal: (to: string, log: string | undefined) =>
    log
      ? phrase('Move to {0}, when the outcome is due, and log it in the review of {1}', to, log)
      : phrase('Move to {0}, when the outcome is due', to),
} as const;

/** Moves a milestone, and says so in the plan changes of the newest review. Undefined where one of the two cannot be written. */
export function moveMilestone(
  edit: Editor,
  plan: Plan,
  milestone: Milestone,
  outcome: Outcome | undefined,
  to: Day,
  today: Day,
): readonly Edit[] | undefined {
  const field = milestone.target_date;
  if (!field?.value || field.borrowed) return undefined;
  const moved = edit.setValue(field, to);
  const last = heldReviews(plan, today).at(-1)?.review;
  if (!last) return [moved];
  const entry = changeEntry({ property: 'date', about: milestone, outcome, from: field.value, to });
  const logged = logEntry(edit, last, entry);
  return logged && [moved, ...logged];
}
