import type { Day } from '../../day.ts';
import type { Milestone } from '../../model/index.ts';
import { asOneInBraces, setField } from '../../rules/repair/set-field.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { isTornPart } from './add-item.ts';

/** Marks a milestone as complete on a day; undefined where it stands elsewhere, or its fields hold something else than a value. */
export function completeMilestone(edit: Editor, milestone: Milestone, day: Day): readonly Edit[] | undefined {
  if (milestone.status?.borrowed || milestone.actual_date?.borrowed || isTornPart(milestone.part)) return undefined;
  const done = setField(edit, milestone, 'actual_date', day, {
    after: ['target_date', 'start_date', 'name'],
    near: ['target_date', 'start_date'],
  });
  const status = setField(edit, milestone, 'status', 'complete', {
    after: ['actual_date', 'target_date', 'start_date', 'name'],
    word: true,
  });
  return done && status ? asOneInBraces([done, status]) : undefined;
}
