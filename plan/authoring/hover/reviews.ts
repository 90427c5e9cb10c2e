import { formatFullDay } from '../../day.ts';
import type { Review } from '../../model/index.ts';
import { peopleOf } from '../../model/people.ts';
import { heldReviews } from '../../model/reviews.ts';
import { isToDo } from '../../model/work.ts';
import { count, enumerate } from '../../words.ts';
import type { Telling } from './telling.ts';

/** Who was at a review, what it changed, and what of it is still to do. */
export function reviewWords(review: Review, { plan }: Telling): string[] {
  const people = peopleOf(plan);
  const sides = review.attendees.items.map(({ text }) => people.find(text)?.side ?? 'others');
  const came = (['customer', 'vendor', 'partner', 'others'] as const)
    .map(side => ({ side, number: sides.filter(one => one === side).length }))
    .filter(({ number }) => number > 0)
    .map(({ side, number }) => (side === 'others' ? count(number, 'other') : `${number} ${SIDES[side]}`));
  const changes = review.plan_changes.items.length;
  const todo = review.actions.items.filter(action => isToDo(action, plan)).length;
  const actions = review.actions.items.length;
  return [
    came.length > 0 ? `Attended by ${enumerate(came)}.` : '',
    changes > 0 ? `${count(changes, 'change')} of the plan.` : '',
    actions > 0 ? `${todo} of ${count(actions, 'action')} still open.` : '',
  ];
}

const SIDES = { customer: 'of the customer', vendor: 'of the vendor', partner: 'of the partner' };

/** When the plan was reviewed, as a whole. */
export function logWords({ plan, today }: Telling): string[] {
  const held = heldReviews(plan, today);
  const last = held.at(-1);
  const next = plan.plan?.next_review?.value;
  return [
    last ? `${count(held.length, 'review')} held, the last on ${formatFullDay(last.on)}.` : 'No review held yet.',
    next && next >= today ? `The next one is planned for ${formatFullDay(next)}.` : '',
  ].filter(line => line !== '');
}
