import { isSevere, type PlanStanding, riskScore } from '../../attainment/index.ts';
import type { Day } from '../../day.ts';
import type { Finding } from '../../finding.ts';
import type { Milestone, Outcome, Plan } from '../../model/index.ts';
import { daysLate, isBlocked } from '../../model/milestones.ts';
import { dueField, isLeft, outcomeOf } from '../../model/outcomes.ts';
import { isOpenRisk, lacksContingency, lacksMitigation } from '../../rules/risks/risk-state.ts';
import type { Place } from '../../syntax/tree.ts';
import { DISAGREEMENT } from '../callouts.ts';
import { allNamed, type NamedMilestone, outcomeName } from '../milestones.ts';
import { offsetOf } from '../places.ts';
import { oneLine } from '../words.ts';
import type { BringView, RefView } from './types.ts';

/** So many things of a kind are told. */
const MOST = 3;

/**
 * What the next review asks for, the most pressing first: days that do not hold, what the log and the plan say differently, ways around what
 * blocks, values and answers that are missing, goals whose day has passed.
 */
export function toBring(
  plan: Plan,
  standing: PlanStanding,
  findings: readonly Finding[],
  names: ReadonlyMap<number, string>,
  today: Day,
): readonly BringView[] {
  const milestones = allNamed(plan).map(one => ({ ...one, late: daysLate(one.milestone, today, plan) }));
  const late = milestones.filter(one => one.late > 0).sort((a, b) => b.late - a.late);
  const known = new Set(late.map(({ ref }) => ref));
  const disputed = findings.filter(({ rule, start }) => rule === DISAGREEMENT && !known.has(names.get(start) ?? ''));
  const { measured, unmeasured, unmeasurable } = unknownOutcomes(plan, standing);
  const risks = openRisks(plan);
  return [
    group(
      'a new day for',
      'new days for',
      late.map(one => milestoneRef(plan, one, one.milestone.target_date)),
    ),
    group(
      'the word that holds for',
      'the word that holds for',
      disputed.map(({ start, message }) => ({ at: start, ref: names.get(start) ?? 'what was logged', title: message })),
    ),
    group(
      'a way out for',
      'ways out for',
      milestones
        .filter(({ late, milestone }) => late === 0 && isBlocked(milestone) && !isGivenUp(milestone, plan))
        .map(one => milestoneRef(plan, one)),
    ),
    group('a first value for', 'first values for', unmeasured),
    group('a newer value for', 'newer values for', measured),
    group('a number to measure', 'numbers to measure', unmeasurable),
    group(
      'a mitigation for',
      'mitigations for',
      risks.filter(({ risk }) => lacksMitigation(risk)).map(({ ref }) => ref),
    ),
    group(
      'a contingency for',
      'contingencies for',
      risks.filter(({ risk, severe }) => severe && lacksContingency(risk)).map(({ ref }) => ref),
    ),
    group('a new day for the goal of', 'new days for the goals of', pastGoals(plan, standing, today)),
  ].filter(({ things }) => things.length > 0);
}

function group(one: string, several: string, things: readonly RefView[]): BringView {
  return {
    words: things.length === 1 ? one : several,
    things: things.slice(0, things.length === MOST + 1 ? MOST + 1 : MOST),
    more: things.length === MOST + 1 ? 0 : Math.max(0, things.length - MOST),
  };
}

function milestoneRef(plan: Plan, { milestone, name, ref }: NamedMilestone, field?: Place): RefView {
  return { at: offsetOf(plan.syntax, field, milestone), ref, title: name };
}

/** Outcomes of which nobody knows how far they have come, by what is lacking. */
function unknownOutcomes(plan: Plan, { outcomes }: PlanStanding) {
  const found: Record<'unmeasured' | 'measured' | 'unmeasurable', RefView[]> = {
    unmeasured: [],
    measured: [],
    unmeasurable: [],
  };
  for (const [i, { outcome, judgement, deferred, metrics }] of outcomes.entries()) {
    if (judgement.health !== 'unknown' || deferred || outcome.kind?.value === 'qualitative') continue;
    const measurable = metrics.some(({ missing }) => missing === undefined);
    const measured = metrics.some(({ series }) => series.measurements.length > 0);
    found[measurable ? (measured ? 'measured' : 'unmeasured') : 'unmeasurable'].push(outcomeRef(plan, outcome, i));
  }
  return found;
}

function outcomeRef(plan: Plan, outcome: Outcome, index: number, field?: Place): RefView {
  const ref = outcomeName(outcome, index);
  return { at: offsetOf(plan.syntax, field, outcome), ref, title: oneLine(outcome.description?.text ?? '') || ref };
}

function openRisks(plan: Plan) {
  return plan.risks.items
    .map((risk, i) => {
      const ref = oneLine(risk.id?.text ?? '') || `Risk ${i + 1}`;
      const title = oneLine(risk.description?.text ?? '') || ref;
      const severe = isSevere(riskScore(risk.impact?.value, risk.likelihood?.value));
      return { risk, severe, ref: { at: offsetOf(plan.syntax, risk), ref, title } };
    })
    .filter(({ risk }) => isOpenRisk(risk));
}

function pastGoals(plan: Plan, { outcomes }: PlanStanding, today: Day): readonly RefView[] {
  return outcomes.flatMap(({ outcome, achieved, deferred }, i) => {
    const due = dueField(outcome);
    const isPast = due !== undefined && due.value < today;
    const isOver = achieved || deferred || outcome.status?.value === 'missed';
    return isPast && !isOver ? [outcomeRef(plan, outcome, i, due)] : [];
  });
}

function isGivenUp(milestone: Milestone, plan: Plan): boolean {
  const outcome = outcomeOf(milestone, plan);
  return outcome !== undefined && isLeft(outcome);
}
