import { type Day, formatFullDay } from '../../day.ts';
import type { Outcome } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { dueField } from '../../model/outcomes.ts';
import { hasLeft, isWithdrawn } from '../../model/people.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteShort } from '../../words.ts';
import { metricName } from '../measures/measured.ts';
import type { Fix, Options, RuleContext } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { addMilestone } from './new-milestone.ts';

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
    const added = addMilestone(outcome, plan, edit, { name, due, owner, kind: 'validation' });
    if (!added) return [];
    const title = `Add a last milestone: ${quoteShort(name, 50)}, ${owner}, ${formatFullDay(due)}`;
    return [{ title, edits: [added], safe: false }];
  });
}

/** What the milestone is called: the goal, confirmed. */
export function confirmation(outcome: Outcome): string {
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
export function confirmers(
  outcome: Outcome,
  due: Day,
  { plan, people, today }: Pick<RuleContext<Options>, 'plan' | 'people' | 'today'>,
): readonly string[] {
  const there = people.all.filter(
    ({ name, side, person }) =>
      side === 'customer' &&
      !isPlaceholder(name) &&
      !hasLeft(person, due) &&
      (person.since?.value ?? today) <= today &&
      !isWithdrawn(person),
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
