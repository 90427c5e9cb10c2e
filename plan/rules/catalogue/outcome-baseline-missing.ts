import { addDays, type Day, formatFullDay } from '../../day.ts';
import type { KeyResult, Outcome } from '../../model/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import { hasUnreadable, isJudgedByWord, isWish, measuringMilestone } from '../measurable.ts';
import { isOpen, milestonesOf, outcomeName } from '../milestones.ts';
import { isPursued } from '../outcomes.ts';
import { defineRule, type Fix, type Options, type RuleContext } from '../rule.ts';
import { styleIn } from '../set-field.ts';
import { quoteShort } from '../words.ts';
import { itemValue } from '../writing.ts';

export default defineRule({
  id: 'outcome-baseline-missing',
  severity: 'warning',
  summary: 'An outcome without a measured baseline',
  why: `Progress is the way from where the customer stood to where they want to be. Without the first number a reached
goal proves nothing, and at the renewal nobody remembers how it was. Where it is not known yet, let the first milestone
measure it: an open milestone that speaks of the baseline, or that measures before the last one confirms, is enough here.`,
  looksAt: ['outcome'],
  appliesTo: { exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived'], onlyWhole: true },
  fixable: true,
  examples: [
    {
      bad: `outcomes:
  - id: O1
    description: Cut the time to enter an order to 4 minutes
    so_that: clerks have the afternoon for customers who call
    business_value: Frees two people in each depot
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: not_started
    milestones:
      - name: Order form connected
        target_date: 2026-04-15
        status: pending
        owner: Priya Shah
      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: pending
        owner: Dana Ruiz
        kind: validation
`,
      good: `outcomes:
  - id: O1
    description: Cut the time to enter an order to 4 minutes
    so_that: clerks have the afternoon for customers who call
    business_value: Frees two people in each depot
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: not_started
    milestones:
      - name: Measure the baseline in two depots
        target_date: 2026-03-12
        status: pending
        owner: Ken Abe
      - name: Order form connected
        target_date: 2026-04-15
        status: pending
        owner: Priya Shah
      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: pending
        owner: Dana Ruiz
        kind: validation
`,
    },
  ],
  check(outcome, context) {
    if (outcome.status?.value === 'deferred' || isJudgedByWord(outcome) || isWish(outcome) || outcome.key_results.word) return;
    const milestone = measuringMilestone(outcome, context.plan);
    if (milestone && isOpen(milestone)) return;
    for (const metric of bare(outcome)) {
      const { baseline } = metric;
      const written = baseline?.current?.text;
      const done = milestone && written !== undefined ? `${quoteShort(milestone.name?.text ?? '')} is done, but ` : '';
      const lacks = baseline ? `${callOf(metric, outcome)} has a baseline that nobody has measured${written ? ` (${quoteShort(written)})` : ''}` : `${callOf(metric, outcome)} has no baseline`;
      const name = done === '' ? lacks : `${lacks.charAt(0).toLowerCase()}${lacks.slice(1)}`;
      context.report({
        at: baseline?.current ?? baseline ?? metric,
        message: `${done}${name}, so nobody can show what has changed. Write down ${what(metric)}${done ? '.' : ', or let the first milestone measure it.'}`,
        related: done && milestone?.name ? [{ at: milestone.name, message: 'This milestone was to measure it' }] : [],
        fixes: edit => [done ? undefined : measureFirst(outcome, metric, context, edit)],
      });
    }
  },
});

/** What lacks a measured baseline: the outcome, or those of its key results that have a goal. Words without a number are spoken of by another rule. */
function bare(outcome: Outcome): readonly (Outcome | KeyResult)[] {
  if (isMeasured(outcome)) return [];
  const results = outcome.key_results.items;
  if (results.length === 0) return [outcome];
  return results.filter(result => result.target?.goal?.value?.kind === 'quantity' && !isMeasured(result));
}

function isMeasured({ baseline }: Outcome | KeyResult): boolean {
  const reading = baseline?.current?.value?.kind;
  return reading === 'quantity' || reading === 'not-measurable' || baseline?.word !== undefined || hasUnreadable(baseline, 'current');
}

function callOf(metric: Outcome | KeyResult, outcome: Outcome): string {
  if (metric.definition === 'outcome') return outcomeName(outcome);
  return `Key result ${metric.label || quoteShort(metric.description?.text ?? '', 40)} of ${outcome.label || 'this outcome'}`;
}

function metricName({ target, baseline }: Outcome | KeyResult): string {
  return baseline?.metric?.text || target?.metric?.text || '';
}

function what(metric: Outcome | KeyResult): string {
  return metricName(metric) ? `what ${quoteShort(metricName(metric), 40)} is today` : 'where the customer stands today';
}

/** A first milestone that measures the baseline, in thirty days at the latest and before anything else is due. */
function measureFirst(outcome: Outcome, metric: Outcome | KeyResult, context: RuleContext<Options>, edit: Editor): Fix | undefined {
  const { milestones } = outcome;
  const owner = ownerFor(outcome, context);
  const day = dayFor(outcome, context);
  if (!owner || !day || !outcome.mapping || outcome.borrowed || milestones.word || !isPursued(outcome)) return undefined;
  const open = milestones.items.findIndex(isOpen);
  const like = styleIn(milestones.items[0]?.mapping ?? outcome.mapping, ['name', 'business_value', 'id']);
  const name = metricName(metric) ? `Measure the baseline (${metricName(metric)})` : 'Measure the baseline';
  const flow = milestones.node?.kind === 'sequence' ? milestones.node.flow : outcome.mapping.flow;
  const item = itemValue([['name', name, like], ['target_date', day, like], ['status', 'pending', 'plain'], ['owner', owner, like]], flow);
  const key = milestones.key;
  const added = milestones.node
    ? key && edit.insertItem(outcome.part, milestones.node, key, open < 0 ? milestones.items.length : open, item)
    : edit.insertKey(outcome, 'milestones', outcome.mapping.flow ? `[${item}]` : `\n  - ${item.replaceAll('\n', '\n    ')}`, ['status', 'target', 'description']);
  return added && { title: `Add a first milestone: ${quoteShort(name, 50)}, ${owner}, ${formatFullDay(day)}`, edits: [added], safe: false };
}

function dayFor(outcome: Outcome, { plan, today }: RuleContext<Options>): Day | undefined {
  const due = [outcome.target?.target_date?.value, ...milestonesOf(outcome, plan).filter(isOpen).map(milestone => milestone.target_date?.value)];
  const first = [...due, addDays(today, 30)].filter(day => day !== undefined).sort()[0];
  return first && first >= today ? first : undefined;
}

/** Who owns the outcome; else the customer's person who is nearest to its work. */
function ownerFor(outcome: Outcome, { people, plan, today }: RuleContext<Options>): string | undefined {
  const there = people.all.filter(({ person }) => (person.until?.value ?? today) >= today);
  const customers = there.filter(({ side }) => side === 'customer');
  const owns = (name: string) => there.find(one => people.find(name)?.person === one.person);
  const owners = milestonesOf(outcome, plan).flatMap(milestone => milestone.owner.items.map(owner => owns(owner.text)));
  const daily = customers.find(({ person }) => person.type?.value === 'day_to_day_contact');
  return (owns(outcome.owner?.text ?? '') ?? owners.find(one => one?.side === 'customer') ?? daily ?? customers[0])?.name;
}
