import { type Day, formatFullDay } from '../day.ts';
import type { Outcome, Plan } from '../model/index.ts';
import { milestonesOf } from '../model/milestones.ts';
import { hasLeft } from '../model/people.ts';
import type { Edit, Editor } from '../syntax/edit.ts';
import { quoteShort } from '../words.ts';
import { metricName } from './measure-first.ts';
import { dueField } from './outcomes.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Fix, Options, RuleContext } from './rule.ts';
import { styleIn } from './set-field.ts';
import { itemValue } from './writing.ts';

/** So many people are offered to confirm a result. */
const MOST = 2;

/**
 * A last milestone on the day the outcome is due, by which somebody at the customer confirms the result; one repair for each of the two people
 * who are nearest to it. None where the day is not known, or has passed, or where a milestone comes later.
 */
export function finalMilestone(outcome: Outcome, context: RuleContext<Options>, edit: Editor): readonly Fix[] {
  const { plan, today } = context;
  const due = dueField(outcome)?.value;
  const days = milestonesOf(outcome, plan).flatMap(milestone => milestone.target_date?.value ?? []);
  if (!due || due < today || days.some(day => day > due)) return [];
  // Where the newest stands first, the last is not to be added at the end.
  if (days.length > 1 && days.every((day, index) => index === 0 || day < (days[index - 1] ?? ''))) return [];
  return confirmers(outcome, due, context).flatMap(owner => {
    const name = confirmation(outcome);
    const added = append(outcome, plan, edit, { name, due, owner });
    if (!added) return [];
    const title = `Add a last milestone: ${quoteShort(name, 50)}, ${owner}, ${formatFullDay(due)}`;
    return [{ title, edits: [added], safe: false }];
  });
}

/** What the milestone is called: the goal, confirmed. */
function confirmation(outcome: Outcome): string {
  const goal = outcome.target?.goal;
  const metric = metricName(outcome);
  if (outcome.kind?.value === 'qualitative') return 'Result accepted by the customer';
  if (goal?.value?.kind === 'quantity')
    return metric === '' || metric.length > 60
      ? `Goal of ${goal.text} confirmed`
      : `${metric} confirmed at ${goal.text.replace(/^at /i, '')}`;
  return outcome.key_results.items.length > 0 ? 'Key results confirmed' : 'Result confirmed by the customer';
}

/** People of the customer who are there until that day and take part: those of the outcome first, then whose part it is. */
function confirmers(outcome: Outcome, due: Day, { plan, people, today }: RuleContext<Options>): readonly string[] {
  const there = people.all.filter(
    ({ name, side, person }) =>
      side === 'customer' &&
      !isPlaceholder(name) &&
      !hasLeft(person, due) &&
      (person.since?.value ?? today) <= today &&
      person.engagement?.value !== 'low' &&
      person.engagement?.value !== 'disengaged',
  );
  const near = [
    outcome.owner?.text,
    outcome.acknowledged_by?.text,
    ...milestonesOf(outcome, plan).flatMap(milestone => milestone.owner.items.map(owner => owner.text)),
  ].map(name => people.find(name ?? '')?.person);
  const ofType = (type: string) => there.filter(({ person }) => person.type?.value === type);
  const sorted = [
    ...near.flatMap(person => there.filter(one => one.person === person)),
    ...ofType('day_to_day_contact'),
    ...ofType('executive_sponsor'),
    ...there,
  ];
  return [...new Set(sorted.map(({ name }) => name))].slice(0, MOST);
}

interface Wanted {
  readonly name: string;
  readonly due: Day;
  readonly owner: string;
}

/** Behind the outcome's own milestones, or behind the plan's, where those are the ones it has. */
function append(outcome: Outcome, plan: Plan, edit: Editor, { name, due, owner }: Wanted): Edit | undefined {
  const { milestones, mapping, part } = outcome;
  if (!mapping || outcome.borrowed) return undefined;
  const outside = milestones.items.length === 0 ? milestonesOf(outcome, plan).at(-1) : undefined;
  const neighbour = (outside ?? milestones.items.at(-1))?.mapping;
  const like = styleIn(neighbour ?? mapping, ['name', 'business_value', 'id']);
  const entries = [
    ['name', name, like] as const,
    ...(outside ? [['outcome', outcome.id?.text ?? '', styleIn(neighbour ?? mapping, ['outcome'])] as const] : []),
    ['target_date', due, styleIn(neighbour ?? mapping, ['target_date', 'name', 'business_value', 'id'])] as const,
    ['status', 'pending', 'plain'] as const,
    ['owner', owner, styleIn(neighbour ?? mapping, ['owner', 'name', 'business_value', 'id'])] as const,
    ['kind', 'validation', 'plain'] as const,
  ];
  const { node, key } = milestones;
  if (outside) {
    const section = plan.syntax.sections.find(one => one.part.section === 'milestones');
    return section?.items && edit.appendPart(section.part, section.items, itemValue(entries, neighbour?.flow === true));
  }
  if (!node) {
    const item = itemValue(entries, mapping.flow);
    const value = mapping.flow ? `[${item}]` : `\n  - ${item.replaceAll('\n', '\n    ')}`;
    return edit.insertKey(outcome, 'milestones', value, ['status', 'target', 'description']);
  }
  if (!key || node.kind === 'alias' || node.kind === 'mapping') return undefined;
  // A written null makes way for it.
  if (node.kind === 'scalar' && node.style !== 'empty')
    return edit.replace({ part, start: node.start, end: node.end }, `[${itemValue(entries, true)}]`);
  const flow = mapping.flow || (node.kind === 'sequence' && node.flow) || neighbour?.flow === true;
  if (mapping.flow && node.kind === 'scalar') return undefined;
  return edit.appendItem(part, node, key, itemValue(entries, flow));
}
