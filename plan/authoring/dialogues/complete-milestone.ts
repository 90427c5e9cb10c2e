import { formatFullDay } from '../../day.ts';
import type { Milestone, Plan } from '../../model/index.ts';
import { allMilestones, daysLate, isOpen } from '../../model/milestones.ts';
import { outcomeOf } from '../../model/outcomes.ts';
import { phrase } from '../../phrase.ts';
import { dayNear, oneLine } from '../../words.ts';
import { late } from '../distance.ts';
import { completeMilestone as completed } from '../refactor/complete-milestone.ts';
import { selected } from '../refactor/selection.ts';
import { askDay, pickOne } from './asking.ts';
import { type Context, noPlan, notHere, planAt } from './context.ts';
import type { Asking, Dialogue } from './dialogue.ts';

/** A milestone that is done. */
export const completeMilestone: Dialogue = {
  title: phrase('Mark Milestone Complete'),
  *ask(context) {
    const here = planAt(context);
    if (!here) return noPlan;
    const { plan, edit, at } = here;
    const milestone = at.milestone && isOpen(at.milestone) ? at.milestone : yield* askMilestone(plan, context);
    if (!milestone)
      return () => ({ type: 'refused', reason: phrase('Every milestone of this plan is complete or skipped.') });
    const { today } = context;
    const day = yield* askDay({
      id: 'date',
      prompt: phrase('On which day was “{0}” complete?', nameOf(milestone)),
      value: today,
      today,
      tense: 'behind',
      check: said => (said > today ? phrase('{0} is still to come.', formatFullDay(said)) : undefined),
    });
    return () => {
      const edits = completed(edit, milestone, day);
      const [first] = edits ?? [];
      return edits && first ? { type: 'edit', edits, select: selected(edits, first, day) } : notHere();
    };
  },
};

/** Those that are late first, then by the day they are due. */
function* askMilestone(plan: Plan, { today }: Context): Asking<Milestone | undefined> {
  const all = allMilestones(plan);
  const open = all.filter(milestone => isOpen(milestone) && milestone.mapping);
  if (open.length === 0) return undefined;
  const due = (milestone: Milestone) => milestone.target_date?.value ?? '9999-12-31';
  const sorted = open.toSorted((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
  const picked = yield* pickOne(
    'milestone',
    phrase('Which milestone is complete?'),
    sorted.map(milestone => {
      const planned = milestone.target_date?.value;
      const days = daysLate(milestone, today, plan);
      return {
        value: String(all.indexOf(milestone)),
        label: nameOf(milestone),
        description: days > 0 ? late(days) : planned ? phrase('due {0}', dayNear(planned, today)) : undefined,
        detail: [outcomeOf(milestone, plan)?.label ?? '', ...milestone.owner.items.map(owner => owner.text)]
          .filter(word => word !== '')
          .join(' · '),
      };
    }),
  );
  return all[Number(picked)];
}

function nameOf(milestone: Milestone): string {
  return oneLine(milestone.name?.text || milestone.id?.text || '') || '?';
}
