import { h } from 'preact';
import { addDays, type Day, formatFullDay, parseDay } from '../../plan/day.ts';
import type { Axis } from '../../plan/view/timeline/window.ts';
import type { PlanEdit } from '../../protocol/edit.ts';
import type { Drawing, PanelMessage } from '../../protocol/panel.ts';
import { offsetBehind } from '../act.ts';
import { axisOf, dayMoved } from './axis.ts';
import { Ask, Warnings } from './Box.tsx';
import { Ghost } from './Ghost.tsx';
import { Layer, markWith } from './layer.ts';
import { Tries } from './tries.ts';
import { spoken } from './words.ts';

/** The page around the hand. */
export interface Around {
  readonly root: ParentNode;
  /** What the marks on the page belong to; undefined while nothing is drawn that could be changed. */
  readonly drawing: Drawing | undefined;
  /** The offset of a place of the drawing. */
  offset(place: number): number | undefined;
  /** The day of the newest review, whose plan changes can tell of a move. */
  readonly review: Day | undefined;
  post(message: PanelMessage): void;
  /** Tells in a note what became of what was asked for; `onceDone`: when it is done. */
  tell(text: string): void;
  onceDone(text: string): void;
  /** Tells those who do not see the drawing. */
  say(text: string): void;
}

/** A mark that is being moved, from its planned day to another. */
interface Move {
  readonly key: string;
  /** All that the drawing says of it: by that it is known again. */
  readonly sentence: string;
  readonly from: Day;
  readonly to: Day;
  /** `sent`: the plan is being changed, and the next drawing has the mark where it belongs. */
  readonly stage: 'moving' | 'asking' | 'sent';
  readonly warnings: readonly string[];
}

/** Moves marks from day to day: by pointer or by keys, seen and said before anything is changed. */
export class Hand {
  readonly #page: Around;
  readonly #layer = new Layer();
  readonly #tries: Tries<Day>;
  #move: Move | undefined;
  #mark: Element | undefined;

  constructor(page: Around) {
    this.#page = page;
    this.#tries = new Tries((to, id) => this.#try(to, id));
  }

  /** Something is in the hand, and nothing is decided yet. */
  get busy(): boolean {
    return this.#move !== undefined && this.#move.stage !== 'sent';
  }

  /** The person is asked whether to move it. */
  get asking(): boolean {
    return this.#move?.stage === 'asking';
  }

  /** Whether an element is the mark in the hand, or stands in the box beside it. */
  holds(element: Node): boolean {
    return this.busy && (this.#mark?.contains(element) === true || this.#layer.holds(element));
  }

  /** Takes up a mark. False when it cannot be moved. */
  begin(mark: Element): boolean {
    const from = parseDay(mark.getAttribute('data-movable') ?? '');
    const key = mark.getAttribute('data-key');
    const sentence = mark.getAttribute('aria-label');
    if (from === undefined || key === null || sentence === null) return false;
    if (this.busy || this.#page.drawing === undefined) return false;
    this.#release();
    this.#mark = mark;
    this.#move = { key, sentence, from, to: from, stage: 'moving', warnings: [] };
    this.#draw();
    return true;
  }

  /** Holds it over the day that is so much of the drawing's width away from the planned one. */
  over(moved: number): void {
    const axis = this.#mark && this.#axis(this.#mark);
    if (axis && this.#move) this.to(dayMoved(this.#move.from, moved, axis));
  }

  /** Moves it on by days. */
  by(days: number): void {
    if (!this.#move) return;
    this.to(addDays(this.#move.to, days));
    this.#page.say(spoken(this.#move.from, this.#move.to, undefined));
  }

  /** Holds it over a day. */
  to(to: Day): void {
    const move = this.#move;
    if (!move || move.stage === 'sent' || move.to === to) return;
    // What was said of the day before stays until there is an answer: words that come and go with every day cannot be read.
    this.#set({ ...move, to, warnings: to === move.from ? [] : move.warnings });
    if (to !== move.from) this.#tries.ask(to);
  }

  /** Lets it fall where it is: asks whether that is meant. Where it came from, it is put back. */
  drop(): void {
    if (this.#move?.to === this.#move?.from) this.putBack();
    else this.ask();
  }

  /** Asks for the day, and whether it is meant. */
  ask(): void {
    if (!this.#move) return;
    this.#set({ ...this.#move, stage: 'asking' });
    this.#layer.focus(this.#move.to === this.#move.from ? 'input' : 'button');
  }

  /** Has the plan changed. `log`: the newest review tells of it, too. */
  confirm(log: boolean): void {
    const [move, drawing, edit] = [this.#move, this.#page.drawing, this.#edit(log)];
    if (!move || !drawing || !edit) {
      this.putBack();
      return;
    }
    this.#set({ ...move, stage: 'sent' });
    this.#focusMark();
    this.#page.onceDone(`Moved to ${formatFullDay(move.to)}${log ? ', and logged' : ''}.`);
    this.#page.post({ type: 'edit', ...drawing, edit });
  }

  /** Puts it back where it was. */
  putBack(): void {
    if (!this.busy) return;
    const asked = this.asking;
    this.#release();
    if (asked) this.#focusMark();
    this.#page.say('Put back.');
  }

  /** The page was drawn again, perhaps without the mark, or with the mark on another day. */
  redrawn(): void {
    const move = this.#move;
    if (!move) return;
    const mark = move.stage === 'sent' ? undefined : this.#again(move);
    if (mark !== undefined && this.#page.drawing !== undefined) {
      if (mark !== this.#mark) this.#mark?.removeAttribute('data-moving');
      this.#mark = mark;
      this.#draw();
      return;
    }
    const { asking } = this;
    this.#release();
    if (move.stage === 'sent') return;
    if (asking) this.#focusMark();
    this.#page.tell('The plan changed under the hand. The mark is where the plan has it.');
  }

  /** What the move would bring. */
  tried(id: number, warnings: readonly string[]): void {
    const to = this.#tries.answered(id);
    const move = this.#move;
    if (to === undefined || move?.to !== to || move.stage === 'sent') return;
    this.#set({ ...move, warnings });
    if (warnings.length > 0) this.#page.say(spoken(move.from, to, warnings));
  }

  /** It was not done: the mark is where it was. */
  refused(): void {
    if (this.#move?.stage === 'sent') this.#release();
  }

  #set(move: Move): void {
    this.#move = move;
    this.#draw();
  }

  #release(): void {
    this.#tries.forget();
    this.#move = undefined;
    this.#mark?.removeAttribute('data-moving');
    this.#layer.clear();
  }

  #focusMark(): void {
    const mark = this.#mark;
    if ((mark instanceof SVGElement || mark instanceof HTMLElement) && mark.isConnected) mark.focus();
  }

  /** The mark as the page shows it now: under its key, or under another one if it is the only one that says the same. */
  #again({ key, sentence, from }: Move): Element | undefined {
    const same = (mark: Element | undefined) =>
      mark?.getAttribute('aria-label') === sentence && mark.getAttribute('data-movable') === from;
    if (this.#mark?.isConnected && this.#mark.getAttribute('data-key') === key && same(this.#mark)) return this.#mark;
    const marks = [...this.#page.root.querySelectorAll('[data-movable]')];
    const twins = marks.filter(same);
    return twins.find(mark => mark.getAttribute('data-key') === key) ?? (twins.length === 1 ? twins[0] : undefined);
  }

  #axis(mark: Element): Axis | undefined {
    const plot = mark.closest('.plot');
    return plot === null ? undefined : axisOf(plot);
  }

  #edit(log: boolean): PlanEdit | undefined {
    const at = this.#mark && offsetBehind(this.#mark, place => this.#page.offset(place));
    return at === undefined || !this.#move ? undefined : { kind: 'move', at, to: this.#move.to, log };
  }

  #try(to: Day, id: number): void {
    const [drawing, edit] = [this.#page.drawing, this.#edit(false)];
    if (drawing && edit?.kind === 'move') this.#page.post({ type: 'try', ...drawing, edit: { ...edit, to }, id });
    else this.#tries.forget();
  }

  #draw(): void {
    const [move, mark] = [this.#move, this.#mark];
    if (!move || !mark) return;
    // In a table there is nothing to draw, and the box stands at the control.
    const plot = mark.closest('.plot') ?? undefined;
    const axis = plot && axisOf(plot);
    if (plot) mark.setAttribute('data-moving', '');
    const { from, to, stage, warnings } = move;
    const { y, glyph } = markWith(mark);
    this.#layer.draw(
      plot ?? mark,
      plot && axis ? h(Ghost, { axis, width: plot.clientWidth, from, to, y, glyph }) : null,
      stage === 'asking'
        ? h(Ask, {
            name: move.sentence.split(':')[0] ?? '',
            from,
            to,
            warnings,
            review: this.#page.review,
            onDay: day => this.to(day),
            onMove: log => this.confirm(log),
            onCancel: () => this.putBack(),
          })
        : stage === 'moving' && warnings.length > 0
          ? h('div', { class: 'tip' }, h(Warnings, { warnings }))
          : null,
    );
  }
}
