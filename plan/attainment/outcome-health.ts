import { type Day, daysBetween } from '../day.ts';
import { formatPercent } from '../quantity/index.ts';
import { count, dayNear, enumerate, sentence } from '../words.ts';
import { BEHIND_AT_RISK, BEHIND_OFF_TRACK, pointsBehind, toldBehind } from './points.ts';

/** How an outcome or a plan stands. */
export type Health = 'achieved' | 'on_track' | 'at_risk' | 'off_track' | 'not_started' | 'unknown';

/** A health with its reason in one sentence. */
export interface Judgement {
  readonly health: Health;
  readonly reason: string;
}

/** A milestone in trouble. `id` tells two of one name apart. */
export interface MilestoneTrouble {
  readonly name: string;
  readonly id?: string | undefined;
}

/** What the health of an outcome is judged by. Fractions are of 1, texts are ready to be read. */
export interface OutcomeFacts {
  readonly today: Day;
  readonly attainment?: number | undefined;
  readonly expected?: number | undefined;
  readonly goalReached: boolean;
  readonly reachedOn?: Day | undefined;
  readonly targetDate?: Day | undefined;
  /** Measurements after the baseline. */
  readonly measurements: number;
  /** Day of the latest value there is, the baseline's included. */
  readonly lastValueOn?: Day | undefined;
  /** What keeps attainment from being computed although something was measured, or before it is. */
  readonly missing?: 'baseline' | 'goal' | 'both' | 'comparison' | 'change' | 'word' | undefined;
  /** Something was measured after the baseline that does not compare with it. */
  readonly unlike?: boolean | undefined;
  /** What was said of it after the baseline holds no number. */
  readonly inWords?: boolean | undefined;
  /** Milestones in progress, blocked or complete. */
  readonly milestonesBegun: number;
  readonly late: readonly (MilestoneTrouble & { readonly daysLate: number })[];
  readonly blocked: readonly MilestoneTrouble[];
  /** Ids of the open severe risks on the outcome. */
  readonly severeRisks: readonly string[];
  /** By how much the latest value is worse than the baseline, as text ("0.4 hours"). */
  readonly worseBy?: string | undefined;
  /** The day on which the trend reaches the goal: a value may be worse than the baseline, and the trend lead there all the same. */
  readonly forecast?: Day | undefined;
  /** For a hold: what is held as text ("99.9%"), and which side of it is kept. */
  readonly hold?: { readonly goal: string; readonly direction: 'at least' | 'at most' } | undefined;
  /** For a qualitative outcome: whose word it was that the value is there. */
  readonly acknowledgedBy?: string | undefined;
}

/**
 * The health of an outcome, by the first that applies: achieved, the goal is reached; not started, no milestone begun and nothing measured since the baseline;
 * unknown, no attainment; off track, more than 30 points behind, or more than 15 with a late or blocked milestone, or the target date passed; at risk,
 * more than 15 behind, or a late or blocked milestone, or an open severe risk; else on track. Source: the plan format's "Health of an outcome".
 */
export function outcomeHealth(facts: OutcomeFacts): Judgement {
  const health = judge(facts);
  return { health, reason: sentence(reasons(health, facts)) };
}

function judge(facts: OutcomeFacts): Health {
  if (facts.goalReached) return 'achieved';
  if (facts.milestonesBegun === 0 && facts.measurements === 0 && !facts.unlike && !facts.inWords) return 'not_started';
  if (facts.attainment === undefined) return 'unknown';
  const behind = pointsBehind(facts) ?? 0;
  const troubled = facts.late.length > 0 || facts.blocked.length > 0;
  if (behind > BEHIND_OFF_TRACK || (behind > BEHIND_AT_RISK && troubled) || isPast(facts)) return 'off_track';
  return behind > BEHIND_AT_RISK || troubled || facts.severeRisks.length > 0 ? 'at_risk' : 'on_track';
}

function reasons(health: Health, facts: OutcomeFacts): readonly string[] {
  switch (health) {
    case 'achieved':
      return [reached(facts)];
    case 'not_started':
      return [
        facts.lastValueOn === undefined
          ? 'no milestone begun and nothing measured'
          : 'no milestone begun and nothing measured since the baseline',
        ...past(facts),
        ...troubles(facts),
      ];
    case 'unknown':
      return [unknown(facts), ...past(facts), ...troubles(facts), ...risks(facts)];
    default: {
      const trouble = troubles(facts);
      return [
        ...standing(facts),
        ...trouble,
        ...(trouble.length === 0 && health === 'on_track' ? ['nothing late or blocked'] : []),
        ...risks(facts),
      ];
    }
  }
}

function reached(facts: OutcomeFacts): string {
  const { reachedOn: day, targetDate, today, hold } = facts;
  if (hold)
    return `held ${hold.direction} ${hold.goal} to the end${targetDate === undefined ? '' : `, ${dayNear(targetDate, today)}`}`;
  const who = facts.acknowledgedBy === undefined ? 'goal reached' : `confirmed by ${facts.acknowledgedBy}`;
  if (day === undefined) return who;
  const on = `${who} on ${dayNear(day, today)}`;
  if (targetDate === undefined) return on;
  const early = daysBetween(day, targetDate);
  if (early === 0) return `${on}, the day it was due`;
  return `${on}, ${count(Math.abs(early), 'day')} ${early > 0 ? 'early' : 'late'}`;
}

function unknown(facts: OutcomeFacts): string {
  switch (facts.missing) {
    case 'both':
      return 'neither goal nor baseline holds a number';
    case 'baseline':
      return 'no number to start from: the baseline holds none';
    case 'goal':
      return 'no number to reach: the goal holds none';
    case 'comparison':
      return 'the values are in units that do not compare';
    case 'change':
      return 'the goal is written as a change, and not as the value to be reached';
    case 'word':
      return 'waiting for the customer’s word';
    default: {
      if (facts.unlike) return 'what was measured since the baseline does not compare with it';
      if (facts.inWords) return 'what was said since the baseline holds no number';
      const days = facts.lastValueOn === undefined ? 0 : daysBetween(facts.lastValueOn, facts.today);
      return days > 0 ? `no value for ${count(days, 'day')}` : 'no value since the baseline';
    }
  }
}

/** Where the value stands against what is expected of it. */
function standing(facts: OutcomeFacts): readonly string[] {
  const late = isPast(facts) ? past(facts) : [];
  if (facts.hold) {
    const held = (facts.attainment ?? 0) >= 1;
    const { goal, direction } = facts.hold;
    if (!held) return [`${direction === 'at most' ? 'above' : 'below'} the ${goal} to be held`, ...late];
    const side = direction === 'at most' ? 'not above' : 'not below';
    const when = facts.measurements === 1 ? 'its only measurement' : `the last of ${facts.measurements} measurements`;
    return [`${side} ${goal} at ${when}`, ...late];
  }
  if (facts.worseBy !== undefined)
    return [
      `worse than the baseline by ${facts.worseBy}`,
      ...(facts.forecast === undefined ? ['no forecast'] : []),
      ...late,
    ];
  const behind = pointsBehind(facts);
  const attained = `${formatPercent(facts.attainment ?? 0)} attained`;
  if (late.length > 0) return [attained, ...late];
  if (behind === undefined) return [`${attained}, expected progress unknown without both dates`];
  if (Math.round(behind) === 0) return ['where it should be today'];
  if (behind < 0) return [`${count(Math.round(-behind), 'point')} ahead`];
  const points = toldBehind(behind);
  return [behind > BEHIND_AT_RISK ? points : `${points}, within the ${BEHIND_AT_RISK} that count`];
}

function isPast(facts: OutcomeFacts): boolean {
  return facts.targetDate !== undefined && facts.today > facts.targetDate;
}

function past(facts: OutcomeFacts): readonly string[] {
  if (facts.targetDate === undefined || !isPast(facts)) return [];
  return [`target date passed ${count(daysBetween(facts.targetDate, facts.today), 'day')} ago`];
}

const MOST_NAMED = 2;

/** "automation blocked and 26 days late": each milestone once, the two worst by name. */
function troubles(facts: OutcomeFacts): readonly string[] {
  const all = new Map<string, { name: string; blocked: boolean; daysLate: number }>();
  for (const { id, name } of facts.blocked) all.set(id ?? name, { name, blocked: true, daysLate: 0 });
  for (const { id, name, daysLate } of facts.late) {
    const blocked = all.get(id ?? name)?.blocked ?? false;
    all.set(id ?? name, { name, blocked, daysLate });
  }
  const sorted = [...all.values()].sort((a, b) => Number(b.blocked) - Number(a.blocked) || b.daysLate - a.daysLate);
  const named = sorted.slice(0, MOST_NAMED).map(trouble => {
    const late = trouble.daysLate > 0 ? `${count(trouble.daysLate, 'day')} late` : '';
    const state = trouble.blocked ? (late === '' ? 'blocked' : `blocked and ${late}`) : late === '' ? 'late' : late;
    // A name of several words needs marks, or its verb runs into ours: “Data sources connected” blocked.
    return `${trouble.name.includes(' ') ? `“${trouble.name}”` : trouble.name} ${state}`;
  });
  const more = sorted.length - named.length;
  return more > 0 ? [...named, `${more} more late or blocked`] : named;
}

const MOST_RISKS = 3;

function risks(facts: OutcomeFacts): readonly string[] {
  const ids = facts.severeRisks;
  if (ids.length === 0) return [];
  return [ids.length > MOST_RISKS ? `${ids.length} severe risks open` : `${enumerate(ids)} severe and open`];
}
