import type { PlanFile } from '../../check.ts';
import type { Day } from '../../day.ts';
import { addDays } from '../../day.ts';
import type { Agenda, Milestone, Outcome, Plan } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { daysLate, isBegun, isBlocked, isOpen } from '../../model/milestones.ts';
import { isPursued } from '../../model/outcomes.ts';
import { heldReviews } from '../../model/reviews.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { absolute, type Mapping, type Part, type Span, sectionNamed } from '../../syntax/tree.ts';

/** What can be done from a lens: a command of the editor, by the last part of its id. */
export type LensAction = 'openPanel' | 'prepareAgenda' | 'logReview' | 'recordMeasurement' | 'completeMilestone';

/** What a lens tells of: the document of the file, then the outcome, milestone or review by its number. */
export type LensSubject =
  | { readonly of: 'plan' | 'log' | 'agenda'; readonly document: number }
  | { readonly of: 'outcome' | 'review'; readonly document: number; readonly index: number }
  /** A milestone of an outcome; without one, of the top level. */
  | {
      readonly of: 'milestone';
      readonly document: number;
      readonly outcome: number | undefined;
      readonly index: number;
    };

/** A line above a thing of the plan: numbers, which are worked out when it is seen, or something to do. */
export interface Lens {
  /** The name of the thing, on its line. Counted from the start of the text. */
  readonly at: Span;
  readonly subject: LensSubject;
  /** Undefined for numbers. */
  readonly action: { readonly name: LensAction; readonly title: Phrase } | undefined;
}

/** Milestones due in so many days can be marked as complete although nobody has begun them. */
const SOON = 30;

/**
 * The lenses of a file: above the plan, its outcomes, the milestones that are late, blocked, under way or due soon, and the review log. Only what
 * stands on lines of its own has them, and what is borrowed from elsewhere has none. Nothing is worked out here that takes longer than reading a status. Never throws.
 */
export function lenses(file: PlanFile, today: Day): Lens[] {
  const placed = new Placing(file.text);
  for (const [document, { model }] of file.documents.entries()) {
    if (model.kind === 'agenda') agenda(model, document, placed);
    else plan(model, document, today, placed);
  }
  return placed.all.sort((a, b) => a.at.start - b.at.start);
}

function agenda(model: Agenda, document: number, placed: Placing): void {
  const part = sectionNamed(model.syntax, 'qbr')?.part;
  placed.above(model, part, part?.key, { of: 'agenda', document }, true, ['openPanel']);
}

function plan(model: Plan, document: number, today: Day, placed: Placing): void {
  const [section, log] = [sectionNamed(model.syntax, 'plan')?.part, sectionNamed(model.syntax, 'review_history')?.part];
  const over = isOver(model);
  const reviewing: LensAction[] = over ? [] : log ? ['prepareAgenda'] : ['logReview', 'prepareAgenda'];
  placed.above(model, section, section?.key, { of: 'plan', document }, true, ['openPanel', ...reviewing]);
  for (const [index, outcome] of model.outcomes.items.entries()) {
    placed.item(
      model,
      outcome,
      { of: 'outcome', document, index },
      true,
      isMeasured(outcome, over) ? ['recordMeasurement'] : [],
    );
    for (const [number, milestone] of outcome.milestones.items.entries())
      step(
        model,
        milestone,
        { of: 'milestone', document, outcome: index, index: number },
        over || !isPursued(outcome),
        today,
        placed,
      );
  }
  for (const [index, milestone] of model.milestones.items.entries())
    step(model, milestone, { of: 'milestone', document, outcome: undefined, index }, over, today, placed);
  placed.above(model, log, log?.key, { of: 'log', document }, true, over ? [] : ['logReview']);
  const newest = heldReviews(model, today).at(-1)?.review;
  if (newest && newest.actions.items.length > 0)
    placed.item(model, newest, { of: 'review', document, index: model.review_history.items.indexOf(newest) }, true, []);
}

function isMeasured(outcome: Outcome, over: boolean): boolean {
  return !over && isPursued(outcome) && outcome.kind?.value !== 'qualitative';
}

function step(
  model: Plan,
  milestone: Milestone,
  subject: LensSubject,
  over: boolean,
  today: Day,
  placed: Placing,
): void {
  if (over || !isOpen(milestone)) return;
  const due = milestone.target_date?.value;
  const troubled = daysLate(milestone, today, model) > 0 || isBlocked(milestone);
  const near = troubled || isBegun(milestone) || (due !== undefined && due <= addDays(today, SOON));
  placed.item(model, milestone, subject, troubled, near ? ['completeMilestone'] : []);
}

/** What the lenses that do something are called. */
const TITLES: Readonly<Record<LensAction, Phrase>> = {
  openPanel: phrase('Open panel'),
  prepareAgenda: phrase('Prepare agenda'),
  logReview: phrase('Log review'),
  recordMeasurement: phrase('Record measurement'),
  completeMilestone: phrase('Mark complete'),
};

/** Puts lenses above things, one thing a line: of several that stand on one line, the first has them. */
class Placing {
  readonly all: Lens[] = [];
  private readonly text: string;
  private last = -1;

  constructor(text: string) {
    this.text = text;
  }

  item(
    model: Plan,
    {
      part,
      mapping,
      borrowed,
    }: { readonly part: Part; readonly mapping: Mapping | undefined; readonly borrowed: boolean },
    subject: LensSubject,
    numbers: boolean,
    actions: readonly LensAction[],
  ): void {
    if (!borrowed) this.above(model, part, mapping?.pairs[0]?.key, subject, numbers, actions);
  }

  above(
    { syntax }: Plan | Agenda,
    part: Part | undefined,
    name: Span | undefined,
    subject: LensSubject,
    numbers: boolean,
    actions: readonly LensAction[],
  ): void {
    if (!part || !name || (!numbers && actions.length === 0)) return;
    const at = absolute(syntax, { part, start: name.start, end: name.end });
    if (this.sharesLine(at.start)) return;
    this.last = at.start;
    if (numbers) this.all.push({ at, subject, action: undefined });
    for (const action of actions) this.all.push({ at, subject, action: { name: action, title: TITLES[action] } });
  }

  private sharesLine(at: number): boolean {
    if (this.last < 0) return false;
    const [from, to] = this.last < at ? [this.last, at] : [at, this.last];
    const newline = this.text.indexOf('\n', from);
    return newline < 0 || newline >= to;
  }
}
