import {
  type Health,
  isSevere,
  type OutcomeStanding,
  type PlanStanding,
  planStanding,
  riskScore,
} from '../../attainment/index.ts';
import { type Day, daysBetween } from '../../day.ts';
import type { Field, List, Outcome, Plan, Visit } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { hasLeft } from '../../model/people.ts';
import { lastReview } from '../../model/reviews.ts';
import { oncePer } from '../../once.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { formatPercent } from '../../quantity/index.ts';
import type { Mapping } from '../../syntax/tree.ts';
import { dayNear, short, spoken } from '../../words.ts';
import type { OutlineKind } from './outline.ts';

/** How a thing stands, in a few words, and what kind of thing it is. */
export interface Standing {
  readonly kind: OutlineKind;
  readonly detail: readonly Phrase[];
  /** True for what is not pursued any more, and for somebody who has left. */
  readonly isGone: boolean;
}

/** The things of a part by where they stand. */
export const thingsIn: (visits: readonly Visit[]) => ReadonlyMap<Mapping, Visit> = oncePer(
  (visits: readonly Visit[]) => {
    const things = new Map<Mapping, Visit>();
    for (const visit of visits)
      if ('mapping' in visit.element && visit.element.mapping) things.set(visit.element.mapping, visit);
    return things;
  },
);

/** How one thing of a document stands on a day; undefined where there is nothing to say. `plan` is its plan, if it is in one. */
export function standingOf(visit: Visit, plan: Plan | undefined, today: Day): Standing | undefined {
  const { kind, element } = visit;
  const as = (as: OutlineKind, detail: readonly (Phrase | undefined)[], isGone = false): Standing => ({
    kind: as,
    detail: detail.filter(one => one !== undefined),
    isGone,
  });
  switch (kind) {
    case 'outcome':
      return as('outcome', plan ? ofOutcome(element, plan, today) : [], element.status?.value === 'deferred');
    case 'milestone':
    case 'decisionStep':
      return as(
        'milestone',
        ofWork(element.status, element.target_date, element.actual_date, plan, today),
        element.status?.value === 'skipped',
      );
    case 'action': {
      const status = element.status?.value;
      const isGone = status === 'cancelled' || status === 'skipped';
      return as('action', ofWork(element.status, element.due_date, element.done_on, plan, today), isGone);
    }
    case 'risk': {
      const severe = isSevere(riskScore(element.impact?.value, element.likelihood?.value));
      return as('risk', [own(element.status), severe ? phrase('severe') : undefined]);
    }
    case 'customerPerson':
    case 'vendorPerson':
    case 'partnerPerson': {
      const left = hasLeft(element, today) && element.until?.value;
      return as(
        'person',
        [own(element.role), left ? phrase('left {0}', dayNear(left, today)) : undefined],
        Boolean(left),
      );
    }
    case 'review':
      return as('review', [own(element.type)]);
    case 'phase':
      return as('phase', [span(element.start_date?.value, element.end_date?.value, today)]);
    case 'measurement':
      return as('measurement', [own(element.value)]);
    case 'signOff':
      return as('action', [own(element.status)], element.status?.value === 'declined');
    case 'topic':
      return as('action', [own(element.duration)]);
    default:
      return undefined;
  }
}

/** How a section stands as a whole. */
export function standingOfSection(section: string, plan: Plan, today: Day): readonly Phrase[] {
  const said = (one: Phrase | undefined) => (one ? [one] : []);
  switch (section) {
    case 'plan':
      return plan.outcomes.items.length > 0 ? [HEALTH[planStanding(plan, today).judgement.health]] : [];
    case 'customer':
      return said(own(plan.customer?.company));
    case 'outcomes': {
      const { achieved, counted } = tally(planStanding(plan, today).outcomes);
      return counted > 0 ? [phrase('{0} of {1} achieved', achieved, counted)] : [];
    }
    case 'milestones':
      return said(done(plan.milestones));
    case 'risks': {
      const open = plan.risks.items.filter(({ status }) => status?.value === 'open').length;
      return plan.risks.items.length > 0 ? [phrase('{0} open', open)] : [];
    }
    case 'review_history': {
      const last = lastReview(plan, today);
      return last ? [phrase('last {0}', dayNear(last.on, today))] : [];
    }
    default:
      return [];
  }
}

/** How many of a list of work are done; undefined for any other list. */
export function standingOfList(things: readonly (Visit | undefined)[]): readonly Phrase[] {
  const work = things.flatMap(visit =>
    visit?.kind === 'milestone' || visit?.kind === 'decisionStep' || visit?.kind === 'action' ? [visit.element] : [],
  );
  const one = work.length > 0 ? done({ items: work }) : undefined;
  return one ? [one] : [];
}

const HEALTH: Readonly<Record<Health, Phrase>> = {
  achieved: phrase('achieved'),
  on_track: phrase('on track'),
  at_risk: phrase('at risk'),
  off_track: phrase('off track'),
  not_started: phrase('not started'),
  unknown: phrase('unknown'),
};

function ofOutcome(outcome: Outcome, plan: Plan, today: Day): (Phrase | undefined)[] {
  const standing = byOutcome(planStanding(plan, today).outcomes).get(outcome);
  if (!standing) return [];
  const { attainment, expected, milestones, judgement } = standing;
  return [
    HEALTH[judgement.health],
    attainment === undefined
      ? undefined
      : expected === undefined || judgement.health === 'achieved'
        ? phrase('{0}', formatPercent(attainment))
        : phrase('{0} of {1}', formatPercent(attainment), formatPercent(expected)),
    milestones.counted > 0 ? phrase('{0}/{1} milestones', milestones.complete, milestones.counted) : undefined,
  ];
}

type OutcomeStandings = PlanStanding['outcomes'];

/** Outcomes with how they stand, found by outcome. */
const byOutcome = oncePer(
  (outcomes: OutcomeStandings): ReadonlyMap<Outcome, OutcomeStanding> =>
    new Map(outcomes.map(standing => [standing.outcome, standing])),
);

/** How many outcomes are achieved, of those that are not put off. */
function tally(outcomes: OutcomeStandings): { achieved: number; counted: number } {
  const counted = outcomes.filter(({ deferred }) => !deferred);
  return { achieved: counted.filter(({ achieved }) => achieved).length, counted: counted.length };
}

/** `due 15 Mar, 12 days late`, `done 12 Dec`, `blocked`. */
function ofWork(
  status: Field<string> | undefined,
  due: Field<Day> | undefined,
  actual: Field<Day> | undefined,
  plan: Plan | undefined,
  today: Day,
): (Phrase | undefined)[] {
  const isDone = status?.value === 'complete' || status?.value === 'done';
  const day = (field: Field<Day> | undefined) => field?.value && dayNear(field.value, today);
  if (isDone) return [day(actual) ? phrase('done {0}', day(actual) ?? '') : phrase('done')];
  const isClosed = status?.value === 'skipped' || status?.value === 'cancelled' || actual?.value !== undefined;
  const says = isClosed || status?.value === 'blocked' || status?.value === 'in_progress' ? own(status) : undefined;
  const isAwaited = !isClosed && !(plan && isOver(plan));
  return [says, !isAwaited || due?.value === undefined ? undefined : dueIn(due.value, today)];
}

function dueIn(due: Day, today: Day): Phrase {
  const late = daysBetween(due, today);
  const day = dayNear(due, today);
  if (late === 1) return phrase('due {0}, 1 day late', day);
  return late > 0 ? phrase('due {0}, {1} days late', day, late) : phrase('due {0}', day);
}

function span(from: Day | undefined, to: Day | undefined, today: Day): Phrase | undefined {
  if (from && to) return phrase('{0} to {1}', dayNear(from, today), dayNear(to, today));
  return from ? phrase('from {0}', dayNear(from, today)) : to ? phrase('until {0}', dayNear(to, today)) : undefined;
}

function done({ items }: Pick<List<{ readonly status: Field<string> | undefined }>, 'items'>): Phrase | undefined {
  const counted = items.filter(({ status }) => status?.value !== 'skipped' && status?.value !== 'cancelled');
  const isDone = ({ status }: (typeof items)[number]) => status?.value === 'complete' || status?.value === 'done';
  return counted.length > 0 ? phrase('{0}/{1} done', counted.filter(isDone).length, counted.length) : undefined;
}

/** The plan's own word, as it is written. */
function own(field: Field<unknown> | undefined): Phrase | undefined {
  const text = field ? short(spoken(field.text), 80) : '';
  return text === '' ? undefined : phrase('{0}', text);
}
