import { outcomeNumbers } from '../../attainment/index.ts';
import type { PlanFile } from '../../check.ts';
import { type Day, daysBetween, formatFullDay } from '../../day.ts';
import { outcomeAround } from '../../model/holders.ts';
import type { Agenda, DecisionStep, Field, KeyResult, Milestone, Outcome, Plan, Visit } from '../../model/index.ts';
import { isOver } from '../../model/lifecycle.ts';
import { isBegun, isOpen } from '../../model/milestones.ts';
import { isPursued } from '../../model/outcomes.ts';
import { heldReviews, wasReviewedSince } from '../../model/reviews.ts';
import { isToDo } from '../../model/work.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { isOpenRisk } from '../../rules/risks/risk-state.ts';
import { absolute, isBlockText, partsOf, type Span } from '../../syntax/tree.ts';
import { away, late, slip } from '../distance.ts';

/** Words behind a value: how far a day is, or by how much something slipped. */
export interface Hint {
  readonly kind: 'distance' | 'slip';
  /** Counted from the start of the text. */
  readonly at: number;
  readonly label: Phrase;
  readonly tooltip: Phrase;
}

/**
 * The hints in a stretch of a file. Days ahead have their distance; of past ones only those that tell how fresh something is: the last review, the newest
 * measurement, when an open risk was looked at. What is over has none. Only what stands in the stretch is looked at. Never throws.
 */
export function hintsIn(file: PlanFile, within: Span, today: Day): Hint[] {
  const hints: Hint[] = [];
  for (const { model, visits } of file.documents) {
    if (model.syntax.end < within.start || model.syntax.start > within.end) continue;
    for (const part of partsOf(model.syntax)) {
      const whole = absolute(model.syntax, { part, start: 0, end: part.length });
      if (whole.end < within.start || whole.start > within.end) continue;
      const hinting = new Hinting(model, today);
      for (const visit of visits.get(part) ?? []) hinting.look(visit);
      for (const hint of hinting.hints) if (within.start <= hint.at && hint.at <= within.end) hints.push(hint);
    }
  }
  return hints.sort((a, b) => a.at - b.at);
}

type Dated = Field<Day> | undefined;

/** Collects the hints of a part. */
class Hinting {
  readonly hints: Hint[] = [];
  private readonly model: Plan | Agenda;
  private readonly today: Day;

  constructor(model: Plan | Agenda, today: Day) {
    this.model = model;
    this.today = today;
  }

  look(visit: Visit): void {
    const { model } = this;
    if (model.kind === 'agenda') {
      if (visit.kind === 'qbr') this.distance(visit.element.date);
    } else if (!isOver(model)) {
      this.lookAt(visit, model);
    }
  }

  private lookAt(visit: Visit, plan: Plan): void {
    switch (visit.kind) {
      case 'planSection': {
        const { next_review: next, last_reviewed: last } = visit.element;
        this.distance(last);
        if (next?.value && next.value < this.today && !wasReviewedSince(next.value, plan, this.today))
          this.overdue(next);
        else this.ahead(next);
        break;
      }
      case 'contract':
        this.ahead(visit.element.start_date);
        // Mostly the day before the renewal: one of the two is enough.
        this.ahead(visit.element.renewal_date?.value ? visit.element.renewal_date : visit.element.end_date);
        break;
      case 'phase':
        this.ahead(visit.element.start_date);
        this.ahead(visit.element.end_date);
        break;
      case 'decision':
        this.ahead(visit.element.decision_date);
        break;
      case 'implementation':
        this.ahead(visit.element.go_live_date);
        break;
      case 'customerPerson':
      case 'vendorPerson':
      case 'partnerPerson':
        this.ahead(visit.element.until);
        break;
      case 'milestone':
        this.step(visit.element, isOpen(visit.element) && isWanted(visit.element));
        if (!isBegun(visit.element)) this.ahead(visit.element.start_date);
        break;
      case 'decisionStep':
        this.step(visit.element, isToDo(visit.element, plan));
        break;
      case 'action':
        if (visit.element.due_date?.value && isToDo(visit.element, plan)) this.due(visit.element.due_date);
        break;
      case 'target': {
        const outcome = outcomeAround(visit.element);
        if (outcome && isPursued(outcome) && !outcomeNumbers(outcome, this.today).achieved)
          this.due(visit.element.target_date);
        break;
      }
      case 'outcome':
      case 'keyResult':
        this.newestMeasurement(visit.element);
        break;
      case 'risk':
        if (isOpenRisk(visit.element)) this.distance(visit.element.reviewed_on);
        break;
      case 'review':
        if (visit.element === heldReviews(plan, this.today).at(-1)?.review) this.distance(visit.element.date);
        break;
      default:
    }
  }

  /** What is still to do has its distance or how late it is; what is done, by how much it slipped. */
  private step({ target_date: planned, actual_date: actual }: Milestone | DecisionStep, isLeft: boolean): void {
    if (isLeft) this.due(planned);
    else if (planned?.value && actual?.value) {
      const slipped = slip(planned.value, actual.value);
      if (slipped)
        this.add(
          'slip',
          actual,
          slipped,
          phrase('Planned for {0}, done on {1}', formatFullDay(planned.value), formatFullDay(actual.value)),
        );
    }
  }

  private newestMeasurement(holder: Outcome | KeyResult): void {
    const outcome = holder.definition === 'outcome' ? holder : outcomeAround(holder);
    if (!outcome || !isPursued(outcome)) return;
    let newest: Dated;
    for (const { date } of holder.measurements.items) {
      const value = date?.value;
      if (value && value <= this.today && (!newest?.value || value >= newest.value)) newest = date;
    }
    this.distance(newest);
  }

  private due(field: Dated): void {
    const value = field?.value;
    if (!value || value >= this.today) this.ahead(field);
    else
      this.add(
        'slip',
        field,
        late(daysBetween(value, this.today)),
        phrase('Planned for {0}, still to be done', formatFullDay(value)),
      );
  }

  private overdue(field: Dated): void {
    if (!field?.value) return;
    const days = daysBetween(field.value, this.today);
    const label = days === 1 ? phrase('1 day overdue') : phrase('{0} days overdue', days);
    this.add('slip', field, label, phrase('Planned for {0}, and no review since', formatFullDay(field.value)));
  }

  private ahead(field: Dated): void {
    if (field?.value && field.value >= this.today) this.distance(field);
  }

  private distance(field: Dated): void {
    if (field?.value) this.add('distance', field, away(this.today, field.value), this.inFull(field.value));
  }

  private inFull(value: Day): Phrase {
    const renewal = this.model.kind === 'plan' ? this.model.customer?.contract?.renewal_date?.value : undefined;
    const days = renewal && value >= this.today ? daysBetween(value, renewal) : 0;
    const full = formatFullDay(value);
    if (days === 1) return phrase('{0}: the day before the renewal', full);
    if (days === -1) return phrase('{0}: the day after the renewal', full);
    if (days > 0) return phrase('{0}: {1} days before the renewal', full, days);
    return days < 0 ? phrase('{0}: {1} days after the renewal', full, -days) : phrase('On {0}', full);
  }

  private add(kind: Hint['kind'], field: Dated, label: Phrase, tooltip: Phrase): void {
    // What a merge key brings in has no line of its own, and a day that is written as a block ends on another.
    if (!field || (field.borrowed && !field.key) || isBlockText(field.node)) return;
    this.hints.push({ kind, at: absolute(this.model.syntax, field).end, label, tooltip });
  }
}

/** False for work on an outcome that nobody pursues any more. */
function isWanted(milestone: Milestone): boolean {
  const outcome = outcomeAround(milestone);
  return outcome === undefined || isPursued(outcome);
}
