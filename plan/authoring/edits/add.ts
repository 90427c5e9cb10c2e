import { addMonths, type Day, formatFullDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { peopleOf } from '../../model/people.ts';
import { cadenceMonths, lastReview } from '../../model/reviews.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { nextId } from '../../rules/ids/next-id.ts';
import { setField } from '../../rules/repair/set-field.ts';
import { isPlaceholder, isSaid } from '../../rules/text/placeholder.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { absolute, type Span, sectionNamed } from '../../syntax/tree.ts';
import { workday } from '../../templates/dates.ts';
import { short } from '../../words.ts';
import { addItem } from '../refactor/add-item.ts';
import { nextReview } from '../refactor/log-review.ts';
import { addOutcome } from '../refactor/new-items.ts';
import { asValue, type NewNode, written } from '../refactor/new-node.ts';
import { Quotes } from '../refactor/quotes.ts';
import { selectedFirst } from '../refactor/selection.ts';

/** What a plan that has just begun lacks. */
export type Addition = 'outcome' | 'stakeholder' | 'review';

type Added = { readonly edits: readonly Edit[]; readonly select?: Span | undefined } | { readonly refused: Phrase };

/** Said where what is to be edited stands elsewhere, or is written in a way that no edit is sure of. */
export const BY_HAND = phrase(
  'This part of the plan is written in a way that cannot be edited for you. Please add it by hand.',
);

/** What only people can tell; the checks ask for it until it is told. */
const OPEN = 'TBD';

/** Adds an outcome, people of both sides or the day of the next review; what people have to fill in first is selected. */
export function add(edit: Editor, text: string, plan: Plan, what: Addition, today: Day): Added {
  switch (what) {
    case 'outcome': {
      const id = nextId(plan, plan.outcomes.items, 'O') ?? 'O1';
      return filledIn([addOutcome(edit, plan, id, today)]);
    }
    case 'stakeholder':
      return filledIn(addPeople(edit, plan));
    case 'review':
      return scheduleReview(edit, text, plan, today);
  }
}

function filledIn(edits: readonly (Edit | undefined)[], place = OPEN): Added {
  const sure = edits.filter(one => one !== undefined);
  const [first] = sure;
  if (!first || sure.length < edits.length) return { refused: BY_HAND };
  return { edits: sure, select: selectedFirst(sure, first, place) };
}

/** The first people of the sides that have none; where both have some, one more of the customer's. */
function addPeople(edit: Editor, plan: Plan): readonly (Edit | undefined)[] {
  const { stakeholders, syntax } = plan;
  if (!sectionNamed(syntax, 'stakeholders'))
    return [edit.insertSection(`stakeholders:${asValue(bothSides(plan))}`, ['agreement', 'customer', 'plan'])];
  if (!stakeholders || stakeholders.borrowed) return [undefined];
  const { mapping } = stakeholders;
  if (!mapping)
    return [edit.insertKey(stakeholders, 'customer', written(bothSides(plan), false).replace('customer:', ''))];
  if (mapping.pairs.length === 0) return [edit.replace(stakeholders, written(bothSides(plan), true))];
  const contacts = { customer: customerContact(plan), vendor: vendorContact(plan) };
  const missing = SIDES.filter(side => stakeholders[side].items.length === 0);
  return (missing.length > 0 ? missing : (['customer'] as const)).map(side =>
    addItem(edit, plan, { holder: stakeholders, key: side, list: stakeholders[side], after: [] }, contacts[side]),
  );
}

const SIDES = ['customer', 'vendor'] as const;

/** Both sides with somebody each. */
function bothSides(plan: Plan): NewNode {
  return {
    entries: [
      ['customer', { items: [customerContact(plan)], flow: false }],
      ['vendor', { items: [vendorContact(plan)], flow: false }],
    ],
  };
}

/** Who works on it day by day; the co-owner where the plan names one who is not listed yet. */
function customerContact(plan: Plan): NewNode {
  const quotes = new Quotes(plan, plan.stakeholders?.customer.items.at(-1)?.mapping);
  return {
    entries: [
      quotes.text('name', unlisted(plan, plan.plan?.co_owner?.text)),
      quotes.text('role', OPEN),
      quotes.word('type', 'day_to_day_contact'),
      quotes.word('engagement', 'active'),
    ],
  };
}

function vendorContact(plan: Plan): NewNode {
  const quotes = new Quotes(plan, plan.stakeholders?.vendor.items.at(-1)?.mapping);
  return {
    entries: [
      quotes.text('name', unlisted(plan, plan.plan?.owner?.text)),
      quotes.text('role', OPEN),
      quotes.word('type', 'primary_owner'),
    ],
  };
}

function unlisted(plan: Plan, name: string | undefined): string {
  return name !== undefined && isSaid(name) && !peopleOf(plan).find(name) ? name : OPEN;
}

/** Sets the day of the next review by the plan's rhythm, where none lies ahead. */
function scheduleReview(edit: Editor, text: string, plan: Plan, today: Day): Added {
  if (isOver(plan)) return { refused: phrase('This plan is over: it needs no further review.') };
  const head = plan.plan;
  const planned = head?.next_review;
  if (planned?.value && planned.value >= today)
    return { refused: phrase('The next review is planned already: {0}.', formatFullDay(planned.value)) };
  if (planned && planned.value === undefined && planned.text !== '' && !isPlaceholder(planned.text))
    return { refused: phrase('“{0}” is not a day. Put that right first.', short(planned.text, 40)) };
  const last = lastReview(plan, today)?.on ?? today;
  const day = nextReview(plan, last, today) ?? workday(addMonths(today, cadenceMonths(plan)));
  return filledIn([planned?.borrowed ? undefined : reviewOn(edit, text, plan, day)], day);
}

function reviewOn(edit: Editor, text: string, plan: Plan, day: Day): Edit | undefined {
  const { plan: head, syntax } = plan;
  const neighbours = { near: ['last_reviewed', 'created', 'version'], after: ['last_reviewed', 'created', 'version'] };
  if (head?.mapping) return setField(edit, head, 'next_review', day, neighbours);
  const written = quoteLike('double', day);
  if (head) return head.borrowed ? undefined : edit.insertKey(head, 'next_review', written);
  const [first] = syntax.sections;
  if (sectionNamed(syntax, 'plan')) return undefined;
  // What a plan says of itself stands above all else.
  const begin = edit.insertSection(`plan:\n  next_review: ${written}`);
  if (!begin || !first) return begin;
  const { start } = absolute(syntax, { part: first.part, start: 0, end: 0 });
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { start, end: start, newText: [`plan:`, `  next_review: ${written}`, '', ''].join(eol) };
}
