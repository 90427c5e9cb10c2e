import { type Day, formatFullDay, parseDay } from '../../day.ts';
import type { Field, Plan } from '../../model/index.ts';
import { heldReviews } from '../../model/reviews.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { logEntry } from '../../rules/log/log-entry.ts';
import { isPlaceholder } from '../../rules/text/placeholder.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { short } from '../../words.ts';
import { type Movable, movableAt } from './movable.ts';

/** Another planned day for the thing whose mark stands at an offset. */
export interface Move {
  readonly at: number;
  readonly to: string;
  /** Says so in the plan changes of the newest review, too. */
  readonly log: boolean;
}

/**
 * Gives a thing another planned day, by the smallest edit: the day alone changes, in its quotes, and where it is to be logged the line of the log
 * (which may be a new one). No edit where it is that day already. A day that has an anchor is that of all who borrow it.
 */
export function move(edit: Editor, plan: Plan, wanted: Move, today: Day): readonly Edit[] | { refused: Phrase } {
  const to = parseDay(wanted.to);
  if (!to) return { refused: phrase('“{0}” is not a day.', short(wanted.to, 40)) };
  const thing = movableAt(plan, wanted.at);
  if (!thing) return { refused: phrase('Only open milestones, goals and the next review can be moved.') };
  const from = dayOf(thing, today);
  if (typeof from !== 'string') return from;
  if (from === to) return [];
  const moved = thing.field && otherDay(edit, thing.field, from, to);
  if (!moved) return { refused: phrase('There is no planned day here that could be changed.') };
  if (!wanted.log) return [moved];
  const last = heldReviews(plan, today).at(-1);
  if (!last)
    return { refused: phrase('No review was held yet in which this could be logged. Move it without logging.') };
  const logged = logEntry(edit, last.review, thing.entry(from, to), 'on one line');
  if (logged) return [moved, ...logged];
  return {
    refused: phrase(
      'The plan changes of the review of {0} are written in a way that nothing can be added for you. Move it without logging.',
      formatFullDay(last.on),
    ),
  };
}

/** The planned day of a thing, or why it is to stay. */
function dayOf({ field, name, isOpen }: Movable, today: Day): Day | { refused: Phrase } {
  const called = short(name, 60);
  if (!isOpen(today))
    return { refused: phrase('“{0}” is no longer open, so its planned day stays what it was.', called) };
  if (field?.borrowed)
    return { refused: phrase('This day is borrowed from another place of the plan. Change it there.') };
  if (field?.value) return field.value;
  if (!field || isPlaceholder(field.text))
    return { refused: phrase('There is no planned day here that could be changed.') };
  return { refused: phrase('“{0}” is not a day. Put that right first.', short(field.text, 40)) };
}

/** The day alone, wherever it stands in the quotes or lines of its field. */
function otherDay(edit: Editor, field: Field<Day>, from: Day, to: Day): Edit {
  const { part, node } = field;
  const at = edit.at({ part, start: node.start, end: node.end }).indexOf(from);
  if (at < 0) return edit.setValue(field, to);
  const start = node.start + at;
  return edit.replace({ part, start, end: start + from.length }, to);
}
