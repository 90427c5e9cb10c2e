import { type PlanStanding, revenueInWords } from '../attainment/index.ts';
import { type Day, daysBetween, formatFullDay } from '../day.ts';
import type { Plan } from '../model/index.ts';
import { isOver } from '../model/lifecycle.ts';
import { cadenceMonths, lastReview } from '../model/reviews.ts';
import { formatPercent } from '../quantity/index.ts';
import type { SeverityCounts } from '../rules/rule.ts';
import { HEALTH_WORDS } from './outcome-row.ts';
import { offsetOf } from './places.ts';
import type { FigureView } from './types.ts';
import { valueFigure } from './value-figure.ts';
import { count, dayNear, monthsLater, spoken } from './words.ts';

/** The figures of the header: four, and how many findings there are where that is to be shown. */
export function figures(
  plan: Plan,
  standing: PlanStanding,
  findings: SeverityCounts | undefined,
  today: Day,
): FigureView[] {
  return [
    health(plan, standing),
    valueFigure(plan, standing) ?? attainment(standing),
    review(plan, standing, today),
    renewal(plan, today),
    ...(findings === undefined ? [] : [findingsFigure(findings)]),
  ];
}

function health(plan: Plan, { judgement }: PlanStanding): FigureView {
  const status = plan.plan?.status;
  const declared = status?.text ? `declared: ${spoken(status.text)}` : 'no status declared';
  return {
    name: 'health',
    label: 'Health, computed',
    mark: judgement.health,
    value: HEALTH_WORDS[judgement.health],
    note: declared,
    detail: judgement.reason,
    at: offsetOf(plan.syntax, status, plan.plan),
  };
}

function attainment({ rate, mean }: PlanStanding): FigureView {
  const base = { name: 'attainment', label: 'Goal attainment rate' } as const;
  if (rate.counted === 0) return { ...base, value: 'None', words: true, note: 'no outcomes yet' };
  const measured = mean === undefined ? 'none measured' : `mean ${formatPercent(mean.mean)} of ${mean.known} measured`;
  const due = rate.due === 0 ? 'none due' : `${rate.dueAchieved} of ${rate.due} due`;
  return { ...base, value: `${rate.achieved} of ${rate.counted}`, unit: 'reached', note: `${due}; ${measured}` };
}

function review(plan: Plan, standing: PlanStanding, today: Day): FigureView {
  const next = plan.plan?.next_review;
  const cadence = plan.plan?.review_cadence?.value ?? 'quarterly';
  const base = { name: 'review', label: 'Next review', at: offsetOf(plan.syntax, next, plan.plan) } as const;
  const day = next?.value;
  const last = lastReview(plan, today)?.on;
  if (isOver(plan))
    return {
      ...base,
      value: 'None',
      words: true,
      note: last === undefined ? 'none held' : `last ${formatFullDay(last)}`,
    };
  if (day === undefined || (day < today && standing.reviewOverdueSince === undefined)) {
    const due =
      last === undefined
        ? spoken(cadence)
        : `last ${dayNear(last, today)}; due by ${dayNear(monthsLater(last, cadenceMonths(plan)), today)}`;
    return { ...base, value: 'Not scheduled', words: true, note: due };
  }
  return { ...base, ...countdown(today, day, 'overdue'), note: `${formatFullDay(day)}, ${spoken(cadence)}` };
}

function renewal(plan: Plan, today: Day): FigureView {
  const contract = plan.customer?.contract;
  const day = contract?.renewal_date?.value;
  const base = { name: 'renewal', label: 'Renewal' } as const;
  const at = contract === undefined ? {} : { at: offsetOf(plan.syntax, contract.renewal_date, contract) };
  if (day === undefined) {
    const start = contract?.start_date?.value;
    return {
      ...base,
      ...at,
      value: 'No date',
      words: true,
      note: start === undefined ? 'no contract in the plan' : `contract from ${formatFullDay(start)}`,
    };
  }
  const revenue = revenueInWords(plan);
  const worth = revenue ? `, ${revenue}` : '';
  return { ...base, ...at, ...countdown(today, day, 'ago'), note: `${formatFullDay(day)}${worth}` };
}

/** Words take the place of a countdown: no minus sign. */
function countdown(today: Day, day: Day, past: string): Pick<FigureView, 'value' | 'unit' | 'words'> {
  const days = daysBetween(today, day);
  if (days === 0) return { value: 'Today', words: true };
  const unit = Math.abs(days) === 1 ? 'day' : 'days';
  return { value: String(Math.abs(days)), unit: days > 0 ? unit : `${unit} ${past}` };
}

function findingsFigure(findings: SeverityCounts): FigureView {
  const parts = [
    [findings.error, 'error'],
    [findings.warning, 'warning'],
    [findings.info, 'note'],
    [findings.hint, 'hint'],
  ] as const;
  const total = parts.reduce((sum, [number]) => sum + number, 0);
  const note = parts
    .filter(([number]) => number > 0)
    .map(([number, noun]) => count(number, noun))
    .join(', ');
  return {
    name: 'findings',
    label: 'Findings',
    value: String(total),
    note: note === '' ? 'nothing found' : note,
    problems: true,
  };
}
