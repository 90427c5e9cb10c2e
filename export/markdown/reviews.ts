import { formatFullDay } from '../../plan/day.ts';
import type { Action, Review } from '../../plan/model/index.ts';
import type { PlanOnPaper } from '../../plan/view/paper.ts';
import { REVIEW_WORDS } from '../../plan/view/words.ts';
import { compareText } from '../../plan/words.ts';
import { lines } from '../line.ts';
import { keyInWords, list, md, paragraphs } from './text.ts';

/** The review log, the newest first: who was there, what was said, decided and changed, and what is to be done. */
export function reviewSections({ plan }: PlanOnPaper): string[] {
  const day = (review: Review) => review.date?.value ?? '';
  return [...plan.review_history.items].sort((a, b) => compareText(day(b), day(a))).flatMap(aboutReview);
}

function aboutReview(review: Review): string[] {
  const on = review.date?.value;
  const kind = review.type?.value;
  const title = [
    on === undefined ? md(review.date?.text) || 'No date' : formatFullDay(on),
    kind === undefined ? keyInWords(review.type?.text) : REVIEW_WORDS[kind],
  ];
  const attendees = lines(review.attendees.items).map(md);
  return [
    `### ${title.filter(part => part !== '').join(', ')}`,
    ...(attendees.length === 0 ? [] : [`With ${attendees.join(', ')}.`]),
    ...paragraphs(review.summary?.text),
    ...labelled('Decisions', lines(review.decisions.items).map(md)),
    ...labelled('Changes of the plan', lines(review.plan_changes.items).map(md)),
    ...labelled('Actions', review.actions.items.map(actionInWords)),
  ];
}

/** A list with a line before it that says what it is; nothing where the list says nothing. */
export function labelled(label: string, items: readonly string[]): string[] {
  const written = list(items);
  return written.length === 0 ? [] : [`${label}:`, ...written];
}

/** `Book rooms (Ken Abe, due 20 Feb 2026, open)`; '' for an action that says nothing. */
export function actionInWords({ description, owner, due_date, status, done_on }: Action): string {
  const said = md(description?.text);
  if (said === '') return '';
  const rest = [
    md(owner?.text),
    done_on?.value === undefined && due_date?.value !== undefined ? `due ${formatFullDay(due_date.value)}` : '',
    done_on?.value === undefined ? keyInWords(status?.text) : `done on ${formatFullDay(done_on.value)}`,
  ].filter(part => part !== '');
  return rest.length === 0 ? said : `${said} (${rest.join(', ')})`;
}
