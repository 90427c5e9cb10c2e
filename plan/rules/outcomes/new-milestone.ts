import type { Day } from '../../day.ts';
import type { Milestone, MilestoneKind, Outcome, Plan, Review } from '../../model/index.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { oncePer } from '../../once.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { nextId } from '../ids/next-id.ts';
import { styleIn } from '../repair/set-field.ts';
import { isSentence, itemValue } from '../repair/writing.ts';

/** A milestone that a repair offers. */
export interface NewMilestone {
  readonly name: string;
  readonly due: Day;
  readonly owner: string;
  readonly kind?: MilestoneKind;
}

/**
 * Adds a milestone to an outcome, or to the plan's milestones where those are the ones it has, in the order of their days and written like its
 * neighbours. Undefined where no such place is clear, and where the review log counts milestones that would get another number.
 */
export function addMilestone(outcome: Outcome, plan: Plan, edit: Editor, wanted: NewMilestone): Edit | undefined {
  const { milestones, mapping, part } = outcome;
  if (!mapping || outcome.borrowed) return undefined;
  const outside = milestones.items.length === 0 ? milestonesOf(outcome, plan) : [];
  const neighbour = (outside.at(-1) ?? milestones.items.at(-1))?.mapping;
  const text = (near: readonly string[]) => styleIn(neighbour ?? mapping, [...near, 'name', 'business_value', 'id']);
  const row = outside.length > 0 ? outside : milestones.items;
  const id = row.length > 0 ? nextId(plan, row, 'M') : undefined;
  const entries = [
    ...(id === undefined ? [] : [['id', id, styleIn(neighbour ?? mapping, ['id'])] as const]),
    ['name', wanted.name, text([])] as const,
    ...(outside.length > 0
      ? [['outcome', outcome.id?.text ?? '', styleIn(neighbour ?? mapping, ['outcome'])] as const]
      : []),
    ['target_date', wanted.due, text(['target_date'])] as const,
    ['status', 'pending', 'plain'] as const,
    ['owner', wanted.owner, text(['owner'])] as const,
    ...(wanted.kind ? [['kind', wanted.kind, 'plain'] as const] : []),
  ];
  const next = row[placeOf(wanted.due, row)];
  if (next && countsBeyond(row.indexOf(next), outcome, plan)) return undefined;
  if (outside.length > 0) {
    const section = plan.syntax.sections.find(one => one.part.section === 'milestones');
    const before = next ? plan.milestones.items.indexOf(next) : plan.milestones.items.length;
    if (!section?.items || section.items.length !== plan.milestones.items.length || before < 1) return undefined;
    return edit.appendPart(section.part, section.items.slice(0, before), itemValue(entries, neighbour?.flow === true));
  }
  const { node, key } = milestones;
  if (!node) {
    const item = itemValue(entries, mapping.flow);
    const value = mapping.flow ? `[${item}]` : `\n  - ${item.replaceAll('\n', '\n    ')}`;
    return edit.insertKey(outcome, 'milestones', value, ['status', 'target', 'description']);
  }
  if (!key || node.kind === 'alias' || node.kind === 'mapping') return undefined;
  // A written null or a word for nothing makes way for it.
  if (node.kind === 'scalar' && node.style !== 'empty')
    return isSentence(node)
      ? undefined
      : edit.replace({ part, start: node.start, end: node.end }, `[${itemValue(entries, true)}]`);
  const flow = mapping.flow || (node.kind === 'sequence' && node.flow) || neighbour?.flow === true;
  if (mapping.flow && node.kind === 'scalar') return undefined;
  return edit.insertItem(part, node, key, placeOf(wanted.due, row), itemValue(entries, flow));
}

/** Before the first that is due later, else behind the last; where the newest stands first, before the first that is not due later. */
function placeOf(due: Day, row: readonly Milestone[]): number {
  const days = row.map(milestone => milestone.target_date?.value);
  const known = days.filter(day => day !== undefined);
  const isNewestFirst = known.length > 1 && known.every((day, i) => i === 0 || day < (known[i - 1] ?? ''));
  const found = days.findIndex(day => day !== undefined && (isNewestFirst ? day <= due : day > due));
  return found < 0 ? row.length : found;
}

/** True where the review log speaks of a milestone by its number, and it stands behind `index`; of that of another outcome it does not speak here. */
export function countsBeyond(index: number, { id }: Outcome, plan: Plan): boolean {
  const isOfOutcome = (word: string) => plan.outcomes.items.some(one => one.id?.text === word);
  return plan.review_history.items.some(review =>
    counted(review).some(({ numbers, words }) => {
      if (!numbers.some(number => number > index)) return false;
      return words.includes(id?.text ?? '') || !words.some(isOfOutcome);
    }),
  );
}

/** Where a review counts milestones: the numbers, and the words beside them. */
const counted = oncePer(({ plan_changes, decisions }: Review) =>
  [...plan_changes.items, ...decisions.items].flatMap(({ text }) => {
    const numbers = [...text.matchAll(/\bmilestone\s*(?:#|no\.?\s?)?(\d{1,3})/gi)].map(([, number]) => Number(number));
    return numbers.length > 0 ? [{ numbers, words: text.split(/[^\p{L}\p{N}_-]+/u).filter(word => word !== '') }] : [];
  }),
);
