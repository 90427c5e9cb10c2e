import { type Day, daysBetween } from '../day.ts';
import { count, enumerate, sentence } from '../words.ts';
import type { Health, Judgement } from './outcome-health.ts';

/** Days before the renewal in which one outcome off track puts the plan off track. */
const RENEWAL_NEAR = 90;

/** What the health of a plan is judged by. */
export interface PlanFacts {
  readonly today: Day;
  readonly outcomes: readonly {
    /** What the reason calls it: its id. */
    readonly name: string;
    readonly health: Health;
    readonly targetDate?: Day | undefined;
    /** Deferred outcomes are not looked at. */
    readonly deferred?: boolean;
  }[];
  readonly renewalDate?: Day | undefined;
  /** The next review, if it should have been held by now and was not. */
  readonly reviewOverdueSince?: Day | undefined;
}

/**
 * The health of a plan, by the first that applies: achieved, all outcomes are; off track, half or more of those known are, or one of them is within 90 days
 * of the renewal; at risk, one is off track or at risk, or the review is overdue; unknown, none is known; else on track. Known are the outcomes that are neither unknown nor
 * not started. "Within 90 days of the renewal" holds for an outcome when the renewal is that near today, or when the outcome's target date is
 * that near to it or later: either way no time is left to recover. A plan without outcomes, or with none begun, is not started.
 * Source: the plan format's "Health of a plan".
 */
export function planHealth(facts: PlanFacts): Judgement {
  const outcomes = facts.outcomes.filter(outcome => !outcome.deferred);
  const having = (health: Health) => outcomes.filter(outcome => outcome.health === health).map(outcome => outcome.name);
  const achieved = having('achieved');
  const offTrack = having('off_track');
  const atRisk = having('at_risk');
  const unknown = having('unknown');
  const idle = having('not_started');
  const known = outcomes.length - unknown.length - idle.length;
  const overdue = facts.reviewOverdueSince === undefined ? [] : [reviewOverdue(facts.reviewOverdueSince, facts.today)];

  if (outcomes.length > 0 && achieved.length === outcomes.length) {
    return judgement('achieved', [`${allOf(outcomes.length)} achieved`]);
  }
  const near = nearRenewal(
    outcomes.filter(outcome => outcome.health === 'off_track'),
    facts,
  );
  const behind = [
    ...(offTrack.length > 0 ? [`${enumerate(offTrack)} off track`] : []),
    ...(atRisk.length > 0 ? [`${enumerate(atRisk)} at risk`] : []),
    ...notKnown(unknown),
  ];
  if (offTrack.length > 0 && (offTrack.length * 2 >= known || near.length > 0)) {
    const share = `${offTrack.length} of ${count(known, 'known outcome')} off track (${enumerate(offTrack)})`;
    return judgement('off_track', [share, ...behind.slice(1), ...near, ...overdue]);
  }
  if (offTrack.length > 0 || atRisk.length > 0 || overdue.length > 0)
    return judgement('at_risk', [...behind, ...overdue]);
  if (outcomes.length === 0) return judgement('not_started', ['no outcomes yet']);
  if (idle.length === outcomes.length) return judgement('not_started', ['no outcome begun']);
  if (known === 0) return judgement('unknown', ['no outcome has a measured attainment']);
  const good =
    known === outcomes.length
      ? `${allOf(known)} on track${known === 1 ? '' : ' or achieved'}`
      : `${known} of ${count(outcomes.length, 'outcome')} on track or achieved`;
  return judgement('on_track', [
    good,
    ...notKnown(unknown),
    ...(idle.length > 0 ? [`${enumerate(idle)} not started`] : []),
  ]);
}

function allOf(count: number): string {
  return count === 1 ? 'the outcome is' : count === 2 ? 'both outcomes' : `all ${count} outcomes`;
}

function judgement(health: Health, clauses: readonly string[]): Judgement {
  return { health, reason: sentence(clauses) };
}

function notKnown(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${enumerate(names)} not known`];
}

/** Why no time is left for what is off track: the renewal is near today, or the day on which one of them is due is near to it. Empty where there is time. */
function nearRenewal(offTrack: PlanFacts['outcomes'], { renewalDate, today }: PlanFacts): readonly string[] {
  if (offTrack.length === 0 || renewalDate === undefined || renewalDate < today) return [];
  const left = daysBetween(today, renewalDate);
  if (left <= RENEWAL_NEAR) return [left === 0 ? 'renewal today' : `renewal in ${count(left, 'day')}`];
  const [last] = offTrack
    .flatMap(({ name, targetDate }) => (targetDate ? { name, before: daysBetween(targetDate, renewalDate) } : []))
    .sort((a, b) => a.before - b.before);
  return last && last.before <= RENEWAL_NEAR ? [`${last.name} due ${dueAt(last.before)} the renewal`] : [];
}

function dueAt(before: number): string {
  if (before === 0) return 'on the day of';
  return `${count(Math.abs(before), 'day')} ${before > 0 ? 'before' : 'after'}`;
}

function reviewOverdue(since: Day, today: Day): string {
  return `review ${count(daysBetween(since, today), 'day')} overdue`;
}
