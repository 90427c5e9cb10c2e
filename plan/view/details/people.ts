import type { Day } from '../../day.ts';
import type { Engagement, Plan } from '../../model/index.ts';
import { hasLeft, type Person, type Side } from '../../model/people.ts';
import { isSaid } from '../../rules/text/placeholder.ts';
import { placed } from '../places.ts';
import { capitalise, dayNear, enumerate, oneLine, spoken } from '../words.ts';
import { openWork } from './open-work.ts';
import type { PeopleGroup, PeopleView, PersonView } from './types.ts';

/** More people on a side than this are too long a table; then those with the most urgent work are shown. */
const MOST = 9;
const SHOWN = 6;

const SIDES = ['customer', 'vendor', 'partner'] as const satisfies readonly Side[];

const LEVELS: Readonly<Record<Engagement, 0 | 1 | 2 | 3>> = { disengaged: 0, low: 1, moderate: 2, active: 3 };

/** The people of both sides with what they still have to do; undefined where nobody is listed. */
export function peopleView(plan: Plan, today: Day): PeopleView | undefined {
  const groups = SIDES.map(side => groupOf(side, plan, today)).filter(group => group.people.length > 0);
  if (groups.length === 0) return undefined;
  return {
    note: enumerate(
      groups.map(({ side, name, people }) => `${people.length} at ${side === 'customer' ? name : `the ${side}`}`),
    ),
    engagement: groups.some(({ people }) => people.some(person => person.engagement !== undefined)),
    groups,
  };
}

function groupOf(side: Side, plan: Plan, today: Day): PeopleGroup {
  const people = (plan.stakeholders?.[side].items ?? []).map((person, i) => personView(person, side, i, plan, today));
  const company = side === 'customer' ? oneLine(plan.customer?.company?.text ?? '') : '';
  const many = people.length > MOST;
  return {
    side,
    name: isSaid(company) ? company : capitalise(side),
    people: many ? people.toSorted((a, b) => urgency(b) - urgency(a)) : people,
    shown: many ? SHOWN : people.length,
  };
}

/** Late work before other work, before none. */
function urgency({ work }: PersonView): number {
  return work.items.some(({ late }) => late) ? 2 : work.count > 0 ? 1 : 0;
}

function personView(person: Person, side: Side, index: number, plan: Plan, today: Day): PersonView {
  const engagement = person.engagement?.value;
  const gone = goneOf(person, today);
  const name = oneLine(person.name?.text ?? person.word?.text ?? '');
  return {
    ...placed(plan.syntax, person),
    key: `person/${side}/${index}`,
    name: name || 'No name yet',
    role: roleOf(person),
    ...(gone === undefined ? {} : { gone }),
    ...(engagement === undefined ? {} : { engagement: { level: LEVELS[engagement], word: engagement } }),
    work: openWork(person, plan, today),
  };
}

/** The role, and the part in the plan where the role does not say the same. */
function roleOf(person: Person): string {
  const role = oneLine(person.role?.text ?? '');
  const type = oneLine(person.type?.text ?? '');
  const part = PARTS[type] ?? spoken(type);
  const isSame = role.toLowerCase().includes(part.toLowerCase());
  return [role, isSame ? '' : part].filter(words => isSaid(words)).join(', ');
}

const PARTS: Readonly<Record<string, string>> = {
  day_to_day_contact: 'day-to-day contact',
  end_user_lead: 'end-user lead',
};

function goneOf(person: Person, today: Day): string | undefined {
  const until = person.until?.value;
  if (until === undefined) return undefined;
  const day = dayNear(until, today);
  const next = oneLine(person.successor?.text ?? '');
  const after = isSaid(next) ? `; ${next} takes over` : '';
  return `${hasLeft(person, today) ? 'left' : 'leaves'} on ${day}${after}`;
}
