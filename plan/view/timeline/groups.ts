import type { Day } from '../../day.ts';
import type { Milestone, Phase, Plan } from '../../model/index.ts';
import { peopleOf, type Side } from '../../model/people.ts';
import { placed } from '../places.ts';
import { oneLine } from '../words.ts';
import type { LaneDraft, PersonDraft, PhaseDraft, SideDraft } from './draft.ts';

/** The phases of a plan, and which of them a milestone is in. */
export interface Phases {
  readonly all: readonly PhaseDraft[];
  /** Key of the milestone's phase; undefined where it names none. */
  keyOf(milestone: Milestone): string | undefined;
}

/** The phases that the plan writes down, then those that only its milestones name. A reference is an id, else a name. */
export function phasesOf(plan: Plan, milestones: readonly Milestone[]): Phases {
  const all = plan.phases.items.map((phase, i) => draftOf(plan, phase, i));
  const keys = new Map<string, string>();
  const call = (text: string | undefined, key: string | undefined): void => {
    const name = oneLine(text ?? '');
    if (name !== '' && key !== undefined && !keys.has(name)) keys.set(name, key);
  };
  for (const [i, phase] of plan.phases.items.entries()) call(phase.id?.text, all[i]?.key);
  for (const [i, phase] of plan.phases.items.entries()) call(phase.name?.text, all[i]?.key);
  for (const milestone of milestones) {
    const name = oneLine(milestone.phase?.text ?? '');
    if (name === '' || keys.has(name)) continue;
    const key = `phase/${name}`;
    keys.set(name, key);
    const { at } = placed(plan.syntax, milestone.phase ?? milestone);
    all.push({ at, until: at, key, name });
  }
  return { all, keyOf: milestone => keys.get(oneLine(milestone.phase?.text ?? '')) };
}

function draftOf(plan: Plan, phase: Phase, i: number): PhaseDraft {
  return {
    ...placed(plan.syntax, phase),
    key: `phase/${i}`,
    name: oneLine(phase.name?.text ?? '') || oneLine(phase.id?.text ?? '') || `Phase ${i + 1}`,
    ...span('from', phase.start_date?.value),
    ...span('to', phase.end_date?.value),
  };
}

function span<K extends 'from' | 'to'>(key: K, value: Day | undefined): { readonly [P in K]?: Day } {
  const found: { [P in K]?: Day } = {};
  if (value !== undefined) found[key] = value;
  return found;
}

/** How the stakeholders write the name, where they have it. */
export function ownerNames(plan: Plan): (written: string) => string {
  const people = peopleOf(plan);
  return written => oneLine(people.find(written)?.person.name?.text ?? '') || written;
}

/** Those who own a milestone of the lanes, and the sides that they are on. */
export function ownersOf(plan: Plan, lanes: readonly LaneDraft[]): { people: PersonDraft[]; sides: SideDraft[] } {
  const places = new Map<string, number>();
  for (const milestone of lanes.flatMap(lane => lane.milestones))
    for (const owner of milestone.owners) if (!places.has(owner)) places.set(owner, milestone.at);
  const people: PersonDraft[] = [];
  const add = (person: PersonDraft): void => {
    if (places.delete(person.name)) people.push(person);
  };
  for (const side of SIDES)
    for (const [i, person] of (plan.stakeholders?.[side].items ?? []).entries())
      add({ ...placed(plan.syntax, person), key: `person/${side}/${i}`, name: oneLine(person.name?.text ?? ''), side });
  for (const [name, at] of [...places]) add({ at, until: at, key: `owner/${name}`, name });
  const sides = SIDES.filter(side => people.some(person => person.side === side));
  return { people, sides: sides.map(side => ({ side, name: sideName(plan, side) })) };
}

const SIDES: readonly Side[] = ['customer', 'vendor', 'partner'];

/** The customer's side goes by the customer's name. */
function sideName(plan: Plan, side: Side): string {
  if (side === 'vendor') return 'Vendor';
  if (side === 'partner') return 'Partner';
  return oneLine(plan.customer?.company?.text ?? '') || 'Customer';
}
