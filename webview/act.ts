import { type Audience, isAudience } from '../plan/audience/audience.ts';
import { DIALOGUES, type DialogueName } from '../protocol/dialogue.ts';
import { isPlanEdit, type PlanEdit } from '../protocol/edit.ts';

/*
 * What a control of the drawing says of itself, in attributes: the components write them, the page's script reads them here and nowhere
 * else. Places (`data-at`) are numbers, of which `webview/places.ts` knows the offsets.
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

/** As much of an element as it takes to ask what it asks for. */
export interface InPage {
  closest(selectors: string): InPage | null;
  getAttribute(name: string): string | null;
}

/** The offset of a place of the drawing; undefined for a number that it does not have. */
export type OffsetOf = (place: number) => number | undefined;

/** What a control asks for: a message to the extension but for the document's version. */
export type PanelAct =
  | { readonly type: 'reveal'; readonly offset: number }
  | { readonly type: 'openProblems' }
  | { readonly type: 'dialogue'; readonly dialogue: DialogueName; readonly offset: number }
  | { readonly type: 'edit'; readonly edit: PlanEdit }
  | { readonly type: 'audience' | 'export'; readonly audience: Audience };

const CONTROLS = '[data-at],[data-problems],[data-dialogue],[data-edit],[data-audience],[data-export]';

/** What the control at or around the element asks for; undefined for everything else, and for what is disabled. Never throws. */
export function actOf(target: InPage, offsetOf: OffsetOf): PanelAct | undefined {
  const control = target.closest(CONTROLS);
  if (control === null || isOff(control)) return undefined;
  const has = (name: string): string | undefined => control.getAttribute(`data-${name}`) ?? undefined;
  const offset = () => offsetBehind(control, offsetOf);
  const dialogue = has('dialogue');
  if (dialogue !== undefined) return dialogueAct(dialogue, offset());
  if (has('edit') !== undefined) return editAct(has, offset());
  for (const type of ['audience', 'export'] as const) {
    const audience = has(type);
    if (audience !== undefined) return isAudience(audience) ? { type, audience } : undefined;
  }
  if (has('problems') !== undefined) return { type: 'openProblems' };
  const leadsTo = offset();
  return leadsTo === undefined ? undefined : { type: 'reveal', offset: leadsTo };
}

/** The offset in the document that a control, or what it stands in, leads to; undefined for everything else. */
export function offsetBehind(target: InPage, offsetOf: OffsetOf): number | undefined {
  const place = target.closest('[data-at]')?.getAttribute('data-at');
  return place ? offsetOf(Number(place)) : undefined;
}

function dialogueAct(name: string, offset: number | undefined): PanelAct | undefined {
  const dialogue = DIALOGUES.find(one => one === name);
  return dialogue === undefined || offset === undefined ? undefined : { type: 'dialogue', dialogue, offset };
}

function editAct(has: (name: string) => string | undefined, at: number | undefined): PanelAct | undefined {
  const kind = has('edit');
  const edit: unknown =
    kind === 'add'
      ? { kind, what: has('what') }
      : { kind, rule: has('rule'), at, fix: Number(has('fix') ?? Number.NaN) };
  return isPlanEdit(edit) ? { type: 'edit', edit } : undefined;
}

function isOff(control: InPage): boolean {
  return control.getAttribute('disabled') !== null || control.getAttribute('aria-disabled') === 'true';
}
