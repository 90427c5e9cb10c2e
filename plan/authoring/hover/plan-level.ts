import { moneyInWords, planStanding, planValue, returnInWords, revenueInWords } from '../../attainment/index.ts';
import { type Day, formatFullDay } from '../../day.ts';
import type { Milestone, Outcome, Plan } from '../../model/index.ts';
import { daysLate, isBlocked, isOpen, milestonesOf } from '../../model/milestones.ts';
import { isWithdrawn, peopleOf } from '../../model/people.ts';
import { english } from '../../phrase.ts';
import { formatPercent } from '../../quantity/index.ts';
import { capitalise, count, enumerate, spoken } from '../../words.ts';
import { away } from '../distance.ts';
import { logWords } from './reviews.ts';
import { risksWords } from './risks.ts';
import { named, type Telling } from './telling.ts';

/** The plan as a whole: its health with the reason, how many outcomes are achieved, and what comes next. */
export function planWords(telling: Telling): string[] {
  const { plan, today, pen } = telling;
  const { judgement, rate, mean } = planStanding(plan, today);
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const next = plan.plan?.next_review?.value;
  const coming = [
    next && next >= today ? `next review ${english(away(today, next))}` : '',
    renewal ? `renewal ${english(away(today, renewal))}` : '',
  ];
  return [
    `${pen.strong(capitalise(spoken(judgement.health)))} — ${pen.text(judgement.reason, 500)}`,
    rate.counted > 0
      ? `${rate.achieved} of ${count(rate.counted, 'outcome')} achieved${mean ? `; ${formatPercent(mean.mean)} attained on average, of ${mean.known} measured` : ''}.`
      : '',
    coming.some(one => one !== '') ? `${capitalise(coming.filter(one => one !== '').join(', '))}.` : '',
  ];
}

/** What the metric that a plan is judged by says today. */
export function successMetricWords(metric: string, { plan, today, pen }: Telling): string {
  const { outcomes, rate } = planStanding(plan, today);
  if (metric === 'goal_attainment_rate')
    return rate.rate === undefined
      ? ''
      : `${pen.strong(formatPercent(rate.rate))} — ${rate.achieved} of ${count(rate.counted, 'outcome')} achieved, ${rate.due === 0 ? 'none due yet' : `${rate.dueAchieved} of the ${rate.due} that are due`}.`;
  if (metric !== 'roi' && metric !== 'value_realization_score') return '';
  const { realization, roi } = planValue(plan, outcomes);
  if (!realization) return 'Unknown: no measured outcome has a business value with an amount in one currency.';
  const money = (value: number) => moneyInWords(value, realization.currency);
  if (metric === 'roi')
    return roi === undefined
      ? 'Unknown: the contract has no yearly value in the same currency.'
      : `${pen.strong(returnInWords(roi))} — ${money(realization.realized)} a year realized for each year’s contract value.`;
  return `${pen.strong(formatPercent(realization.fraction))} — ${money(realization.realized)} of ${money(realization.amount)} a year, from ${realization.known} of ${count(realization.total, 'outcome')} with an amount.`;
}

/** What a whole section of a plan says today, for its key: a few lines, or none. */
export function sectionWords(
  path: readonly (string | number)[],
  outcome: Outcome | undefined,
  telling: Telling,
): string[] {
  const { plan, today } = telling;
  switch (path.map(step => (typeof step === 'number' ? '#' : step)).join('.')) {
    case 'plan':
      return planWords(telling);
    case 'outcomes':
      return outcomesWords(telling);
    case 'outcomes.#.milestones':
      return outcome ? milestonesWords(milestonesOf(outcome, plan), plan, today) : [];
    case 'milestones':
      return milestonesWords(plan.milestones.items, plan, today);
    case 'implementation.steps':
      return milestonesWords(plan.implementation?.steps.items ?? [], plan, today);
    case 'risks':
      return risksWords(telling);
    case 'review_history':
      return logWords(telling);
    case 'stakeholders':
      return stakeholderWords(telling);
    case 'customer.contract':
      return contractWords(telling);
    default:
      return [];
  }
}

/** More outcomes than this are not told one by one. */
const MOST = 6;

function outcomesWords(telling: Telling): string[] {
  const { outcomes, rate } = planStanding(telling.plan, telling.today);
  if (outcomes.length === 0) return [];
  const each = outcomes.slice(0, MOST).map(({ outcome, attainment, judgement, deferred }, index) => {
    const name = named(telling, outcome, outcome.label || `outcome ${index + 1}`);
    if (deferred) return `${name} deferred`;
    return `${name} ${attainment === undefined ? '' : `${formatPercent(attainment)}, `}${spoken(judgement.health)}`;
  });
  const more = outcomes.length > MOST ? `; and ${outcomes.length - MOST} more` : '';
  return [`${rate.achieved} of ${count(rate.counted, 'outcome')} achieved: ${each.join('; ')}${more}.`];
}

function milestonesWords(milestones: readonly Milestone[], plan: Plan, today: Day): string[] {
  const counted = milestones.filter(({ status }) => status?.value !== 'skipped');
  if (counted.length === 0) return [];
  const late = counted.filter(one => daysLate(one, today, plan) > 0).length;
  const blocked = counted.filter(isBlocked).length;
  const trouble = [late > 0 ? `${late} late` : '', blocked > 0 ? `${blocked} blocked` : ''].filter(one => one !== '');
  const done = counted.filter(one => !isOpen(one)).length;
  return [
    `${done} of ${count(counted.length, 'milestone')} done${trouble.length > 0 ? `; ${enumerate(trouble)}` : ''}.`,
  ];
}

function stakeholderWords(telling: Telling): string[] {
  const { all } = peopleOf(telling.plan);
  const sides = (['customer', 'vendor', 'partner'] as const).flatMap(side => {
    const number = all.filter(one => one.side === side).length;
    return number > 0 ? [`${number} of the ${side}`] : [];
  });
  const withdrawn = all.filter(({ person }) => isWithdrawn(person)).slice(0, MOST);
  const quiet = enumerate(withdrawn.map(({ name, person }) => named(telling, person, name)));
  return [sides.length > 0 ? `${enumerate(sides)}.` : '', quiet === '' ? '' : `Taking little part: ${quiet}.`];
}

function contractWords({ plan, today, pen }: Telling): string[] {
  const renewal = plan.customer?.contract?.renewal_date?.value;
  const worth = revenueInWords(plan);
  if (!renewal) return [];
  return [
    `Renews on ${formatFullDay(renewal)}, ${english(away(today, renewal))}${worth ? `: ${pen.text(worth)}` : ''}.`,
  ];
}
