import { applyEdits, type PlanFile, readPlanFile } from '../../check.ts';
import type { Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { type Edit, Editor } from '../../syntax/edit.ts';
import type { Span } from '../../syntax/tree.ts';
import { type Addition, add, BY_HAND } from './add.ts';
import { type Move, move } from './move.ts';

/** A change that is asked for on the drawing of a plan. */
export type PlanChange = ({ readonly kind: 'move' } & Move) | { readonly kind: 'add'; readonly what: Addition };

/** The edits, and where in the text after them there is something to fill in; or why there are none. */
export type Changed =
  | { readonly edits: readonly Edit[]; readonly select?: Span | undefined }
  | { readonly refused: Phrase };

/** The edits of a change that is asked for on the drawing of a plan. Never throws. */
export function planEdit(file: PlanFile, change: PlanChange, today: Day): Changed {
  if (file.documents.some(({ model }) => model.syntax.broken)) return { refused: UNREADABLE };
  const plan = planFor(file, change);
  if (!plan) return { refused: phrase('Open a success plan first: this file holds none.') };
  const edit = new Editor(file.text, plan.syntax);
  if (change.kind === 'add') return sure(file, plan, add(edit, file.text, plan, change.what, today));
  const moved = move(edit, plan, change, today);
  return 'refused' in moved ? moved : { edits: moved };
}

/** What is added is read again: in a text of rare notation it might end up elsewhere. */
function sure(file: PlanFile, { team }: Plan, changed: Changed): Changed {
  if ('refused' in changed) return changed;
  const after = readPlanFile(applyEdits(file.text, changed.edits), team, file);
  return after.documents.some(({ model }) => model.syntax.broken) ? { refused: BY_HAND } : changed;
}

/** Said of a plan that YAML cannot read: an edit might end up anywhere. */
export const UNREADABLE = phrase('The plan cannot be read as it stands. Put that right first.');

/** The plan in which the offset is; to add something, the one that is drawn: the first that says anything. */
function planFor({ documents }: PlanFile, change: PlanChange): Plan | undefined {
  const models = documents.map(({ model }) => model);
  if (change.kind === 'add') {
    const drawn = models.find(model => model.kind === 'plan' && model.syntax.sections.length > 0) ?? models[0];
    return drawn?.kind === 'plan' ? drawn : undefined;
  }
  const here = models.findLast(({ syntax }) => syntax.start <= change.at);
  return here?.kind === 'plan' ? here : undefined;
}
