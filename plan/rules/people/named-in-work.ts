import { spokenDay } from '../../day.ts';
import type { Field, Plan, Reference, Stakeholders } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import type { People } from '../../model/people.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteShort } from '../../words.ts';
import type { Fix } from '../rule.ts';
import { outcomeWithin } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { adding, nameIn } from './person-repair.ts';
import { plainName } from './plain-name.ts';
import { isTeam, whoIsMeant } from './who-is-meant.ts';

/** So many people are offered. */
const MOST = 3;

/** A place that names somebody: how it speaks of them, how much that says of a part in the plan (less is more), and whose side it is. */
interface Naming {
  readonly field: Field<string>;
  readonly who: string;
  readonly weight: 0 | 1 | 2 | 3;
  readonly side?: Reference['side'];
}

/**
 * Repairs for a customer side that is one person short: the people whom the plan's work names and its stakeholders do not, those with the greatest part
 * first. Names that may as well be the vendor's, a team's or a known person's are left out.
 */
export function addNamed(plan: Plan, stakeholders: Stakeholders, people: People, edit: Editor): readonly Fix[] {
  if (people.all.length === 0 || !people.complete) return [];
  const found = strangersIn(plan, people).slice(0, MOST);
  return found.flatMap(at => {
    const fix = adding(at, 'customer', stakeholders, people, edit);
    return fix ? [{ ...fix, title: `Add ${nameIn(at.field.text).name}, who ${at.who}, to the customer side` }] : [];
  });
}

function strangersIn(plan: Plan, people: People): readonly Naming[] {
  const company = plan.customer?.company?.text ?? '';
  const named = new Map<string, Naming[]>();
  for (const naming of namings(plan)) {
    const key = plainName(nameIn(naming.field.text).name);
    const others = named.get(key);
    if (others) others.push(naming);
    else named.set(key, [naming]);
  }
  const strangers = [...named.values()].flatMap(all => {
    const at = all.filter(one => !one.field.borrowed).toSorted((a, b) => a.weight - b.weight)[0];
    if (!at) return [];
    const { text } = at.field;
    const { name, role = '' } = nameIn(text);
    const isVendors = all.some(one => one.side === 'vendor') && !all.some(one => one.side === 'customer');
    if (isVendors || VENDORS.test(role) || !NAME.test(name)) return [];
    if (isPlaceholder(name) || isTeam(name, company)) return [];
    return [text, name].some(one => people.find(one) || whoIsMeant(one, people)) ? [] : [at];
  });
  return strangers.toSorted((a, b) => a.weight - b.weight);
}

/** A first and a last name; one word alone may be a team or a tool, and several names in one are none. */
const NAME = /^\p{Lu}[\p{L}\p{M}.'’‑-]*(?: [\p{L}\p{M}.'’‑-]+){1,4}$/u;
const VENDORS =
  /\b(?:csm|cs|customer success|account (?:executive|manager)|ae|am|se|(?:solutions?|sales) (?:engineer|architect|consultant)|implementation|onboarding|support|vendor|partner|reseller)\b/i;

function* namings(plan: Plan): Generator<Naming> {
  const each = (fields: readonly (Field<string> | undefined)[], rest: Omit<Naming, 'field'>) =>
    fields.flatMap(field => (field && field.text !== '' ? [{ ...rest, field }] : []));
  const { outcomes, risks, review_history, decision, communication, agreement, customer, renewal, stakeholders } = plan;
  yield* each([plan.plan?.co_owner], { who: 'co-owns the plan', weight: 0, side: 'customer' });
  yield* each([plan.plan?.owner], { who: 'owns the plan', weight: 0, side: 'vendor' });
  yield* each([renewal?.owner], { who: 'owns the renewal', weight: 0, side: 'vendor' });
  for (const { name, sponsor, label } of customer?.priorities.items ?? [])
    yield* each([sponsor], { who: `sponsors ${quoteShort(name?.text || label, 50)}`, weight: 0, side: 'customer' });
  for (const side of ['customer', 'vendor'] as const)
    for (const { label, successor } of stakeholders?.[side].items ?? [])
      yield* each([successor], { who: `takes over from ${label}`, weight: 0, side });
  for (const milestone of allMilestones(plan)) {
    const call = quoteShort(milestone.name?.text || milestone.label || 'a milestone', 50);
    yield* each(milestone.owner.items, { who: `owns ${call}`, weight: 1 });
    yield* each(milestone.participants.items, { who: `takes part in ${call}`, weight: 2 });
    for (const action of milestone.actions.items) yield* each([action.owner], { who: `helps with ${call}`, weight: 2 });
  }
  for (const outcome of outcomes.items) {
    const call = outcomeWithin(outcome);
    yield* each([outcome.owner], { who: `owns ${call}`, weight: 1 });
    yield* each([outcome.acknowledged_by], { who: `confirmed ${call}`, weight: 0, side: 'customer' });
  }
  for (const step of decision?.steps.items ?? [])
    yield* each([step.owner], {
      who: `owns ${quoteShort(step.name?.text || 'a step of the decision', 50)}`,
      weight: 1,
    });
  for (const risk of risks.items) yield* each([risk.owner], { who: `owns risk ${risk.label}`.trim(), weight: 2 });
  yield* each(agreement?.sign_offs.items.map(one => one.person) ?? [], { who: 'signs off the plan', weight: 2 });
  for (const { label, actions, attendees } of review_history.items) {
    const call = label ? `the review of ${spokenDay(label)}` : 'a review';
    for (const action of actions.items) yield* each([action.owner], { who: `has an action from ${call}`, weight: 2 });
    yield* each(attendees.items, { who: `was at ${call}`, weight: 3 });
  }
  for (const { label, attendees } of communication?.meetings.items ?? [])
    yield* each(attendees.items, { who: `comes to ${label ? quoteShort(label, 50) : 'a meeting'}`, weight: 3 });
}
