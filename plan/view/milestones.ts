import type { DecisionStep, Milestone, Outcome, Plan } from '../model/index.ts';
import { isBlocked, milestonesOf } from '../model/milestones.ts';
import { oncePer } from '../once.ts';
import type { MilestoneGlyph } from './types.ts';
import { count, enumerate, oneLine } from './words.ts';

/** A milestone with the outcome's name and its own place in the row: what people call it by. */
export interface NamedMilestone {
  readonly milestone: Milestone;
  readonly key: string;
  /** Its id, else the outcome's name and a number: `O1·3`. */
  readonly ref: string;
  readonly name: string;
}

/** How the milestone is drawn. A day on which it was done counts as done, whatever the status says. */
export function glyphOf(milestone: Milestone): MilestoneGlyph {
  const status = milestone.status?.value;
  if (status === 'complete' || milestone.actual_date?.value !== undefined) return 'done';
  if (status === 'skipped') return 'skipped';
  if (isBlocked(milestone)) return 'blocked';
  return status === 'in_progress' ? 'progress' : 'open';
}

/** The same for a step towards the decision. */
export function glyphOfStep(step: DecisionStep): MilestoneGlyph {
  const status = step.status?.value;
  if (status === 'complete' || step.actual_date?.value !== undefined) return 'done';
  if (status === 'skipped' || status === 'blocked') return status;
  return status === 'in_progress' ? 'progress' : 'open';
}

/** What people call the outcome at place `index`: its id, else `Outcome 2`. */
export function outcomeName(outcome: Outcome, index: number): string {
  return oneLine(outcome.id?.text ?? '') || `Outcome ${index + 1}`;
}

/** Unique within the plan, and the same while the plan's order stays. */
export function outcomeKey(index: number): string {
  return `outcome/${index}`;
}

/** The milestones of an outcome, named. */
export function namedMilestones(plan: Plan, outcome: Outcome, index: number): NamedMilestone[] {
  return named(milestonesOf(outcome, plan), outcomeKey(index), outcomeName(outcome, index));
}

/** Milestones of any owner, named after it. */
export function named(milestones: readonly Milestone[], key: string, owner: string): NamedMilestone[] {
  return milestones.map((milestone, i) => {
    const ref = oneLine(milestone.id?.text ?? '') || `${owner}·${i + 1}`;
    return { milestone, key: `${key}/${i}`, ref, name: oneLine(milestone.name?.text ?? '') || `Milestone ${i + 1}` };
  });
}

/** A step towards the decision, called as a milestone is. */
export interface NamedStep extends Omit<NamedMilestone, 'milestone'> {
  readonly step: DecisionStep;
}

/** The steps towards the decision, named. */
export function namedSteps(plan: Plan): NamedStep[] {
  return (plan.decision?.steps.items ?? []).map((step, i) => ({
    step,
    key: `decision/${i}`,
    ref: `D·${i + 1}`,
    name: oneLine(step.name?.text ?? '') || `Step ${i + 1}`,
  }));
}

/** Every milestone of a plan, named: those of outcomes, of no outcome, and the steps of the implementation. */
export const allNamed: (plan: Plan) => readonly NamedMilestone[] = oncePer((plan: Plan) => {
  const inOutcomes = plan.outcomes.items.flatMap((outcome, i) => namedMilestones(plan, outcome, i));
  const taken = new Set(inOutcomes.map(one => one.milestone));
  const loose = plan.milestones.items.filter(milestone => !taken.has(milestone));
  const steps = plan.implementation?.steps.items ?? [];
  return [...inOutcomes, ...named(loose, 'plan', 'M'), ...named(steps, 'implementation', 'I')];
});

const WORDS: Readonly<Record<MilestoneGlyph, string>> = {
  done: 'done',
  progress: 'in progress',
  open: 'planned',
  blocked: 'blocked',
  skipped: 'skipped',
};

/** `Milestones: 2 done, 1 blocked and 1 planned`. */
export function milestoneSentence(glyphs: readonly MilestoneGlyph[]): string {
  if (glyphs.length === 0) return 'No milestones';
  const counts = new Map<MilestoneGlyph, number>();
  for (const glyph of glyphs) counts.set(glyph, (counts.get(glyph) ?? 0) + 1);
  return `${count(glyphs.length, 'milestone')}: ${enumerate([...counts].map(([glyph, count]) => `${count} ${WORDS[glyph]}`))}`;
}
