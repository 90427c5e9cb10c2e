import { formatFullDay } from '../../day.ts';
import { phrase } from '../../phrase.ts';
import { logReview as logged } from '../refactor/log-review.ts';
import { selected } from '../refactor/selection.ts';
import { askDay, askText, pickMany } from './asking.ts';
import { noPlan, notHere, planAt } from './context.ts';
import type { Dialogue } from './dialogue.ts';
import { attendeeChoices } from './people.ts';
import { changesSinceReview } from './since-review.ts';

/** A review that was held: who came, what changed since the one before, what came of it. */
export const logReview: Dialogue = {
  title: phrase('Log Review'),
  *ask(context) {
    const here = planAt(context);
    if (!here) return noPlan;
    const { plan, edit, index } = here;
    const { today, history, file } = context;
    const isLogged = (day: string) => plan.review_history.items.some(({ date }) => date?.value === day);
    const date = yield* askDay({
      id: 'date',
      prompt: phrase('On which day was the review held?'),
      value: isLogged(today) ? '' : today,
      placeholder: today,
      today,
      tense: 'behind',
      check: day => {
        if (day > today) return phrase('{0} is still to come. Log the review once it was held.', formatFullDay(day));
        return isLogged(day) ? phrase('The log has a review of {0} already.', formatFullDay(day)) : undefined;
      },
    });
    const people = attendeeChoices(plan, date);
    const attendees = people.length > 0 ? yield* pickMany('attendees', phrase('Who took part?'), people) : [];
    const changes =
      history && file ? changesSinceReview(plan, { versions: history, text: file.text, index }, today) : [];
    const planChanges =
      changes.length > 0
        ? yield* pickMany(
            'planChanges',
            phrase('This changed since the last review. What was agreed on?'),
            changes.map(change => ({ value: change, label: change, picked: true })),
          )
        : [];
    const summary = yield* askText({
      id: 'summary',
      prompt: phrase('What came of it, in a sentence or two? Leave it empty to write it later.'),
      placeholder: 'First team live, adoption ahead of plan.',
    });
    const decisions = yield* askText({
      id: 'decisions',
      prompt: phrase('What was decided? Part several decisions by semicolons; leave it empty if nothing was.'),
      placeholder: 'Train the remaining teams in May; review the data feed weekly',
    });
    return () => {
      const held = { date, attendees, summary, decisions: partsOf(decisions), planChanges };
      const edits = logged(edit, plan, held, today);
      const [entry] = edits ?? [];
      return edits && entry ? { type: 'edit', edits, select: selected(edits, entry, summary || 'TBD') } : notHere();
    };
  },
};

function partsOf(text: string): readonly string[] {
  return text
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '');
}
