import { planStanding } from '../attainment/index.ts';
import type { Audience } from '../audience/audience.ts';
import { type Day, formatFullDay } from '../day.ts';
import type { Finding } from '../finding.ts';
import type { Plan, ReadDocument } from '../model/index.ts';
import { countSeverities } from '../rules/rule.ts';
import { agendaView } from './agenda.ts';
import { calloutsOf } from './callouts.ts';
import { checklistOf } from './details/checklist.ts';
import { peopleView } from './details/people.ts';
import { reviewsView } from './details/reviews.ts';
import { risksOf } from './details/risks.ts';
import { headerOf } from './header.ts';
import { namedMilestones, outcomeName } from './milestones.ts';
import { outcomeRow } from './outcome-row.ts';
import { offsetOf } from './places.ts';
import { hasDay } from './timeline/draft.ts';
import { timelineFacts } from './timeline/facts.ts';
import { loggedDays } from './timeline/logged.ts';
import { unmovable } from './timeline/unmovable.ts';
import { type DocumentView, type EmptyView, type PlanView, VIEW_FORMAT } from './types.ts';

/** The drawing of a file: of its first plan, else of its first agenda. Undefined for a file without documents. Never throws. */
export function documentView(
  documents: readonly ReadDocument[],
  findings: readonly Finding[],
  today: Day,
  audience: Audience = 'internal',
): DocumentView | undefined {
  const models = documents.map(read => read.model);
  const model = models.find(one => one.kind === 'plan' && one.syntax.sections.length > 0) ?? models[0];
  if (model === undefined) return undefined;
  return model.kind === 'plan' ? planView(model, findings, today, audience) : agendaView(model, today);
}

/**
 * The drawing of one plan on a day. Findings that stand in another document of the file are left out. For a customer it is drawn without
 * findings, without what is judged by them, and without a way to edit; what the plan itself must not say has to be gone before. Never throws.
 */
export function planView(
  plan: Plan,
  findings: readonly Finding[],
  today: Day,
  audience: Audience = 'internal',
): PlanView {
  const { start, end } = plan.syntax;
  const internal = audience === 'internal';
  const own = internal ? findings.filter(finding => finding.start >= start && finding.start <= end) : [];
  const names = marked(plan);
  const standing = planStanding(plan, today);
  const facts = timelineFacts(plan, standing, loggedDays(plan, own), today);
  const timeline = internal ? facts : unmovable(facts);
  const risks = risksOf(plan, today, internal);
  const people = peopleView(plan, today);
  const reviews = reviewsView(plan, standing, internal ? { findings: own, names } : undefined, today);
  const begun = standing.outcomes.length > 0;
  return {
    kind: 'plan',
    format: VIEW_FORMAT,
    asOf: today,
    audience,
    header: headerOf(plan, standing, internal ? countSeverities(own) : undefined, today),
    ...(internal && !begun ? { empty: emptyOf(plan) } : {}),
    outcomes: standing.outcomes.map((outcome, i) => outcomeRow(outcome, plan, i, today, internal)),
    ...(hasDay(timeline) ? { timeline } : {}),
    callouts: calloutsOf(own, names, today),
    ...(risks === undefined ? {} : { risks }),
    ...(people === undefined ? {} : { people }),
    ...(reviews === undefined || (!begun && reviews.past.length === 0) ? {} : { reviews }),
    ...(internal && begun ? { checklist: checklistOf(plan, own) } : {}),
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

/** The first three things to write; what is there already needs no button. */
function emptyOf(plan: Plan): EmptyView {
  const people = plan.stakeholders;
  const listed = people !== undefined && SIDES.some(side => people[side].items.length > 0);
  return {
    actions: [
      { kind: 'add', label: 'Add the first outcome', what: 'outcome' },
      ...(listed ? [] : [{ kind: 'add', label: 'Add people', what: 'stakeholder' } as const]),
      ...(plan.plan?.next_review?.value === undefined
        ? [{ kind: 'add', label: 'Schedule the first review', what: 'review' } as const]
        : []),
    ],
  };
}

const SIDES = ['customer', 'vendor', 'partner'] as const;
