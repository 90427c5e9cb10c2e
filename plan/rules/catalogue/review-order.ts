import { type Day, daysBetween, formatFullDay } from '../../day.ts';
import type { Plan, Review } from '../../model/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import { count } from '../../words.ts';
import { sortItems } from '../repair/reorder.ts';
import { isLogReadable } from '../reviews/review-rhythm.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  id: 'review-order',
  severity: 'hint',
  summary: 'Reviews that are not in order of their days, or that lie in the future (a warning)',
  why: `A log is read from one end to the other. A review out of its place is overlooked, or its day is a slip of the pen.
Oldest first and newest first are both fine. A review that is still to come belongs to the plan’s next review: in the log it
reads as if it had been held.`,
  looksAt: ['plan'],
  reads: ['review_history'],
  appliesTo: { exceptFormats: ['goal_card'], exceptStatuses: ['completed', 'archived', 'draft'] },
  fixable: true,
  examples: [
    {
      bad: `review_history:
  - date: "2025-10-27"
    type: kickoff
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    decisions: [Three outcomes to begin with]
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    decisions: [Depots in the north are trained first]
  - date: "2025-12-09"
    type: check_in
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    decisions: [Training begins in January]
`,
      good: `review_history:
  - date: "2025-10-27"
    type: kickoff
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    decisions: [Three outcomes to begin with]
  - date: "2025-12-09"
    type: check_in
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    decisions: [Training begins in January]
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    decisions: [Depots in the north are trained first]
`,
    },
  ],
  check(plan, { today, report }) {
    const all: Dated[] = [];
    for (const review of plan.review_history.items) {
      const on = review.date?.value;
      if (on !== undefined) all.push({ review, on });
    }
    for (const { review, on } of all.filter(one => one.on > today)) {
      report({
        at: review.date ?? review,
        severity: 'warning',
        message: `This review is logged for ${formatFullDay(on)}, ${count(daysBetween(today, on), 'day')} ahead. Correct the day, or log it once it has been held.`,
        fixes: edit => [yearSlip(review, on, all, plan, edit)],
      });
    }
    const held = all.filter(one => one.on <= today);
    const steps = held.map(({ on }, i) => compare(held[i - 1]?.on ?? on, on));
    const ups = steps.filter(step => step > 0).length;
    const downs = steps.filter(step => step < 0).length;
    if (ups === 0 || downs === 0) return;
    const direction = ups >= downs ? 1 : -1;
    const { astray, beside } = outOfPlace(held, direction);
    if (!astray || !beside) return;
    report({
      at: astray.review.date ?? astray.review,
      message: `The review of ${formatFullDay(astray.on)} is out of place beside that of ${formatFullDay(beside.on)}: most of this log stands ${direction > 0 ? 'oldest' : 'newest'} first. Move it, or correct its day.`,
      related: [{ at: beside.review.date ?? beside.review, message: `The review of ${formatFullDay(beside.on)}` }],
      fixes: edit => [sorted(plan, all, direction, edit)],
    });
  },
});

interface Dated {
  readonly review: Review;
  readonly on: Day;
}

function compare(a: Day, b: Day): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

/** The first review that breaks the order: of the two that do not fit together, the one without which the neighbours would. */
function outOfPlace(
  held: readonly Dated[],
  direction: number,
): { astray?: Dated | undefined; beside?: Dated | undefined } {
  const fits = (a: Dated | undefined, b: Dated | undefined) => !a || !b || compare(a.on, b.on) * direction >= 0;
  const at = held.findIndex((one, i) => !fits(held[i - 1], one));
  const [before, here, next] = [held[at - 1], held[at], held[at + 1]];
  const firstIsAstray = !fits(before, next) && fits(held[at - 2], here);
  return firstIsAstray ? { astray: before, beside: here } : { astray: here, beside: before };
}

/** All reviews in order, those of one day as they stand. */
function sorted(plan: Plan, all: readonly Dated[], direction: number, edit: Editor): Fix | undefined {
  if (!isLogReadable(plan) || all.some(({ review }) => review.borrowed)) return undefined;
  const order = all.map((_, i) => i).sort((a, b) => dayOf(all, a, b) * -direction || a - b);
  const change = sortItems(edit, plan.syntax, plan.review_history, order, 'none');
  return (
    change && { title: `Sort the reviews, ${direction > 0 ? 'oldest' : 'newest'} first`, edits: [change], safe: false }
  );
}

function dayOf(all: readonly Dated[], a: number, b: number): number {
  const [first, second] = [all[a], all[b]];
  return first && second ? compare(first.on, second.on) : 0;
}

/** The same day of an earlier year, where the plan itself says that it was last reviewed then. */
function yearSlip(
  { date, borrowed }: Review,
  on: Day,
  all: readonly Dated[],
  plan: Plan,
  edit: Editor,
): Fix | undefined {
  const last = plan.plan?.last_reviewed?.value;
  if (!last || !date || date.borrowed || borrowed || last.slice(4) !== on.slice(4) || last >= on) return undefined;
  if (all.some(one => one.on === last)) return undefined;
  return {
    title: `Change to ${formatFullDay(last)}, when the plan was last reviewed`,
    edits: [edit.setValue(date, last)],
    safe: false,
  };
}
