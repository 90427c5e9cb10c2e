import { type Day, daysBetween } from '../day.ts';
import { formatPercent } from '../quantity/format.ts';
import { span } from '../view/words.ts';
import { count, dayNear, enumerate } from '../words.ts';
import type { PortfolioTotals } from './totals.ts';
import type { PlanSummary } from './types.ts';
import { HEALTH, HEALTHS, plansInWords, shortMoney, sumsInWords } from './words.ts';

/** What a table says of a plan, in words: the same wherever nothing is drawn. */

/** `31% of 82%`: attained and expected. */
export function attainedInWords({ attainment, expected, goals }: PlanSummary): string {
  if (attainment !== undefined) {
    const mean = formatPercent(attainment.mean);
    return expected === undefined ? mean : `${mean} of ${formatPercent(expected)}`;
  }
  return goals.length === 0 ? 'no outcomes' : 'not known';
}

/** `12 days overdue`, `80 days`, `none set`. */
export function reviewInWords({ nextReview, reviewOverdue, health }: PlanSummary, today: Day): string {
  if (reviewOverdue !== undefined) return `${span(reviewOverdue)} overdue`;
  if (nextReview === undefined) return health === 'unreadable' ? 'not known' : 'none set';
  return until(today, nextReview);
}

/** `41 days`, `12 days ago`, `no date`. */
export function renewalInWords({ renewal, health }: PlanSummary, today: Day): string {
  if (renewal === undefined) return health === 'unreadable' ? 'not known' : 'no date';
  const days = daysBetween(today, renewal);
  return days < 0 ? `${span(-days)} ago` : until(today, renewal);
}

/** `23 Mar, $220k`; '' where neither is known. */
export function renewalDetail({ renewal, arr }: PlanSummary, today: Day): string {
  return [...(renewal ? [dayNear(renewal, today)] : []), ...(arr ? [shortMoney(arr.amount, arr.currency)] : [])].join(
    ', ',
  );
}

/** `1 error, 4 warnings, 3 notes`; `none`. Hints count as notes. */
export function findingsInWords({ error, warning, info, hint }: PlanSummary['findings']): string {
  const parts = [count(error, 'error'), count(warning, 'warning'), count(info + hint, 'note')];
  return parts.filter(part => !part.startsWith('0 ')).join(', ') || 'none';
}

function until(today: Day, day: Day): string {
  const days = daysBetween(today, day);
  return days === 0 ? 'today' : span(days);
}

/** So many customers are named. */
const NAMED = 3;

/** The totals in sentences: health, renewals, reviews, milestones. */
export function totalsInWords({ health, renewals, reviewsOverdue, milestonesLate }: PortfolioTotals): string[] {
  const states = HEALTHS.filter(one => health[one] > 0).map(one => `${health[one]} ${HEALTH[one].toLowerCase()}`);
  const worth = sumsInWords(renewals.sums);
  const behind = sumsInWords(renewals.behind.sums);
  const customers = reviewsOverdue.customers.slice(0, NAMED);
  const more = reviewsOverdue.count - customers.length;
  return [
    states.length === 0 ? 'No plans.' : `Health: ${states.join(', ')}.`,
    renewals.count === 0
      ? 'Renewals in 90 days: none.'
      : `Renewals in 90 days: ${renewals.count}${worth === '' ? '' : ` worth ${worth} a year`}${
          renewals.behind.count === 0
            ? ''
            : `, ${renewals.behind.count} of them behind${behind === '' ? '' : ` (${behind})`}`
        }.`,
    reviewsOverdue.count === 0
      ? 'Reviews overdue: none.'
      : `Reviews overdue: ${reviewsOverdue.count} (${more > 0 ? `${customers.join(', ')} and ${more} more` : enumerate(customers)}).`,
    milestonesLate.count === 0
      ? 'Milestones late: none.'
      : `Milestones late: ${milestonesLate.count} in ${plansInWords(milestonesLate.plans)}.`,
  ];
}
