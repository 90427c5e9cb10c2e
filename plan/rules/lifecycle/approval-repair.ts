import { type Day, formatFullDay } from '../../day.ts';
import type { Decision, Plan } from '../../model/index.ts';
import { hasLeft } from '../../model/people.ts';
import type { Editor } from '../../syntax/edit.ts';
import { capitalise, enumerate } from '../../words.ts';
import { styleIn } from '../repair/set-field.ts';
import { itemValue } from '../repair/writing.ts';
import type { Fix } from '../rule.ts';
import { isSaid } from '../text/placeholder.ts';
import type { Approval } from './buying.ts';

/** A step for each, owned by the person whose part it is, due when the decision is; none where a person or the day is not known. */
export function withApprovals(
  missing: readonly Approval[],
  decision: Decision,
  plan: Plan,
  today: Day,
  edit: Editor,
): Fix | undefined {
  const { steps, decision_date } = decision;
  const due = decision_date?.value;
  const list = steps.node;
  const last = steps.items.at(-1)?.mapping;
  if (!due || due < today || list?.kind !== 'sequence' || !last || decision.borrowed) return undefined;
  if (steps.items.some(step => (step.target_date?.value ?? due) > due)) return undefined;
  const style = styleIn(last, ['name', 'owner']);
  const flow = list.flow || last.flow;
  const owners: string[] = [];
  const items: string[] = [];
  for (const kind of missing) {
    const person = plan.stakeholders?.customer.items.find(one => one.type?.value === kind && !hasLeft(one, today));
    if (!person?.name || !isSaid(person.name.text)) return undefined;
    owners.push(person.name.text);
    const name = `${capitalise(kind)} approval`;
    const entries = [
      ['name', name, style],
      ['kind', kind, 'plain'],
      ['owner', person.name.text, style],
    ] as const;
    items.push(
      itemValue(
        [...entries, ['target_date', due, styleIn(last, ['target_date'])], ['status', 'pending', 'plain']],
        flow,
      ),
    );
  }
  const edits = items.flatMap(item => edit.appendItem(decision.part, list, steps.key, item) ?? []);
  return edits.length === missing.length
    ? {
        title: `Add ${enumerate(missing.map((kind, i) => `a ${kind} approval by ${owners[i]}`))}, due with the decision on ${formatFullDay(due)}`,
        edits,
        safe: false,
      }
    : undefined;
}
