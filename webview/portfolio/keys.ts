import { markAfter } from '../keyboard.ts';
import { type Actor, press, set } from './acts.ts';
import { turned } from './settings.ts';

/** Carries the keyboard through the page: from line to line, from mark to mark. */
export function listenToKeys(actor: Actor): void {
  const { root } = actor.drawing;
  root.addEventListener('keydown', event => {
    const { target, key } = event;
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = target.closest('.mk[data-lane]');
    const done =
      mark !== null
        ? moveInLanes(actor, mark, key)
        : target.closest('.plans .bd') !== null
          ? moveInTable(actor, target, key)
          : key === 'Escape' && target.matches('[data-find]') && clearText(actor);
    if (done) event.preventDefault();
  });
  root.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    const mark = target.closest('.mk[data-lane]');
    if (mark !== null) holdLane(actor, mark);
    else stopAtLine(actor, target);
  });
}

function clearText(actor: Actor): boolean {
  if (actor.state.settings.text !== '') set(actor, { ...actor.state.settings, text: '' });
  return true;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** The arrow keys among the lines of the table: up and down from line to line, to the side between the doors of a plan; a group opens and closes. */
function moveInTable(actor: Actor, from: Element, key: string): boolean {
  const { drawing, state } = actor;
  const { rows } = drawing;
  const index = drawing.indexOf(from) ?? Number.NaN;
  const row = rows[index];
  if (row === undefined) return false;
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    if (row.kind === 'group') {
      if (row.open !== (key === 'ArrowRight')) set(actor, turned(state.settings, row.key));
      return true;
    }
    const doors = from.closest('.doors')?.querySelectorAll('button');
    doors?.[key === 'ArrowRight' ? 1 : 0]?.focus();
    return true;
  }
  const to = key === 'Home' ? 0 : key === 'End' ? rows.length - 1 : index + (STEPS[key] ?? 0);
  if (key !== 'Home' && key !== 'End' && STEPS[key] === undefined) return false;
  goTo(actor, Math.min(rows.length - 1, Math.max(0, to)), from.classList.contains('text-door'));
  return true;
}

function goTo({ drawing, state }: Actor, index: number, textDoor: boolean): void {
  const { lines, root, rows } = drawing;
  state.line = rows[index]?.key;
  lines.hold(state.line);
  lines.show(index);
  drawing.draw();
  const drawn = root.querySelector(`[data-index="${index}"]`);
  const stop = (textDoor ? drawn?.querySelector('.text-door') : undefined) ?? drawn?.querySelector('.line-stop');
  if (stop instanceof HTMLElement) {
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: 'nearest' });
  }
}

/** A line stays drawn for as long as the focus is in it. */
function stopAtLine({ drawing, state }: Actor, target: Element): void {
  const row = drawing.rowOf(target);
  drawing.lines.hold(row?.key);
  if (row === undefined) return;
  state.line = row.key;
  drawing.keepStops();
}

function moveInLanes(actor: Actor, from: Element, key: string): boolean {
  if (key === 'Enter' || key === ' ') return press(actor, from);
  const next = markAfter(actor.drawing.root, from, key);
  if (!(next instanceof SVGElement)) return false;
  actor.state.mark = next.getAttribute('data-key') ?? undefined;
  holdLane(actor, next);
  actor.drawing.keepStops();
  next.focus();
  return true;
}

/** The lane of a mark stays drawn, and those that the arrow keys lead to from there. */
function holdLane({ drawing }: Actor, mark: Element): void {
  drawing.lines.hold(undefined);
  const lane = mark.getAttribute('data-lane') ?? undefined;
  if (lane === drawing.lanes.held) return;
  drawing.lanes.hold(lane);
  if (drawing.lanes.isLong) drawing.draw();
}
