import type { PlanFile } from '../../check.ts';
import type { Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { isOpen } from '../../model/milestones.ts';
import { type Phrase, phrase } from '../../phrase.ts';
import { nextId } from '../../rules/ids/next-id.ts';
import { type Edit, Editor } from '../../syntax/edit.ts';
import { sectionNamed } from '../../syntax/tree.ts';
import { quoteShort, short } from '../../words.ts';
import { isTornPart, isTornSection } from './add-item.ts';
import { attendees } from './attendees.ts';
import { completeMilestone } from './complete-milestone.ts';
import { fieldsFromDescription } from './from-description.ts';
import { logReview } from './log-review.ts';
import { moveMilestone, movesOf } from './move-milestone.ts';
import { addAction, addMeasurement, addMilestone, addOutcome, addRisk } from './new-items.ts';
import { type DatedList, datedListAt, isUnsorted, sortByDay } from './sort-list.ts';
import { hasSections, type ThingsAt, thingsAt } from './things-at.ts';

/** A change of a plan that somebody may want where the cursor is. */
export interface Refactoring {
  /** Tells it apart from the others at the same place. */
  readonly id: string;
  readonly title: Phrase;
  readonly kind: 'add' | 'complete' | 'move' | 'rewrite' | 'sort';
  /** The edits, worked out when they are asked for; undefined where it turns out that none is sure. */
  edits(): readonly Edit[] | undefined;
}

/** What can be done to the plan at an offset: to what stands there, and with `anywhere` also what can be added to the plan as a whole. Never throws. */
export function refactorings(file: PlanFile, offset: number, today: Day, anywhere = false): readonly Refactoring[] {
  const models = file.documents.map(({ model }) => model);
  const plan = models.findLast(({ syntax }) => syntax.start <= offset) ?? models[0];
  if (plan?.kind !== 'plan' || !hasSections(plan)) return [];
  const edit = new Editor(file.text, plan.syntax);
  const at = thingsAt(file, plan, offset);
  const isTorn = [at.milestone, at.outcome, at.review].some(one => one && isTornPart(one.part));
  const here: Here = { plan, edit, today, at: isTorn ? { section: at.section } : at };
  return [
    ...ofMilestone(here),
    ...ofOutcome(here),
    ...ofSorting(here),
    ...ofReview(here),
    ...ofPlan(here, anywhere),
  ].map(one => ({ ...one, edits: () => nonEmpty(one.edits()) }));
}

interface Here {
  readonly plan: Plan;
  readonly edit: Editor;
  readonly today: Day;
  readonly at: ThingsAt;
}

function ofMilestone({ plan, edit, today, at: { milestone, outcome } }: Here): readonly Refactoring[] {
  if (!milestone?.mapping || milestone.borrowed) return [];
  const name = short(milestone.name?.text || milestone.id?.text || '', 40);
  const action: Refactoring = {
    id: 'add:action',
    title: name === '' ? phrase('Add an action to this milestone') : phrase('Add an action to “{0}”', name),
    kind: 'add',
    edits: () => [addAction(edit, plan, milestone, today)].filter(one => one !== undefined),
  };
  if (!isOpen(milestone)) return [action];
  const completed = completeMilestone(edit, milestone, today);
  return [
    ...(completed
      ? [{ id: 'complete', title: phrase('Mark as complete today'), kind: 'complete' as const, edits: () => completed }]
      : []),
    ...movesOf(milestone, outcome, plan, today).map(
      ({ to, title }): Refactoring => ({
        id: `move:${to}`,
        title,
        kind: 'move',
        edits: () => moveMilestone(edit, plan, milestone, outcome, to, today),
      }),
    ),
    action,
  ];
}

function ofOutcome({ plan, edit, today, at }: Here): readonly Refactoring[] {
  const { outcome, section } = at;
  if (!outcome?.mapping || outcome.borrowed || section !== 'outcomes') return [];
  const name = outcome.label || (outcome.description?.text ? quoteShort(outcome.description.text, 40) : '');
  const results = outcome.key_results.items;
  const measured = at.keyResult ?? (results.length > 0 ? results[0] : outcome);
  const described = at.keyResult ?? outcome;
  const fields = at.milestone ? undefined : fieldsFromDescription(edit, plan, described, today);
  const only = (change: Edit | undefined) => (change ? [change] : []);
  return [
    ...(fields
      ? [
          {
            id: 'fields',
            title: phrase('Turn the description into baseline, target and day'),
            kind: 'rewrite' as const,
            edits: () => fields,
          },
        ]
      : []),
    {
      id: 'add:milestone',
      title: name === '' ? phrase('Add a milestone to this outcome') : phrase('Add a milestone to {0}', name),
      kind: 'add',
      edits: () => only(addMilestone(edit, plan, outcome, today)),
    },
    ...(measured?.mapping && !measured.measurements.items.some(({ date }) => date?.value === today)
      ? [
          {
            id: 'add:measurement',
            title:
              name === ''
                ? phrase('Add a measurement of today')
                : phrase('Add a measurement of today to {0}', measured.label || name),
            kind: 'add' as const,
            edits: () => only(addMeasurement(edit, plan, measured, today)),
          },
        ]
      : []),
  ];
}

const SORTED: Readonly<Record<DatedList['what'], Phrase>> = {
  milestones: phrase('Sort the milestones by date'),
  measurements: phrase('Sort the measurements by date'),
  reviews: phrase('Sort the reviews by date'),
  actions: phrase('Sort the actions by date'),
  steps: phrase('Sort the steps by date'),
};

function ofSorting({ plan, edit, at }: Here): readonly Refactoring[] {
  const list = datedListAt(at, plan);
  if (!list || !isUnsorted(list)) return [];
  return [
    {
      id: `sort:${list.what}`,
      title: SORTED[list.what],
      kind: 'sort',
      edits: () => [sortByDay(edit, plan, list)].filter(one => one !== undefined),
    },
  ];
}

function ofReview({ plan, edit, today, at: { review } }: Here): readonly Refactoring[] {
  if (!review?.mapping || review.borrowed) return [];
  return [
    {
      id: 'add:reviewAction',
      title: phrase('Add an action to this review'),
      kind: 'add',
      edits: () => [addAction(edit, plan, review, today)].filter(one => one !== undefined),
    },
  ];
}

/** Where the list is at hand, or anywhere for those who ask for all that can be done. */
function ofPlan({ plan, edit, today, at: { section } }: Here, anywhere: boolean): readonly Refactoring[] {
  const found: Refactoring[] = [];
  const only = (change: Edit | undefined) => (change ? [change] : []);
  const isAt = (name: 'outcomes' | 'risks' | 'review_history') => {
    const there = sectionNamed(plan.syntax, name);
    return (anywhere || section === name) && !(there && isTornSection(there));
  };
  if (isAt('outcomes')) {
    const id = nextId(plan, plan.outcomes.items, 'O') ?? 'O1';
    found.push({
      id: 'add:outcome',
      title: phrase('Add outcome {0}', id),
      kind: 'add',
      edits: () => only(addOutcome(edit, plan, id, today)),
    });
  }
  if (isAt('risks')) {
    const id = nextId(plan, plan.risks.items, 'R');
    found.push({
      id: 'add:risk',
      title: id === undefined ? phrase('Add a risk') : phrase('Add risk {0}', id),
      kind: 'add',
      edits: () => only(addRisk(edit, plan, id, today)),
    });
  }
  const isLogged = plan.review_history.items.some(({ date }) => date?.value === today);
  if (isAt('review_history') && !isLogged)
    found.push({
      id: 'add:review',
      title: phrase('Add a review of today'),
      kind: 'add',
      edits: () => {
        const came = attendees(plan, today).filter(({ isLikely }) => isLikely);
        const held = {
          date: today,
          attendees: came.map(({ name }) => name),
          summary: '',
          decisions: [],
          planChanges: [],
        };
        return logReview(edit, plan, held, today);
      },
    });
  return found;
}

function nonEmpty(edits: readonly Edit[] | undefined): readonly Edit[] | undefined {
  return edits && edits.length > 0 ? edits : undefined;
}
