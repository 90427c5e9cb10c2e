import { type PlanStanding, pointsBehind, riskScore } from '../../attainment/index.ts';
import { type Day, daysBetween } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { allMilestones, daysLate, isBlocked } from '../../model/milestones.ts';
import { dueField, isPursued } from '../../model/outcomes.ts';
import { hasLeft } from '../../model/people.ts';
import { isToDo } from '../../model/work.ts';
import type { PlanSlice } from '../rule.ts';

/** Behind by more points than this, an outcome is a reason to worry, though not yet at risk by itself. */
const WORRYING = 10;
/** A forecast is rough: so many days behind the target date say something. */
const FORECAST_LATE = 30;
/** From this score a risk is more than a remote thought. */
const WORTH_NAMING = 3;

/** Where `showsDanger` looks, and the standing that it is told. */
export const DANGER_READS: readonly PlanSlice[] = [
  'plan',
  'customer',
  'stakeholders',
  'outcomes',
  'milestones',
  'implementation',
  'decision',
  'risks',
  'review_history',
];

/**
 * Whether a plan shows why it is at risk. `yes`: an outcome behind, missed or overdue, something late or blocked, a live risk, a review that was not
 * held, somebody at the customer who is gone or silent. `faintly`: only small or mitigated risks. Never throws.
 */
export function showsDanger(plan: Plan, standing: PlanStanding, today: Day): 'yes' | 'faintly' | 'no' {
  if (standing.reviewOverdueSince !== undefined || hasTroubledWork(plan, today)) return 'yes';
  if (standing.outcomes.some(one => isWorrying(one, today)) || hasLostPeople(plan, today)) return 'yes';
  const live = plan.risks.items.filter(({ status }) => status?.value !== 'closed');
  const named = live.filter(({ status, impact, likelihood }) => {
    const score = riskScore(impact?.value, likelihood?.value);
    return status?.value !== 'mitigated' && (score === undefined || score >= WORTH_NAMING);
  });
  return named.length > 0 ? 'yes' : live.length > 0 ? 'faintly' : 'no';
}

function isWorrying(standing: PlanStanding['outcomes'][number], today: Day): boolean {
  const { outcome, judgement, forecast, achieved } = standing;
  const status = outcome.status?.value;
  if (status === 'at_risk' || status === 'missed') return true;
  if (achieved || !isPursued(outcome)) return false;
  if (judgement.health === 'at_risk' || judgement.health === 'off_track') return true;
  const due = dueField(outcome)?.value;
  if (due !== undefined && (due < today || (forecast !== undefined && daysBetween(due, forecast) > FORECAST_LATE)))
    return true;
  return (pointsBehind(standing) ?? 0) > WORRYING;
}

function hasTroubledWork(plan: Plan, today: Day): boolean {
  if (allMilestones(plan).some(one => daysLate(one, today, plan) > 0 || isBlocked(one))) return true;
  const steps = plan.decision?.steps.items ?? [];
  const decided = plan.decision?.decision_date?.value;
  return (
    steps.some(
      step => isToDo(step, plan) && (step.status?.value === 'blocked' || (step.target_date?.value ?? today) < today),
    ) ||
    (steps.length > 0 && decided !== undefined && decided < today)
  );
}

/** Somebody at the customer takes no part any more, or has left without a successor. */
function hasLostPeople(plan: Plan, today: Day): boolean {
  return (plan.stakeholders?.customer.items ?? []).some(
    person =>
      person.engagement?.value === 'disengaged' ||
      (person.engagement?.value === 'low' && person.type?.value === 'executive_sponsor') ||
      (hasLeft(person, today) && !person.successor?.text),
  );
}
