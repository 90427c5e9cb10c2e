import type { Day } from '../../day.ts';
import type { Finding } from '../../finding.ts';
import type { Plan } from '../../model/index.ts';
import { type LoggedChange, loggedChanges } from '../../rules/log/logged-changes.ts';
import { firstDayFrom } from '../../written-day.ts';
import { DISAGREEMENT } from '../callouts.ts';
import { allNamed, outcomeName } from '../milestones.ts';
import { offsetOf } from '../places.ts';
import type { Placed } from '../types.ts';
import { dayNear, oneLine } from '../words.ts';
import type { PastReviewView } from './types.ts';

/** What is said of a plan to those whose plan it is: findings, and what people call the places that they mark. */
export interface Told {
  readonly findings: readonly Finding[];
  readonly names: ReadonlyMap<number, string>;
}

/** So many findings are told of one review. */
const MOST = 3;

/** What the checks say of a review: changes that it logged and that the plan does not show, then what they find in its own words. */
export function findingsIn(
  review: Placed,
  findings: readonly Finding[],
  plan: Plan,
  today: Day,
): PastReviewView['findings'] {
  const isIn = (offset: number) => offset >= review.at && offset < review.until;
  const found = findings.flatMap(({ rule, severity, message, start, related }) => {
    const [entry] = related;
    if (rule === DISAGREEMENT) {
      const logged = entry && isIn(entry.start) ? loggedAt(entry.start, plan) : undefined;
      return logged === undefined ? [] : [{ at: start, text: disagreement(logged, plan, today) }];
    }
    const loud = severity === 'error' || severity === 'warning';
    return loud && isIn(start) ? [{ at: start, text: firstSentence(message) }] : [];
  });
  return found.slice(0, MOST);
}

function loggedAt(offset: number, plan: Plan): LoggedChange | undefined {
  return loggedChanges(plan).find(({ entry }) => offsetOf(plan.syntax, entry) === offset);
}

/** `Logged change of O1·3 to 1 Mar is not in the plan` */
function disagreement({ about, change, reviewed }: LoggedChange, plan: Plan, today: Day): string {
  const day = typeof change.to === 'string' ? undefined : firstDayFrom(change.to, reviewed);
  const to = typeof change.to === 'string' ? oneLine(change.to) : day && dayNear(day, today);
  return `Logged change of ${nameOf(about, plan)}${to === undefined ? '' : ` to ${to}`} is not in the plan`;
}

function nameOf(about: LoggedChange['about'], plan: Plan): string {
  if (about.definition === 'outcome') return outcomeName(about, Math.max(0, plan.outcomes.items.indexOf(about)));
  if (about.definition === 'risk') return about.label || 'a risk';
  return allNamed(plan).find(({ milestone }) => milestone === about)?.ref ?? 'a milestone';
}

/** A message up to the end of its first sentence: what is wrong, without what to do. */
export function firstSentence(message: string): string {
  return /^.*?[.!?](?=\s+\p{Lu}|$)/su.exec(message)?.[0] ?? message;
}
