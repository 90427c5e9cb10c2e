import { planStanding } from '../attainment/index.ts';
import type { Audience } from '../audience/audience.ts';
import { type Day, formatFullDay } from '../day.ts';
import type { Plan, ReadDocument } from '../model/index.ts';
import { agendaView } from './agenda.ts';
import { calloutsOf, type ViewFinding } from './callouts.ts';
import type { FindingCounts } from './figures.ts';
import { headerOf } from './header.ts';
import { namedMilestones, outcomeName } from './milestones.ts';
import { outcomeRow } from './outcome-row.ts';
import { offsetOf } from './places.ts';
import { timelineFacts } from './timeline/facts.ts';
import { layoutTimeline } from './timeline/layout.ts';
import { loggedDays } from './timeline/logged.ts';
import { type DocumentView, type EmptyView, type PlanView, VIEW_FORMAT } from './types.ts';

/** The drawing of a file: of its first plan, else of its first agenda. Undefined for a file without documents. Never throws. */
export function documentView(
  documents: readonly ReadDocument[],
  findings: readonly ViewFinding[],
  today: Day,
  audience: Audience = 'internal',
): DocumentView | undefined {
  const models = documents.map(read => read.model);
  const model = models.find(one => one.kind === 'plan' && one.syntax.sections.length > 0) ?? models[0];
  if (model === undefined) return undefined;
  return model.kind === 'plan' ? planView(model, findings, today, audience) : agendaView(model, today);
}

/** The drawing of one plan on a day. Findings that stand in another document of the file are left out. Never throws. */
export function planView(
  plan: Plan,
  findings: readonly ViewFinding[],
  today: Day,
  audience: Audience = 'internal',
): PlanView {
  const { start, end } = plan.syntax;
  const own = findings.filter(finding => finding.start >= start && finding.start <= end);
  const standing = planStanding(plan, today);
  const timeline = layoutTimeline(timelineFacts(plan, standing, loggedDays(plan, own), today));
  return {
    kind: 'plan',
    format: VIEW_FORMAT,
    asOf: today,
    audience,
    header: headerOf(plan, standing, countsOf(own), today),
    ...(standing.outcomes.length === 0 ? { empty: emptyOf(plan) } : {}),
    outcomes: standing.outcomes.map((outcome, i) => outcomeRow(outcome, plan, i, today)),
    ...(timeline === undefined ? {} : { timeline }),
    callouts: calloutsOf(own, marked(plan)),
    footer: `As of ${formatFullDay(today)}.`,
  };
}

/** What the places are called that a disagreement may be reported at: days, owners and goals. */
function marked(plan: Plan): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const [i, outcome] of plan.outcomes.items.entries()) {
    for (const { milestone, ref } of namedMilestones(plan, outcome, i)) {
      for (const field of [milestone.target_date, milestone.start_date, ...milestone.owner.items]) {
        if (field !== undefined) names.set(offsetOf(plan.syntax, field), ref);
      }
    }
    for (const field of [outcome.target?.target_date, outcome.target?.goal, outcome.owner]) {
      if (field !== undefined) names.set(offsetOf(plan.syntax, field), outcomeName(outcome, i));
    }
  }
  return names;
}

function countsOf(findings: readonly ViewFinding[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

function emptyOf(plan: Plan): EmptyView {
  const { syntax } = plan;
  const at = (...places: Parameters<typeof offsetOf>[1][]) =>
    places.some(place => place !== undefined) ? { at: offsetOf(syntax, ...places) } : {};
  return {
    title: 'What to write first',
    steps: [
      {
        label: 'outcomes',
        detail: 'what the customer wants to reach, each with a baseline, a goal and a day',
        ...at(plan.outcomes.key, plan.outcomes.place),
      },
      {
        label: 'stakeholders',
        detail: 'who works on it, on the customer’s side and on yours',
        ...at(plan.stakeholders),
      },
      {
        label: 'next_review',
        detail: 'in plan: the day on which you look at it together',
        ...at(plan.plan?.next_review, plan.plan),
      },
    ],
  };
}
