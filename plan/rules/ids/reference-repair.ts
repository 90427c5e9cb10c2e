import type { Day } from '../../day.ts';
import type { Field, Milestone, Plan } from '../../model/index.ts';
import { isOpen } from '../../model/milestones.ts';
import { dueField, isPursued } from '../../model/outcomes.ts';
import { milestoneIndex } from '../milestones/milestone-index.ts';
import { knownIds, type Named } from './known-ids.ts';
import { nearestIds } from './nearest-ids.ts';

/** The ids that may stand in place of one that nothing has: none that its list has already, and none that the holder's date contradicts. */
export function referable(
  written: string,
  kind: Named | undefined,
  field: Field<string>,
  plan: Plan,
): readonly string[] {
  const ids = knownIds(plan);
  const kinds: readonly Named[] = kind ? [kind] : ['outcome', 'milestone'];
  const taken = siblings(field, plan);
  const milestone = milestoneIndex(plan).inOrder.find(one => one.outcome === field || one.phase === field);
  const barred = new Set(milestone ? atOdds(milestone, kind, plan) : []);
  const all = kinds.flatMap(each => ids.of(each)).filter(id => !taken.has(id) && !barred.has(id));
  return nearestIds(written, all);
}

/** What the same list names already, or the renewal's other evidence. */
function siblings(field: Field<string>, plan: Plan): ReadonlySet<string> {
  const evidence = plan.renewal?.evidence.items.map(one => one.outcome) ?? [];
  const lists = [evidence, ...plan.risks.items.map(risk => risk.outcomes.items)];
  const own = lists.find(list => list.includes(field)) ?? [];
  return new Set(own.map(one => one?.text ?? ''));
}

/** Outcomes that are over or due before the milestone, phases that do not hold its date. */
function atOdds(milestone: Milestone, kind: Named | undefined, plan: Plan): readonly string[] {
  const due = milestone.target_date?.value;
  if (kind === 'phase')
    return plan.phases.items
      .filter(({ start_date, end_date }) => due && !within(due, start_date?.value, end_date?.value))
      .map(phase => phase.id?.text || phase.name?.text || '');
  if (!isOpen(milestone)) return [];
  return plan.outcomes.items
    .filter(outcome => !isPursued(outcome) || (due && (dueField(outcome)?.value ?? due) < due))
    .map(outcome => outcome.id?.text || outcome.description?.text || '');
}

function within(day: Day, from: Day | undefined, to: Day | undefined): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}
