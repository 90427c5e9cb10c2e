import { type OutcomeStanding, type PlanStanding, pointsBehind } from '../attainment/index.ts';
import { type Day, daysBetween } from '../day.ts';
import { formatPercent } from '../quantity/index.ts';
import { outcomeName } from '../view/milestones.ts';
import { capitalise, count, short, spoken } from '../words.ts';
import { isPastRenewal, renewsSoon } from './attention.ts';
import type { PlanSummary } from './types.ts';

type Facts = Pick<
  PlanSummary,
  'health' | 'over' | 'status' | 'renewal' | 'reviewOverdue' | 'late' | 'attainment' | 'broken'
>;

/** Clauses of a reason; the first say most. */
const MOST = 2;
/** Signs of a reason about an outcome, beside which another clause may stand. */
const LONGEST = 90;
/** Points behind from which on numbers alone put an outcome at risk. */
const SLOW = 15;

/** Why a plan stands where it stands: at most two clauses, without a full stop. */
export function reasonOf(facts: Facts, standing: PlanStanding, today: Day): string {
  return capitalise(clauses(facts, standing, today).slice(0, MOST).join('; '));
}

function clauses(facts: Facts, standing: PlanStanding, today: Day): string[] {
  const { health, broken } = facts;
  if (broken) return [broken.line > 0 ? `line ${broken.line} cannot be read` : broken.cause];
  if (facts.over) return [spoken(facts.status ?? 'over'), ...reached(standing)];
  const calendar = [...renewal(facts, today), ...review(facts)];
  if (health === 'off_track' || health === 'at_risk') {
    const worst = worstOf(standing);
    return [...calendar, ...(worst === undefined ? late(facts) : [worst])];
  }
  return [...calendar, ...late(facts), withinSentence(standing.judgement.reason)];
}

function reached({ rate }: PlanStanding): string[] {
  return rate.counted === 0 ? [] : [`${rate.achieved} of ${count(rate.counted, 'goal')} reached`];
}

/** A renewal that is near counts where a plan is behind; one that is over counts always. */
function renewal(facts: Facts, today: Day): string[] {
  const { health, renewal: on, attainment } = facts;
  if (on === undefined) return [];
  if (isPastRenewal(facts, today)) return [`renewal was ${count(daysBetween(on, today), 'day')} ago`];
  if (!renewsSoon(facts, today) || (health !== 'off_track' && health !== 'at_risk')) return [];
  const days = daysBetween(today, on);
  const when = days === 0 ? 'renews today' : `renews in ${count(days, 'day')}`;
  return [attainment === undefined ? when : `${when} at ${formatPercent(attainment.mean)} of its goals`];
}

function review({ reviewOverdue }: Facts): string[] {
  return reviewOverdue === undefined ? [] : [`review ${count(reviewOverdue, 'day')} overdue`];
}

function late({ late: number }: Facts): string[] {
  return number === 0 ? [] : [`${count(number, 'milestone')} late`];
}

/** The outcome furthest behind among those in the worst health, in the panel's words for it. */
function worstOf({ outcomes }: PlanStanding): string | undefined {
  const named = outcomes.map((standing, index) => ({ standing, name: outcomeName(standing.outcome, index) }));
  for (const health of ['off_track', 'at_risk'] as const) {
    const found = named
      .filter(({ standing }) => !standing.deferred && standing.judgement.health === health)
      .sort((a, b) => behind(b.standing) - behind(a.standing))[0];
    if (found) return short(`${found.name}: ${whyBehind(found.standing)}`, LONGEST);
  }
  return undefined;
}

/** Of an outcome that is at risk for its work alone, its numbers are no reason: they stand first. */
function whyBehind(standing: OutcomeStanding): string {
  const { health, reason } = standing.judgement;
  const rest = reason.indexOf('; ');
  const isSlow = (pointsBehind(standing) ?? 0) > SLOW;
  return withoutStop(health === 'at_risk' && !isSlow && rest > 0 ? reason.slice(rest + 2) : reason);
}

function behind({ expected, attainment }: OutcomeStanding): number {
  return (expected ?? 0) - (attainment ?? 0);
}

/** A reason behind another one: a word of ours begins small, an outcome's name as it is. */
function withinSentence(reason: string): string {
  return withoutStop(reason).replace(/^(?:No|All|Both|The) /, word => word.toLowerCase());
}

function withoutStop(reason: string): string {
  return reason.replace(/\.$/, '');
}
