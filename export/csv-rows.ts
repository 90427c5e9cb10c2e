import {
  expectedValue,
  latestMeasurement,
  type Metric,
  measuredIn,
  mismatch,
  type OutcomeStanding,
  riskScore,
} from '../plan/attainment/index.ts';
import type { Day } from '../plan/day.ts';
import type { KeyResult, Outcome, Plan } from '../plan/model/index.ts';
import { dueField } from '../plan/model/outcomes.ts';
import { peopleOf } from '../plan/model/people.ts';
import { displayValue, percentOf, type Quantity, quantityOf } from '../plan/quantity/index.ts';
import { outcomeName } from '../plan/view/milestones.ts';
import { single } from '../plan/view/outcome-row.ts';
import type { PlanOnPaper } from '../plan/view/paper.ts';
import { STATE_WORDS } from '../plan/view/timeline/milestone-words.ts';
import { spoken } from '../plan/words.ts';
import { line, lines } from './line.ts';
import { type ActionWork, actionsOf, type WorkGroup, workOf } from './work.ts';

/** One dated thing of a plan. Days are `YYYY-MM-DD`, numbers plain numbers; what does not apply is absent. */
export interface CsvRow {
  readonly company: string;
  readonly kind:
    | 'outcome'
    | 'key_result'
    | 'measurement'
    | 'milestone'
    | 'step'
    | 'action'
    | 'risk'
    | 'review'
    | 'renewal';
  readonly id?: string;
  readonly name: string;
  readonly outcome?: string;
  readonly owner?: string;
  readonly side?: string;
  readonly status?: string;
  readonly planned?: string | undefined;
  readonly actual?: string | undefined;
  readonly slip_days?: number | undefined;
  readonly baseline?: number | undefined;
  readonly now?: number | undefined;
  readonly expected?: number | undefined;
  readonly goal?: number | undefined;
  readonly unit?: string;
  readonly attainment_percent?: number | undefined;
  readonly expected_percent?: number | undefined;
  readonly forecast?: string | undefined;
  readonly health?: string;
  readonly impact?: string;
  readonly likelihood?: string;
  readonly score?: number | undefined;
  readonly opened_on?: string | undefined;
  readonly reviewed_on?: string | undefined;
  readonly note?: string;
}

/** The rows of a plan: each outcome with its numbers and its work, other work, risks, reviews, the renewal; in the plan's order. */
export function csvRows(paper: PlanOnPaper): CsvRow[] {
  const { plan, standing, today } = paper;
  const company = line(plan.customer?.company?.text);
  const sides = sidesOf(plan);
  const rows = workOf(plan, today).flatMap((group, i): Omit<CsvRow, 'company'>[] => {
    const one = group.outcome === undefined ? undefined : standing.outcomes[i];
    return [...(one === undefined ? [] : outcomeRows(one, paper, i, sides)), ...workRows(group, sides)];
  });
  return [...rows, ...riskRows(plan, sides), ...reviewRows(paper, sides), ...renewalRows(plan, sides)].map(row => ({
    company,
    ...row,
  }));
}

type Row = Omit<CsvRow, 'company'>;
type Sides = (owners: readonly string[]) => string;

/** `customer`, `vendor`, `partner`; of several owners each side once. */
function sidesOf(plan: Plan): Sides {
  const people = peopleOf(plan);
  return owners => [...new Set(owners.flatMap(owner => people.find(owner)?.side ?? []))].join(', ');
}

function outcomeRows(standing: OutcomeStanding, { view }: PlanOnPaper, index: number, sides: Sides): Row[] {
  const { outcome } = standing;
  const name = line(outcomeName(outcome, index));
  const row = view.outcomes[index];
  const metric = single(standing);
  const owner = line(outcome.owner?.text);
  const due = dueField(outcome)?.value;
  const parts = measuredIn(outcome);
  const isSplit = metric === undefined;
  return [
    {
      kind: 'outcome',
      id: line(outcome.id?.text),
      name: line(row?.title),
      outcome: name,
      owner,
      side: sides([owner]),
      status: key(outcome.status?.text),
      planned: due,
      ...(metric === undefined ? {} : numbers(metric, view.asOf)),
      attainment_percent: percent(standing.attainment),
      expected_percent: percent(standing.expected),
      forecast: standing.forecast,
      health: row?.health.word.toLowerCase() ?? '',
      note: line(standing.judgement.reason),
    },
    ...standing.metrics.flatMap((one, i): Row[] => {
      const part = parts[i];
      if (part === undefined) return [];
      const values = measurements(part, one, name);
      return isSplit
        ? [
            {
              kind: 'key_result',
              id: line(part.id?.text),
              name: line(part.description?.text) || line(one.name),
              outcome: name,
              planned: one.series.goal?.day,
              ...numbers(one, view.asOf),
            },
            ...values,
          ]
        : values;
    }),
  ];
}

function numbers(metric: Metric, today: Day): Partial<Row> {
  const { baseline, like, series } = metric;
  if (like === undefined) return {};
  return {
    baseline: baseline && plain(baseline.value, like),
    now: plainIf(latestMeasurement(series)?.value, like),
    expected: plainIf(expectedValue(series, today), like),
    goal: plainIf(series.goal?.value, like),
    unit: unitOf(like),
  };
}

function measurements(holder: Outcome | KeyResult, { name, names, like }: Metric, outcome: string): Row[] {
  return holder.measurements.items.flatMap((measurement): Row[] => {
    const value = quantityOf(measurement.value?.value);
    const on = measurement.date?.value;
    if (value === undefined || like === undefined || on === undefined || mismatch(value, like, names)) return [];
    const note = [line(measurement.source?.text), line(measurement.note?.text)].filter(text => text !== '').join('; ');
    return [
      {
        kind: 'measurement',
        name: line(name),
        outcome,
        actual: on,
        now: plain(value.value, like),
        unit: unitOf(like),
        note,
      },
    ];
  });
}

function plainIf(value: number | undefined, like: Quantity): number | undefined {
  return value === undefined ? undefined : plain(value, like);
}

/** Money in whole units of its currency, whatever the plan writes (`$40k`); shares in per cent; the rest in the unit of the baseline. */
function plain(value: number, like: Quantity): number {
  if (like.dimension === 'money') return rounded(value);
  return rounded(like.dimension === 'ratio' ? value * 100 : displayValue(value, like));
}

function unitOf(like: Quantity): string {
  const unit =
    like.dimension === 'ratio'
      ? '%'
      : like.dimension === 'money'
        ? (like.currency ?? like.unit)
        : like.unitKey || like.unit;
  return line(like.per === undefined ? unit : `${unit} per ${like.per}`);
}

function percent(fraction: number | undefined): number | undefined {
  return fraction === undefined ? undefined : percentOf(fraction);
}

/** Four decimals are more than anybody measures; of small numbers six digits. */
function rounded(value: number): number {
  return (Math.abs(value) < 1 ? Number(value.toPrecision(6)) : Number(value.toFixed(4))) || 0;
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
      planned: one.planned,
      actual: one.actual,
      slip_days: one.slip,
      note: one.blockers.join('; '),
    },
    ...actionRows(one.actions, one.name, name, sides),
  ]);
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
  const known = next === undefined || plan.review_history.items.some(review => review.date?.value === next);
  return known ? logged : [...logged, { kind: 'review', name: 'next review', status: 'planned', planned: next }];
}

function renewalRows({ customer, renewal }: Plan, sides: Sides): Row[] {
  const on = customer?.contract?.renewal_date?.value;
  if (on === undefined) return [];
  const owner = line(renewal?.owner?.text);
  return [{ kind: 'renewal', name: 'renewal', owner, side: sides([owner]), planned: on }];
}

function key(text: string | undefined): string {
  return line(spoken(text ?? ''));
}
