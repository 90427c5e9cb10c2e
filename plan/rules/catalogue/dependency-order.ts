import { formatFullDay } from '../../day.ts';
import type { Milestone, Plan } from '../../model/index.ts';
import { isPursued, outcomeOf } from '../../model/outcomes.ts';
import { isMisread } from '../../model/readable.ts';
import { enumerate, quoteShort } from '../../words.ts';
import {
  INDEX_READS,
  milestoneIndex,
  type Step,
  somethingWaits,
  WAITING_READS,
} from '../milestones/milestone-index.ts';
import { ringsOf } from '../milestones/rings.ts';
import { workName } from '../milestones/work.ts';
import { defineRule, type Related, type Report } from '../rule.ts';
import { milestoneName } from '../text/names.ts';

export default defineRule({
  id: 'dependency-order',
  severity: 'warning',
  summary: 'A milestone that is due, or was done, before what it depends on',
  why: `A step that is due before the one it waits for will be late on the day it is due, and everybody who reads the plan
can see it coming. Either the dates are in the wrong order or the dependency is not a real one. The same day is fine. A
milestone that is marked complete while what it depends on is open tells two stories at once. Where both are done, only
the days can be wrong, so this is an info, as it is for a milestone that is overdue anyway. Skipped milestones, deferred
outcomes and milestones that wait for each other are left out.`,
  looksAt: ['plan'],
  reads: WAITING_READS,
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  examples: [{ bad: example('2026-03-13'), good: example('2026-05-29') }],
  check(plan, { today, report, looksFurther }) {
    if (!somethingWaits(plan)) return;
    looksFurther(...INDEX_READS);
    const index = milestoneIndex(plan);
    const rings = ringsOf(plan);
    for (const milestone of index.waiting) {
      if (!counts(milestone, plan)) continue;
      const steps = index
        .dependenciesOf(milestone)
        .flatMap(({ on }) => (on ? [on] : []))
        .filter(on => counts(on, plan) && !(on.definition === 'milestone' && rings.together(on, milestone)));
      if (steps.length === 0) continue;
      const found = isDone(milestone) ? doneTooEarly(milestone, steps) : dueTooEarly(milestone, steps);
      const overdue = !isDone(milestone) && (milestone.target_date?.value ?? today) < today;
      if (found) report(overdue ? { ...found, severity: 'info' } : found);
    }
  },
});

/** So many are named. */
const MOST = 5;

/** Whether there is a step to be done or done, and what it is can be read. */
function counts(step: Step, plan: Plan): boolean {
  if (step.status?.value === 'skipped' || isMisread(step.status)) return false;
  const outcome = step.definition === 'milestone' ? outcomeOf(step, plan) : undefined;
  return outcome === undefined || isDone(step) || isPursued(outcome);
}

function isDone(step: Step): boolean {
  return step.status?.value === 'complete' || step.actual_date?.value !== undefined;
}

function dueTooEarly(milestone: Milestone, steps: readonly Step[]): Report | undefined {
  const { target_date } = milestone;
  const due = target_date?.value;
  if (!target_date || !due) return undefined;
  const later = steps.filter(step => !isDone(step) && (step.target_date?.value ?? '') > due);
  if (later.length === 0) return undefined;
  return {
    at: target_date,
    message: `${milestoneName(milestone)} is due on ${formatFullDay(due)}, before what it depends on: ${listed(later, step => `${call(step)}, due on ${spoken(step.target_date?.value)}`)}. Bring the dates into order, or take the dependency out if it is not needed.`,
    related: places(later, step => [
      step.target_date,
      `${workName(step)} is due on ${spoken(step.target_date?.value)}`,
    ]),
  };
}

function doneTooEarly(milestone: Milestone, steps: readonly Step[]): Report | undefined {
  const { actual_date, status } = milestone;
  const done = actual_date?.value;
  const open = steps.filter(step => !isDone(step));
  if (open.length > 0 && status?.value === 'complete')
    return {
      at: status,
      message: `${milestoneName(milestone)} is complete, but what it depends on is not: ${listed(open, call)}. Mark that complete if it is done, or take the dependency out if it was not needed.`,
      related: places(open, step => [step.status, `${workName(step)} is not complete`]),
    };
  const later = steps.filter(step => done && (step.actual_date?.value ?? '') > done);
  if (!actual_date || !done || later.length === 0) return undefined;
  return {
    at: actual_date,
    severity: 'info',
    message: `${milestoneName(milestone)} was done on ${formatFullDay(done)}, before what it depends on: ${listed(later, step => `${call(step)}, done on ${spoken(step.actual_date?.value)}`)}. Correct the day that is wrong, or take the dependency out if it was not needed.`,
    related: places(later, step => [
      step.actual_date,
      `${workName(step)} was done on ${spoken(step.actual_date?.value)}`,
    ]),
  };
}

function listed(steps: readonly Step[], say: (step: Step) => string): string {
  return enumerate([...steps.slice(0, MOST).map(say), ...(steps.length > MOST ? ['others'] : [])]);
}

function places(
  steps: readonly Step[],
  say: (step: Step) => readonly [at: Related['at'] | undefined, message: string],
): Related[] {
  return steps.slice(0, MOST).map(step => {
    const [at, message] = say(step);
    return { at: at ?? step, message };
  });
}

function call(step: Step): string {
  return quoteShort(step.name?.text || step.label || 'a milestone', 50);
}

function spoken(day: Parameters<typeof formatFullDay>[0] | undefined): string {
  return day ? formatFullDay(day) : '';
}

function example(due: string): string {
  return `milestones:
  - id: M1
    name: Scanners in every depot
    outcome: O2
    target_date: 2026-04-30
    status: in_progress
    owner: Ken Abe
  - id: M2
    name: Clerks work with scanners
    outcome: O2
    target_date: ${due}
    status: pending
    owner: Ken Abe
    depends_on: [M1]
`;
}
