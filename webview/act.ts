import { type Audience, isAudience } from '../plan/audience/audience.ts';
import { DIALOGUES, type DialogueName } from '../protocol/dialogue.ts';
import { isPlanEdit, type PlanEdit } from '../protocol/edit.ts';
import { type InPage, offsetOf } from './kept.ts';

/*
 * What a control of the drawing says of itself, in attributes: the components write them, the page's script reads them here and nowhere
 * else. Offsets (`data-at`) count from the nearest element around with `data-start`; without one, from the start of the document.
 *
 *   data-at="12"                                            leads to that place
 *   data-problems                                           shows the list of problems
 *   data-dialogue="recordMeasurement" data-at="12"          begins a command that asks, for what stands there
 *   data-edit="fix" data-rule="…" data-fix="0" data-at="12"  a fix of the finding of that rule that begins there, counted from 0
 *   data-edit="add" data-what="outcome"                     what a plan that has just begun lacks
 *   data-move data-movable="2026-03-01" data-at="12"        asks for another planned day (the page's own box: `webview/hand/`)
 *   data-audience="customer"                                draws the plan for somebody else
 *   data-export="internal"                                  writes it as a file, for that audience
 *
 * The nearest control counts, so that one may stand inside another; one that is disabled does nothing.
 */

/** What a control asks for: a message to the extension but for the document's version. */
export type PanelAct =
  | { readonly type: 'reveal'; readonly offset: number }
  | { readonly type: 'openProblems' }
  | { readonly type: 'dialogue'; readonly dialogue: DialogueName; readonly offset: number }
  | { readonly type: 'edit'; readonly edit: PlanEdit }
  | { readonly type: 'audience' | 'export'; readonly audience: Audience };

const CONTROLS = '[data-at],[data-problems],[data-dialogue],[data-edit],[data-audience],[data-export]';

/** What the control at or around the element asks for; undefined for everything else, and for what is disabled. Never throws. */
export function actOf(target: InPage): PanelAct | undefined {
  const control = target.closest(CONTROLS);
  if (control === null || isOff(control)) return undefined;
  const has = (name: string): string | undefined => control.getAttribute(`data-${name}`) ?? undefined;
  const dialogue = has('dialogue');
  if (dialogue !== undefined) return dialogueAct(dialogue, offsetOf(control));
  if (has('edit') !== undefined) return editAct(control, has);
  for (const type of ['audience', 'export'] as const) {
    const audience = has(type);
    if (audience !== undefined) return isAudience(audience) ? { type, audience } : undefined;
  }
  if (has('problems') !== undefined) return { type: 'openProblems' };
  const offset = offsetOf(control);
  return offset === undefined ? undefined : { type: 'reveal', offset };
}

function dialogueAct(name: string, offset: number | undefined): PanelAct | undefined {
  const dialogue = DIALOGUES.find(one => one === name);
  return dialogue === undefined || offset === undefined ? undefined : { type: 'dialogue', dialogue, offset };
}

function editAct(control: InPage, has: (name: string) => string | undefined): PanelAct | undefined {
  const kind = has('edit');
  const edit: unknown =
    kind === 'add'
      ? { kind, what: has('what') }
      : { kind, rule: has('rule'), at: offsetOf(control), fix: Number(has('fix') ?? Number.NaN) };
  return isPlanEdit(edit) ? { type: 'edit', edit } : undefined;
}

function isOff(control: InPage): boolean {
  return control.getAttribute('disabled') !== null || control.getAttribute('aria-disabled') === 'true';
}
