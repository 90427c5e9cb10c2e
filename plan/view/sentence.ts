import {
  BEHIND_AT_RISK,
  type Health,
  type OutcomeStanding,
  type PlanStanding,
  pointsBehind,
  tellExpected,
  tellLatest,
} from '../attainment/index.ts';
import { type Day, daysBetween } from '../day.ts';
import type { Plan } from '../model/index.ts';
import { daysLate, isBlocked } from '../model/milestones.ts';
import { namedMilestones, outcomeName } from './milestones.ts';
import { shortTitle, single } from './outcome-row.ts';
import type { HeaderView } from './types.ts';
import { capitalise, count, enumerate, numberWord } from './words.ts';

/** After the lead: the worst, the best and the unknown. */
const MOST_CLAUSES = 3;
/** More outcomes than this are counted instead of named. */
const MOST_NAMES = 4;
/** A metric's name longer than this makes no subject of a sentence. */
const LONGEST_SUBJECT = 48;

interface Named {
  readonly standing: OutcomeStanding;
  readonly index: number;
  readonly name: string;
}

/** Are we getting there, in at most four clauses: how many are in trouble, then the worst, the best and the unknown. */
export function headline(plan: Plan, standing: PlanStanding, today: Day): HeaderView['sentence'] {
  const outcomes = standing.outcomes
    .map((one, index): Named => ({ standing: one, index, name: outcomeName(one.outcome, index) }))
    .filter(one => !one.standing.deferred);
  if (outcomes.length === 0) {
    return {
      lead: 'No outcomes yet.',
      rest: 'What does the customer want to be able to do, by when, and how will you both know?',
    };
  }
  const having = (health: Health) => outcomes.filter(one => one.standing.judgement.health === health);
  const clauses = [
    worst(plan, outcomes, today),
    best(having('on_track'), having('achieved'), outcomes),
    unknown(having('unknown'), outcomes),
  ];
  if (standing.reviewOverdueSince !== undefined)
    clauses.push(`The review is ${count(daysBetween(standing.reviewOverdueSince, today), 'day')} overdue.`);
  return {
    lead: lead(outcomes, having),
    rest: clauses
      .filter(clause => clause !== undefined)
      .slice(0, MOST_CLAUSES)
      .join(' '),
  };
}

function lead(outcomes: readonly Named[], having: (health: Health) => readonly Named[]): string {
  const total = outcomes.length;
  for (const [health, words] of [
    ['off_track', 'off track'],
    ['at_risk', 'at risk'],
  ] as const) {
    const count = having(health).length;
    if (count > 0) return `${share(count, total)} ${words}.`;
  }
  const achieved = having('achieved').length;
  const good = achieved + having('on_track').length;
  if (achieved === total) return `${share(total, total)} achieved.`;
  if (good > 0) return `${share(good, total)} on track${achieved > 0 ? ' or achieved' : ''}.`;
  if (having('not_started').length === total)
    return total === 1 ? 'The outcome has not begun.' : 'No outcome has begun yet.';
  if (total === 1) return 'How far the outcome has come is not known.';
  return `How far the ${numberWord(total)} outcomes have come is not known.`;
}

/** `One of three outcomes is`, `All three outcomes are`, `The outcome is`. */
function share(count: number, total: number): string {
  if (total === 1) return 'The outcome is';
  if (count === total) return `${total === 2 ? 'Both' : `All ${numberWord(total)}`} outcomes are`;
  return `${capitalise(numberWord(count))} of ${numberWord(total)} outcomes ${count === 1 ? 'is' : 'are'}`;
}

/** The outcome furthest behind among those in the worst health, with what holds it up; else the work that is most in trouble. */
function worst(plan: Plan, outcomes: readonly Named[], today: Day): string | undefined {
  const behind = ({ standing }: Named) => (standing.expected ?? 0) - (standing.attainment ?? 0);
  for (const health of ['off_track', 'at_risk'] as const) {
    const found = outcomes
      .filter(one => one.standing.judgement.health === health)
      .sort((a, b) => behind(b) - behind(a))[0];
    if (found === undefined) continue;
    const trouble = worstMilestone(plan, [found], today);
    // Numbers that are as they should be are no reason: then it is a risk, or work that is late all the same.
    const counts = health === 'at_risk' && trouble === undefined ? BEHIND_AT_RISK : 0;
    const numbers = (pointsBehind(found.standing) ?? 0) > counts ? standsAt(found, today) : undefined;
    if (numbers !== undefined) return `${numbers}${trouble === undefined ? '' : `: ${trouble.words}`}.`;
    return `${found.name}: ${found.standing.judgement.reason}`;
  }
  const trouble = worstMilestone(plan, outcomes, today);
  return trouble === undefined ? undefined : `${trouble.words.replace(/^(“.*”)/u, `$1 (${trouble.outcome})`)}.`;
}

/** `Report generation time (O1) is at 2.1 hours and should be at 1.3 hours by now`. */
function standsAt(found: Named, today: Day): string | undefined {
  const metric = single(found.standing);
  const now = metric && tellLatest(metric);
  const due = metric && tellExpected(metric, today);
  if (now === undefined || due === undefined) return undefined;
  const title = shortTitle(found.standing);
  const subject = title.length > LONGEST_SUBJECT || title === found.name ? found.name : `${title} (${found.name})`;
  return `${subject} is at ${now} and should be at ${due} by now`;
}

/** The blocked milestone that is latest, else the latest one. */
function worstMilestone(
  plan: Plan,
  outcomes: readonly Named[],
  today: Day,
): { words: string; outcome: string } | undefined {
  const troubled = outcomes
    .flatMap(one =>
      namedMilestones(plan, one.standing.outcome, one.index).map(named => ({ ...named, outcome: one.name })),
    )
    .map(one => ({ ...one, blocked: isBlocked(one.milestone), late: daysLate(one.milestone, today, plan) }))
    .filter(one => one.blocked || one.late > 0)
    .sort((a, b) => Number(b.blocked) - Number(a.blocked) || b.late - a.late)[0];
  if (troubled === undefined) return undefined;
  const late = troubled.late > 0 ? [`${count(troubled.late, 'day')} late`] : [];
  return {
    words: `“${troubled.name}” is ${[...(troubled.blocked ? ['blocked'] : []), ...late].join(' and ')}`,
    outcome: troubled.outcome,
  };
}

function best(onTrack: readonly Named[], achieved: readonly Named[], outcomes: readonly Named[]): string | undefined {
  if (onTrack.length + achieved.length === outcomes.length) return undefined;
  const parts = [
    ...(achieved.length > 0 ? [`${names(achieved)} achieved`] : []),
    ...(onTrack.length > 0 ? [`${names(onTrack)} on track`] : []),
  ];
  return parts.length === 0 ? undefined : `${capitalise(parts.join(', '))}.`;
}

function names(outcomes: readonly Named[]): string {
  return `${called(outcomes)} ${outcomes.length === 1 ? 'is' : 'are'}`;
}

/** By name as long as anybody reads the names, else by their number. */
function called(outcomes: readonly Named[]): string {
  if (outcomes.length > MOST_NAMES) return `${numberWord(outcomes.length)} outcomes`;
  return enumerate(outcomes.map(one => one.name));
}

function unknown(found: readonly Named[], outcomes: readonly Named[]): string | undefined {
  if (found.length === 0) return undefined;
  if (found.every(one => one.standing.metrics.some(metric => metric.unlike)))
    return `${capitalise(called(found))} ${found.length === 1 ? 'was' : 'were'} measured in other units than before.`;
  const unmeasured = found.every(one =>
    one.standing.metrics.every(metric => metric.missing === undefined && !metric.inWords.now),
  );
  const all = found.length === outcomes.length;
  const who = all ? (found.length === 1 ? 'It' : found.length === 2 ? 'Neither' : 'None') : capitalise(called(found));
  const verb = found.length === 1 || all ? 'has' : 'have';
  const not = all && found.length > 1 ? '' : ' not';
  if (unmeasured)
    return `${who} ${verb}${not} been measured since ${found.length === 1 || all ? 'its baseline' : 'their baselines'}.`;
  return `${who} ${verb}${all && found.length > 1 ? '' : ' no'} ${all && found.length > 1 ? 'a ' : ''}number to measure by.`;
}
