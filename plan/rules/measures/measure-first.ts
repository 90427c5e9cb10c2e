import { addDays, type Day, formatFullDay } from '../../day.ts';
import type { Outcome } from '../../model/index.ts';
import { isOpen, milestonesOf } from '../../model/milestones.ts';
import { isPursued } from '../../model/outcomes.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteShort } from '../../words.ts';
import { nextId } from '../ids/next-id.ts';
import { styleIn } from '../repair/set-field.ts';
import { itemValue, listValue } from '../repair/writing.ts';
import type { Fix, Options, RuleContext } from '../rule.ts';
import { isPlaceholder, isSaid } from '../text/placeholder.ts';
import { type Measured, metricName } from './measured.ts';

/** A first milestone that measures the baseline, in thirty days at the latest and before anything else is due. */
export function measureFirst(
  outcome: Outcome,
  metric: Measured,
  context: RuleContext<Options>,
  edit: Editor,
): Fix | undefined {
  const { milestones } = outcome;
  const owner = ownerFor(outcome, context);
  const day = dayFor(outcome, context);
  if (!owner || !day || !outcome.mapping || outcome.borrowed || milestones.word || !isPursued(outcome))
    return undefined;
  const open = milestones.items.findIndex(isOpen);
  const like = styleIn(milestones.items[0]?.mapping ?? outcome.mapping, ['name', 'business_value', 'id']);
  const name = isSaid(metricName(metric)) ? `Measure the baseline (${metricName(metric)})` : 'Measure the baseline';
  const flow = milestones.node?.kind === 'sequence' ? milestones.node.flow : outcome.mapping.flow;
  const id = milestones.items.length > 0 ? nextId(context.plan, milestones.items, 'M') : undefined;
  const item = itemValue(
    [
      ...(id === undefined
        ? []
        : [['id', id, styleIn(milestones.items[0]?.mapping ?? outcome.mapping, ['id', 'name'])] as const]),
      ['name', name, like],
      ['target_date', day, like],
      ['status', 'pending', 'plain'],
      ['owner', owner, like],
    ],
    flow,
  );
  const key = milestones.key;
  const added = milestones.node
    ? key && edit.insertItem(outcome.part, milestones.node, key, open < 0 ? milestones.items.length : open, item)
    : edit.insertKey(outcome, 'milestones', listValue(item, outcome.mapping.flow), ['status', 'target', 'description']);
  return (
    added && {
      title: `Add a first milestone: ${quoteShort(name, 50)}, ${owner}, ${formatFullDay(day)}`,
      edits: [added],
      safe: false,
    }
  );
}

function dayFor(outcome: Outcome, { plan, today }: RuleContext<Options>): Day | undefined {
  const due = [
    outcome.target?.target_date?.value,
    ...milestonesOf(outcome, plan)
      .filter(isOpen)
      .map(milestone => milestone.target_date?.value),
  ];
  const first = [...due, addDays(today, 30)].filter(day => day !== undefined).sort()[0];
  return first && first >= today ? first : undefined;
}

/** Who owns the outcome; else the customer's person who is nearest to its work. Only people who take part and are there until a day. */
export function ownerFor(
  outcome: Outcome,
  { people, plan, today }: Pick<RuleContext<Options>, 'people' | 'plan' | 'today'>,
  until = today,
): string | undefined {
  const there = people.all.filter(
    ({ name, person }) =>
      !isPlaceholder(name) &&
      (person.until?.value ?? until) >= until &&
      person.engagement?.value !== 'low' &&
      person.engagement?.value !== 'disengaged',
  );
  const customers = there.filter(({ side }) => side === 'customer');
  const owns = (name: string) => there.find(one => people.find(name)?.person === one.person);
  const owners = milestonesOf(outcome, plan).flatMap(milestone => milestone.owner.items.map(owner => owns(owner.text)));
  const daily = customers.find(({ person }) => person.type?.value === 'day_to_day_contact');
  return (owns(outcome.owner?.text ?? '') ?? owners.find(one => one?.side === 'customer') ?? daily ?? customers[0])
    ?.name;
}
