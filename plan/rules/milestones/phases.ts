import { formatFullDay } from '../../day.ts';
import type { Milestone, Phase, Plan } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import { oncePer } from '../../once.ts';
import { quoteShort } from '../../words.ts';

/** How a message calls a phase: its name in quotes, else its id. */
export function phaseName(phase: Phase): string {
  const name = phase.name?.text || phase.id?.text;
  return name ? `Phase ${quoteShort(name, 40)}` : 'This phase';
}

/** When a phase runs, as far as its days can be read: `runs from 12 Jan 2026 to 31 Mar 2026`. */
export function runsWhen(phase: Phase): string {
  const [from, to] = [phase.start_date, phase.end_date].map(field => field?.value && formatFullDay(field.value));
  if (from && to) return `runs from ${from} to ${to}`;
  return from ? `starts on ${from}` : `ends on ${to ?? 'no day'}`;
}

/** Milestones by the phase they name, by its id or else by its name; what two phases are called says nothing. */
export function milestonesByPhase(plan: Plan): ReadonlyMap<Phase, readonly Milestone[]> {
  const members = new Map<Phase, Milestone[]>();
  if (plan.phases.items.length === 0) return members;
  const called = new Map([...phasesBy('name', plan), ...phasesBy('id', plan)]);
  for (const milestone of allMilestones(plan)) {
    const phase = called.get(milestone.phase?.text ?? '');
    if (!phase) continue;
    const own = members.get(phase) ?? [];
    own.push(milestone);
    members.set(phase, own);
  }
  return members;
}

function phasesBy(key: 'id' | 'name', plan: Plan): ReadonlyMap<string, Phase | undefined> {
  const called = new Map<string, Phase | undefined>();
  for (const phase of plan.phases.items) {
    const text = phase[key]?.text;
    if (text) called.set(text, called.has(text) ? undefined : phase);
  }
  return called;
}

/** The first phase of that id or name. */
export function firstPhaseCalled(text: string, { phases }: Pick<Plan, 'phases'>): Phase | undefined {
  return byName(phases).get(text);
}

const byName = oncePer(({ items }: Plan['phases']): ReadonlyMap<string, Phase> => {
  const phases = new Map<string, Phase>();
  for (const phase of items.toReversed())
    for (const own of [phase.name?.text, phase.id?.text]) if (own) phases.set(own, phase);
  return phases;
});
