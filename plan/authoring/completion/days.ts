import { addDays, addMonths, type Day, formatFullDay, parseDay, quarterEnd } from '../../day.ts';
import { isPastDay } from '../../model/day-properties.ts';
import { dueField } from '../../model/outcomes.ts';
import { cadenceMonths, heldReviews } from '../../model/reviews.ts';
import { workday } from '../../templates/dates.ts';
import { type Around, holderOf, near } from './around.ts';

/** A day that is likely in a field, and why. */
export type LikelyDay = readonly [day: Day, why: string];

/** Days that are likely in a field, each once: for what has happened up to today, for what is planned from today on, and days that the plan names. */
export function likelyDays(property: string, definition: string, around: Around): readonly LikelyDay[] {
  const { today, plan, reviewed, team } = around;
  const past = isPastDay(property, definition);
  const days: (readonly [Day | undefined, string])[] = [];
  const own = OWN[property]?.(around, definition) ?? [];
  const contract = plan?.customer?.contract;
  if (past) days.push([today, 'today'], ...own);
  else {
    const quarter = quarterEnd(today, team.fiscalYearStart);
    days.push(
      [definition === 'qbr' ? reviewed?.plan?.next_review?.value : undefined, 'the next review'],
      ...(FIRST.has(property) ? own : []),
      [today, 'today'],
      [addDays(today, 30), 'in 30 days'],
      [addDays(today, 90), 'in 90 days'],
      [quarter, 'the end of the quarter'],
      [quarterEnd(addDays(quarter, 1), team.fiscalYearStart), 'the end of the next quarter'],
      ...own,
      [definition === 'qbr' ? undefined : plan?.plan?.next_review?.value, 'the next review'],
      [contract?.renewal_date?.value, 'the renewal'],
    );
  }
  const seen = new Set<string>();
  const fits = (value: Day) => !past || value <= today;
  return days.flatMap(([value, why]): LikelyDay[] => {
    if (value === undefined || seen.has(value) || !fits(value)) return [];
    // A date that stands in the field already is no advice for it.
    if (why === NAMES_OF[property]) return [];
    seen.add(value);
    return [[value, why]];
  });
}

/** What is said of a day beside itself. */
export function aboutDay([value, why]: LikelyDay): string {
  return `${why}, ${formatFullDay(value)}`;
}

const NAMES_OF: Readonly<Record<string, string>> = { renewal_date: 'the renewal', next_review: 'the next review' };

/** Fields whose own days come before all others. */
const FIRST: ReadonlySet<string> = new Set(['next_review', 'renewal_date', 'end_date', 'start_date', 'until']);

type Own = (around: Around, definition: string) => readonly (readonly [Day | undefined, string])[];

/** Days that one field has from others. */
const OWN: Readonly<Record<string, Own>> = {
  target_date: (around, definition) =>
    definition === 'target'
      ? []
      : [[dayNear(around, 'target', 'target_date') ?? namedDue(around), 'the outcome’s target date']],
  due_date: around => [
    [dayNear(around, 'target_date'), 'the milestone’s target date'],
    [dayNear(around, 'target', 'target_date'), 'the outcome’s target date'],
  ],
  actual_date: around => [[dayNear(around, 'target_date'), 'as planned']],
  done_on: around => [[dayNear(around, 'due_date'), 'as planned']],
  next_review: ({ plan, today }) => {
    const months = plan ? cadenceMonths(plan) : 3;
    const last = plan && heldReviews(plan, today).at(-1)?.on;
    const next = last && workday(addMonths(last, months));
    return [
      [next && next > today ? next : undefined, 'by the rhythm of reviews'],
      [workday(addMonths(today, months)), months === 1 ? 'in a month' : `in ${months} months`],
    ];
  },
  last_reviewed: ({ plan, today }) => [[plan && heldReviews(plan, today).at(-1)?.on, 'the last review in the log']],
  measured_on: around => [[contractStart(around), 'the start of the contract']],
  date: ({ plan, today }, definition) => [
    [definition === 'review' ? plan?.plan?.next_review?.value : undefined, 'the review that was planned'],
    [definition === 'measurement' && plan ? heldReviews(plan, today).at(-1)?.on : undefined, 'the last review'],
  ],
  renewal_date: around => [[yearAfter(around), 'a year after the start']],
  end_date: (around, definition) => {
    const end = definition === 'contract' ? yearAfter(around) : undefined;
    return [[end && addDays(end, -1), 'a year from the start']];
  },
  start_date: (around, definition) => (definition === 'phase' ? [[lastPhaseEnd(around), 'after the last phase']] : []),
  signed_on: ({ plan }) => [[plan?.agreement?.shared_on?.value, 'when it was shared']],
  reviewed_on: ({ plan, today }) => [[plan && heldReviews(plan, today).at(-1)?.on, 'the last review']],
  acknowledged_on: ({ plan, today }) => [[plan && heldReviews(plan, today).at(-1)?.on, 'the last review']],
};

function dayNear(around: Around, ...keys: readonly string[]): Day | undefined {
  return parseDay(near(around, ...keys) ?? '');
}

/** The target date of the outcome that a top-level milestone names. */
function namedDue(around: Around): Day | undefined {
  const named = holderOf(around)?.name === 'milestone' ? near(around, 'outcome') : undefined;
  const outcome = named && around.plan?.outcomes.items.find(({ id }) => id?.text === named);
  return outcome ? dueField(outcome)?.value : undefined;
}

function contractStart({ plan }: Around): Day | undefined {
  return plan?.customer?.contract?.start_date?.value;
}

function yearAfter(around: Around): Day | undefined {
  const start = dayNear(around, 'start_date') ?? contractStart(around);
  return start && addMonths(start, 12);
}

function lastPhaseEnd({ plan }: Around): Day | undefined {
  const end = plan?.phases.items.findLast(({ end_date }) => end_date?.value)?.end_date?.value;
  return end && addDays(end, 1);
}
