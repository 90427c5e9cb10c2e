import type { Plan } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import { oncePer } from '../../once.ts';
import { idsBeside } from './free-id.ts';

/** The next free id of a list: like the last one's, else `letters` and a number. Undefined where the others have none. */
export function nextId(
  plan: Plan,
  items: readonly { readonly id: { readonly text: string } | undefined }[],
  letters: string,
): string | undefined {
  const own = items.flatMap(({ id }) => (id?.text ? [id.text] : []));
  if (items.length > 0 && own.length === 0) return undefined;
  return idsBeside(takenIds(plan))(own.at(-1) ?? `${letters}0`);
}

/** The ids of a plan, collected once. */
const takenIds = oncePer((plan: Plan): readonly string[] => {
  const { outcomes, risks, phases, customer } = plan;
  const all = [
    ...outcomes.items,
    ...risks.items,
    ...phases.items,
    ...(customer?.priorities.items ?? []),
    ...allMilestones(plan),
  ];
  return all.flatMap(({ id }) => (id?.text ? [id.text] : []));
});
