import { isSevere, type PlanStanding, riskScore } from '../../attainment/index.ts';
import type { Finding } from '../../check.ts';
import type { Day } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { daysLate, isBlocked } from '../../model/milestones.ts';
import { dueField } from '../../model/outcomes.ts';
import { isOpenRisk, lacksContingency, lacksMitigation } from '../../rules/risks/risk-state.ts';
import { DISAGREEMENT } from '../callouts.ts';
import { allNamed, outcomeName } from '../milestones.ts';
import { offsetOf } from '../places.ts';
import { enumerate, oneLine } from '../words.ts';
import type { NextReviewView } from './types.ts';

/** So many things to bring are told; more are a list that nobody gets through. */
const MOST = 5;

type Brought = NextReviewView['bring'][number];

/** What the next review asks for: days that do not hold, values and answers that are missing. The most pressing first. */
export function toBring(
  plan: Plan,
  standing: PlanStanding,
  findings: readonly Finding[],
  names: ReadonlyMap<number, string>,
  today: Day,
): Pick<NextReviewView, 'bring' | 'more'> {
  const all = [
    ...newDays(plan, findings, names, today),
    ...values(plan, standing),
    ...answers(plan),
    ...goals(plan, standing, today),
  ];
  return { bring: all.slice(0, MOST), more: Math.max(0, all.length - MOST) };
}

/** Milestones that are late, the latest first; then what else the log says and the plan does not, and what blocks the others. */
function newDays(
  plan: Plan,
  findings: readonly Finding[],
  names: ReadonlyMap<number, string>,
  today: Day,
): readonly Brought[] {
  const milestones = allNamed(plan).map(one => ({ ...one, late: daysLate(one.milestone, today) }));
  const late = milestones.filter(one => one.late > 0).sort((a, b) => b.late - a.late);
  const known = new Set(late.map(({ ref }) => ref));
  const disputed = findings
    .filter(({ rule, start }) => rule === DISAGREEMENT && !known.has(names.get(start) ?? ''))
    .map(({ start }) => ({
      at: start,
      text: `what holds for ${names.get(start) ?? 'what was logged'}, the log or the plan`,
    }));
  const blocked = milestones.filter(({ milestone, late }) => late === 0 && isBlocked(milestone));
  return [
    ...late.map(({ milestone, ref }) => ({
      at: offsetOf(plan.syntax, milestone.target_date, milestone),
      text: `a new day for ${ref}`,
    })),
    ...disputed,
    ...blocked.map(({ milestone, ref }) => ({ at: offsetOf(plan.syntax, milestone), text: `a way out for ${ref}` })),
  ];
}

/** Outcomes of which nobody knows how far they have come. */
function values(plan: Plan, { outcomes }: PlanStanding): readonly Brought[] {
  return outcomes.flatMap(({ outcome, judgement, deferred, metrics }, i) => {
    if (judgement.health !== 'unknown' || deferred || outcome.kind?.value === 'qualitative') return [];
    const name = outcomeName(outcome, i);
    const measurable = metrics.some(({ missing }) => missing === undefined);
    const measured = metrics.some(({ series }) => series.measurements.length > 0);
    const text = measurable ? `a ${measured ? 'newer' : 'first'} value for ${name}` : `a number to measure ${name} by`;
    return [{ at: offsetOf(plan.syntax, outcome), text }];
  });
}

/** Open risks that lack an answer. */
function answers(plan: Plan): readonly Brought[] {
  return plan.risks.items.flatMap((risk, i) => {
    if (!isOpenRisk(risk)) return [];
    const severe = isSevere(riskScore(risk.impact?.value, risk.likelihood?.value));
    const lacks = [
      lacksMitigation(risk) ? 'a mitigation' : '',
      severe && lacksContingency(risk) ? 'a contingency' : '',
    ].filter(word => word !== '');
    if (lacks.length === 0) return [];
    const name = oneLine(risk.id?.text ?? '') || `Risk ${i + 1}`;
    return [{ at: offsetOf(plan.syntax, risk), text: `${enumerate(lacks)} for ${name}` }];
  });
}

/** Goals whose day has passed. */
function goals(plan: Plan, { outcomes }: PlanStanding, today: Day): readonly Brought[] {
  return outcomes.flatMap(({ outcome, achieved, deferred }, i) => {
    const due = dueField(outcome);
    if (achieved || deferred || outcome.status?.value === 'missed' || due === undefined || due.value >= today)
      return [];
    return [{ at: offsetOf(plan.syntax, due), text: `a new day for the goal of ${outcomeName(outcome, i)}` }];
  });
}
