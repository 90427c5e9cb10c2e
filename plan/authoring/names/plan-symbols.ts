import type { PlanFile } from '../../check.ts';
import type { Element, Field, Plan } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import { peopleOf } from '../../model/people.ts';
import { isPlaceholder } from '../../rules/text/placeholder.ts';
import { absolute, type Span } from '../../syntax/tree.ts';
import { oneLine, short } from '../../words.ts';

/** What somebody looks for over all plans. The span is that of the name, from the start of the text. */
export interface PlanSymbol extends Span {
  readonly kind: 'customer' | 'outcome' | 'risk' | 'person' | 'milestone';
  readonly name: string;
  /** Where it belongs: the customer, and the side or the outcome. */
  readonly container: string;
}

/** The customers, outcomes, risks, people and milestones of a file, in this order; nothing of an agenda. Never throws. */
export function planSymbols(file: PlanFile): PlanSymbol[] {
  return file.documents.flatMap(({ model }) => (model.kind === 'plan' ? symbolsOf(model) : []));
}

function symbolsOf(plan: Plan): PlanSymbol[] {
  const found: PlanSymbol[] = [];
  const company = called(plan.customer?.company);
  const inside = (further = '') => [company, further].filter(text => text !== '').join(' · ');
  const add = (
    kind: PlanSymbol['kind'],
    name: string,
    container: string,
    element: Element,
    at: Field<string> | undefined,
  ) => {
    if (name === '' || element.borrowed) return;
    const { part, start, end } = at && !at.borrowed ? at : { part: element.part, ...element.mark };
    found.push({ kind, name: short(name, 120), container, ...absolute(plan.syntax, { part, start, end }) });
  };
  if (plan.customer && company)
    add('customer', company, oneLine(plan.plan?.title?.text ?? ''), plan.customer, plan.customer.company);
  for (const outcome of plan.outcomes.items)
    add('outcome', joint(outcome.id, outcome.description), inside(), outcome, outcome.id ?? outcome.description);
  for (const risk of plan.risks.items)
    add('risk', joint(risk.id, risk.description), inside(), risk, risk.id ?? risk.description);
  for (const { person, name, side } of peopleOf(plan).all)
    if (!isPlaceholder(name)) add('person', name, inside(side), person, person.name);
  for (const milestone of allMilestones(plan)) {
    const outcome = milestone.holder?.definition === 'outcome' ? milestone.holder.label : called(milestone.outcome);
    add(
      'milestone',
      called(milestone.name) || called(milestone.id),
      inside(outcome),
      milestone,
      milestone.name ?? milestone.id,
    );
  }
  return found;
}

function joint(id: Field<string> | undefined, description: Field<string> | undefined): string {
  return [called(id), called(description)].filter(text => text !== '').join(' ');
}

function called(field: Field<string> | undefined): string {
  return field && !isPlaceholder(field.text) ? oneLine(field.text) : '';
}

/**
 * How well a name fits what somebody typed: each word of it must be found in the container, or in the name, there at least letter by letter in that
 * order. Greater is better; undefined where it does not fit. Editors sort again by rules of their own.
 */
export function fitness(
  query: string,
  { name, container }: Pick<PlanSymbol, 'name' | 'container'>,
): number | undefined {
  let sum = 0;
  for (const word of query.toLowerCase().split(/\s+/)) {
    const fits =
      whereIn(word, name.toLowerCase()) ?? (container.toLowerCase().includes(word) ? 1 : inOrder(word, name));
    if (fits === undefined) return undefined;
    sum += fits;
  }
  return sum;
}

function whereIn(word: string, text: string): number | undefined {
  const at = text.indexOf(word);
  if (at <= 0) return at < 0 ? undefined : 4;
  return /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? 2 : 3;
}

/** Letters strewn over a long description fit nearly everything. */
function inOrder(word: string, name: string): 0 | undefined {
  const text = name.slice(0, 40).toLowerCase();
  let from = 0;
  for (const letter of word) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return undefined;
  }
  return 0;
}
