import { riskScore } from '../plan/attainment/index.ts';
import type { Plan } from '../plan/model/index.ts';
import { isOver } from '../plan/model/lifecycle.ts';
import type { PlanOnPaper } from '../plan/view/paper.ts';
import { STATE_WORDS } from '../plan/view/timeline/milestone-words.ts';
import { outcomeRows } from './csv-outcomes.ts';
import { type CsvRow, key, type Row, type Sides, sidesOf } from './csv-row.ts';
import { line, lines } from './line.ts';
import { type ActionWork, actionsOf, type WorkGroup, workOf } from './work.ts';

/** The rows of a plan: each outcome with its numbers and its work, other work, phases, decision and go-live, risks, reviews, signatures, the contract, the renewal; in the plan's order. */
export function csvRows(paper: PlanOnPaper): CsvRow[] {
  const { plan, standing, today } = paper;
  const company = line(plan.customer?.company?.text);
  const sides = sidesOf(plan);
  const rows = workOf(plan, today).flatMap((group, i): Row[] => {
    const one = group.outcome === undefined ? undefined : standing.outcomes[i];
    return [
      ...(one === undefined ? [] : outcomeRows(one, paper, i, sides)),
      ...(group.kind === 'decision' ? phaseRows(plan) : []),
      ...workRows(group, sides),
      ...endRows(group, plan),
    ];
  });
  return [
    ...rows,
    ...riskRows(plan, sides),
    ...reviewRows(paper, sides),
    ...agreementRows(plan, sides),
    ...contractRows(plan),
    ...renewalRows(plan, sides),
  ].map(row => ({
    company,
    ...row,
  }));
}

function workRows({ kind, name, work }: WorkGroup, sides: Sides): Row[] {
  return work.flatMap((one): Row[] => [
    {
      kind: kind === 'outcome' || kind === 'milestones' ? 'milestone' : 'step',
      id: one.hasId ? one.ref : '',
      name: one.name,
      outcome: name,
      owner: one.owners.join(', '),
      side: sides(one.owners),
      status: STATE_WORDS[one.glyph],
      opened_on: one.starts,
      planned: one.planned,
      actual: one.actual,
      slip_days: one.slip,
      note: one.blockers.join('; '),
    },
    ...actionRows(one.actions, one.name, name, sides),
  ]);
}

function phaseRows({ phases }: Plan): Row[] {
  return phases.items.map(({ id, name, start_date, end_date }) => ({
    kind: 'phase',
    id: line(id?.text),
    name: line(name?.text),
    opened_on: start_date?.value,
    planned: end_date?.value,
  }));
}

/** The day that steps lead to. */
function endRows({ kind }: WorkGroup, { decision, implementation }: Plan): Row[] {
  if (kind === 'decision' && decision?.decision_date?.value !== undefined)
    return [
      {
        kind,
        name: 'decision',
        planned: decision.decision_date.value,
        note: lines(decision.criteria.items).join('; '),
      },
    ];
  if (kind === 'implementation' && implementation?.go_live_date?.value !== undefined)
    return [
      {
        kind: 'go_live',
        name: 'go-live',
        planned: implementation.go_live_date.value,
        note: line(implementation.summary?.text),
      },
    ];
  return [];
}

function actionRows(actions: readonly ActionWork[], of: string, outcome: string, sides: Sides): Row[] {
  return actions.map(({ action, slip }) => {
    const owner = line(action.owner?.text);
    return {
      kind: 'action',
      name: line(action.description?.text),
      outcome,
      owner,
      side: sides([owner]),
      status: key(action.status?.text),
      planned: action.due_date?.value,
      actual: action.done_on?.value,
      slip_days: slip,
      note: of,
    };
  });
}

function riskRows({ risks }: Plan, sides: Sides): Row[] {
  return risks.items.map(risk => {
    const owner = line(risk.owner?.text);
    return {
      kind: 'risk',
      id: line(risk.id?.text),
      name: line(risk.description?.text),
      outcome: lines(risk.outcomes.items).join(', '),
      owner,
      side: sides([owner]),
      status: key(risk.status?.text),
      impact: key(risk.impact?.text),
      likelihood: key(risk.likelihood?.text),
      score: riskScore(risk.impact?.value, risk.likelihood?.value),
      opened_on: risk.opened_on?.value,
      reviewed_on: risk.reviewed_on?.value,
      note: line(risk.mitigation?.text),
    };
  });
}

function reviewRows(paper: PlanOnPaper, sides: Sides): Row[] {
  const { plan, today } = paper;
  const logged = plan.review_history.items.flatMap((review): Row[] => {
    const on = review.date?.value;
    const held = on !== undefined && on <= today;
    const attendees = lines(review.attendees.items);
    return [
      {
        kind: 'review',
        name: key(review.type?.text),
        owner: attendees.join(', '),
        side: sides(attendees),
        status: held ? 'held' : 'planned',
        ...(held ? { actual: on } : { planned: on }),
        note: line(review.summary?.text),
      },
      ...actionRows(actionsOf(review, plan, today), on === undefined ? '' : `review of ${on}`, '', sides),
    ];
  });
  const next = plan.plan?.next_review?.value;
  const known =
    next === undefined || isOver(plan) || plan.review_history.items.some(review => review.date?.value === next);
  return known ? logged : [...logged, { kind: 'review', name: 'next review', status: 'planned', planned: next }];
}

/** The day on which the plan was shared, and who agrees to what of it. */
function agreementRows({ agreement }: Plan, sides: Sides): Row[] {
  const signed = (agreement?.sign_offs.items ?? []).map((one): Row => {
    const owner = line(one.person?.text);
    return {
      kind: 'sign_off',
      name: line(one.scope?.text),
      owner,
      side: sides([owner]),
      status: key(one.status?.text),
      actual: one.signed_on?.value,
    };
  });
  const on = agreement?.shared_on?.value;
  return on === undefined ? signed : [{ kind: 'shared', name: 'plan shared', actual: on }, ...signed];
}

/** From when to when the contract runs. */
function contractRows({ customer }: Plan): Row[] {
  const { start_date, end_date } = customer?.contract ?? {};
  if (start_date?.value === undefined && end_date?.value === undefined) return [];
  return [{ kind: 'contract', name: 'contract', opened_on: start_date?.value, planned: end_date?.value }];
}

function renewalRows({ customer, renewal }: Plan, sides: Sides): Row[] {
  const on = customer?.contract?.renewal_date?.value;
  if (on === undefined) return [];
  const owner = line(renewal?.owner?.text);
  return [{ kind: 'renewal', name: 'renewal', owner, side: sides([owner]), planned: on }];
}
