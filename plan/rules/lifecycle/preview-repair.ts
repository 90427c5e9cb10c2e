import { type Day, formatFullDay } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import { dueField, isWorkedFor } from '../../model/outcomes.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { quoteShort } from '../../words.ts';
import { confirmation, confirmers } from '../outcomes/final-milestone.ts';
import { styleIn } from '../repair/set-field.ts';
import { type Entries, itemValue } from '../repair/writing.ts';
import type { Fix, Options, RuleContext } from '../rule.ts';
import { outcomeName } from '../text/names.ts';

/** So many outcomes are offered as the end of the preview. */
const MOST = 2;

/**
 * The implementation with the one step that the plan already tells of: an outcome that is due after the decision, confirmed by somebody at the customer
 * on that day. None where no outcome is due then: that the contract begins is no sign that anything works.
 */
export function previewFrom(
  decided: Day | undefined,
  context: Pick<RuleContext<Options>, 'plan' | 'people' | 'today'>,
  edit: Editor,
): readonly Fix[] {
  const { plan, today } = context;
  if (!decided) return [];
  const due = plan.outcomes.items.flatMap(outcome => {
    const on = dueField(outcome)?.value;
    return on && on > decided && on > today && isWorkedFor(outcome) ? [{ outcome, on }] : [];
  });
  return due.slice(0, MOST).flatMap(({ outcome, on }) => {
    const [owner] = confirmers(outcome, on, context);
    const name = confirmation(outcome);
    const added = owner && preview(plan, outcome, { name, on, owner }, edit);
    if (!added) return [];
    const call = outcome.label || outcomeName(outcome);
    const what = plan.implementation ? 'End the implementation section' : 'Add an implementation section that ends';
    const title = `${what} with ${call}: ${quoteShort(name, 50)}, ${owner}, ${formatFullDay(on)}`;
    return [{ title, edits: [added], safe: false }];
  });
}

interface Step {
  readonly name: string;
  readonly on: Day;
  readonly owner: string;
}

function preview(plan: Plan, outcome: Outcome, { name, on, owner }: Step, edit: Editor): Edit | undefined {
  const { implementation } = plan;
  const like = plan.decision?.steps.items[0]?.mapping ?? outcome.milestones.items[0]?.mapping ?? outcome.mapping;
  if (!like) return undefined;
  const id = outcome.id?.text ?? '';
  const isOne = id !== '' && plan.outcomes.items.filter(one => one.id?.text === id).length === 1;
  const entries: Entries = [
    ['name', name, styleIn(like, ['name', 'description'])],
    ...(isOne ? [['outcome', id, styleIn(outcome.mapping ?? like, ['id'])] as const] : []),
    ['target_date', on, styleIn(like, ['target_date', 'name'])],
    ['status', 'pending', 'plain'],
    ['owner', owner, styleIn(like, ['owner', 'name'])],
    ['kind', 'validation', 'plain'],
  ];
  const block = `\n  - ${itemValue(entries, false).replaceAll('\n', '\n    ')}`;
  if (!implementation) return edit.insertSection(`implementation:\n  steps:${block.replaceAll('\n', '\n  ')}`, BEFORE);
  const { mapping, steps, part, borrowed } = implementation;
  if (borrowed || implementation.word || part.node.kind === 'sequence') return undefined;
  // A written null or `[]` would stand beside what is put in.
  if (!mapping && !(part.node.kind === 'scalar' && part.node.style === 'empty')) return undefined;
  const { node, key } = steps;
  const flow = mapping?.flow === true;
  if (!node) return edit.insertKey(implementation, 'steps', flow ? `[${itemValue(entries, true)}]` : block, ORDER);
  if (!key || steps.items.length > 0 || (node.kind === 'scalar' && (node.style !== 'empty' || flow))) return undefined;
  if (node.kind !== 'scalar' && node.kind !== 'sequence') return undefined;
  return edit.appendItem(part, node, key, itemValue(entries, node.kind === 'sequence' && node.flow));
}

const BEFORE = ['decision', 'phases', 'milestones', 'outcomes'];
const ORDER = ['go_live_date', 'summary'];
