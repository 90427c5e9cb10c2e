import { oncePer } from '../once.ts';
import { compareText } from '../words.ts';
import type { PlanSummary } from './types.ts';
import { ATTENTIONS, HEALTHS } from './words.ts';

/** What plans can be put in order by. */
export const SORT_COLUMNS = [
  'attention',
  'health',
  'customer',
  'attained',
  'late',
  'review',
  'renewal',
  'findings',
  'csm',
] as const;

export type SortColumn = (typeof SORT_COLUMNS)[number];

type Compare = (a: PlanSummary, b: PlanSummary) => number;

/**
 * What needs attention most first: the group, the health, the renewal that comes first, the review that is longest overdue, what is furthest behind,
 * the customer's name. No two plans of different keys are equal.
 */
const byAttention: Compare = (a, b) =>
  ATTENTIONS.indexOf(a.attention) - ATTENTIONS.indexOf(b.attention) ||
  urgency(a) - urgency(b) ||
  compareText(a.renewal ?? NEVER, b.renewal ?? NEVER) ||
  (b.reviewOverdue ?? 0) - (a.reviewOverdue ?? 0) ||
  behind(b) - behind(a) ||
  compareText(customerOf(a), customerOf(b)) ||
  compareText(a.key, b.key);

/* Folded once a plan: sorting asks for them many times, and the table is sorted at every key in its search field. */
const customerOf = oncePer(({ customer }: PlanSummary) => fold(customer));
const csmOf = oncePer(({ csm }: PlanSummary) => csm && fold(csm));

const NEVER = '9999-99-99';

/** Nobody waits longer for a plan that is on track than for one that is there already. */
function urgency({ health }: PlanSummary): number {
  return Math.min(HEALTHS.indexOf(health), HEALTHS.indexOf('on_track'));
}

function behind({ expected, attainment }: PlanSummary): number {
  return expected === undefined || attainment === undefined ? 0 : expected - attainment.mean;
}

const COLUMNS: Readonly<Record<Exclude<SortColumn, 'attention'>, (plan: PlanSummary) => number | string | undefined>> =
  {
    health: plan => HEALTHS.indexOf(plan.health),
    customer: customerOf,
    attained: plan => plan.attainment?.mean,
    late: plan => -plan.late,
    review: plan => plan.nextReview,
    renewal: plan => plan.renewal,
    findings: ({ findings }) =>
      -(findings.error * 1e9 + findings.warning * 1e6 + findings.info * 1e3 + Math.min(findings.hint, 999)),
    csm: csmOf,
  };

/** Plans in an order, the given ones untouched. What a plan does not say comes last either way; among equals, what needs attention first. */
export function sortPlans(
  plans: readonly PlanSummary[],
  column: SortColumn = 'attention',
  descending = false,
): PlanSummary[] {
  if (column === 'attention') {
    const sorted = [...plans].sort(byAttention);
    return descending ? sorted.reverse() : sorted;
  }
  const said = COLUMNS[column];
  return [...plans].sort((a, b) => {
    const [left, right] = [said(a), said(b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined) || byAttention(a, b);
    const order = left < right ? -1 : left > right ? 1 : 0;
    return (descending ? -order : order) || byAttention(a, b);
  });
}

/** Text as it is compared: the same on every machine, whatever its language. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
