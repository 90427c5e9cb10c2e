import type { Plan } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';

/** Every text by which something in a plan names an outcome, milestone, priority or phase, each once, in the order of the plan. Never throws. */
export function namedIds(plan: Plan): ReadonlySet<string> {
  const milestones = allMilestones(plan);
  const fields = [
    ...(plan.agreement?.sign_offs.items ?? []).map(one => one.scope),
    ...plan.outcomes.items.map(one => one.priority),
    ...milestones.flatMap(one => [one.outcome, one.phase, ...one.depends_on.items]),
    ...plan.risks.items.flatMap(one => one.outcomes.items),
    ...(plan.renewal?.evidence.items ?? []).map(one => one.outcome),
  ];
  return new Set(fields.map(field => field?.text ?? '').filter(text => text !== ''));
}
