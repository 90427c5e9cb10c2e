import {
  attainment,
  expected,
  expectedValue,
  forecast,
  latestMeasurement,
  type Metric,
  measuredIn,
  mismatch,
  type OutcomeStanding,
  saidIn,
  tellInWords,
} from '../plan/attainment/index.ts';
import type { Day } from '../plan/day.ts';
import type { KeyResult, Outcome } from '../plan/model/index.ts';
import { dueField } from '../plan/model/outcomes.ts';
import { displayValue, percentOf, type Quantity, quantityOf } from '../plan/quantity/index.ts';
import { outcomeName } from '../plan/view/milestones.ts';
import { single } from '../plan/view/outcome-row.ts';
import type { PlanOnPaper } from '../plan/view/paper.ts';
import { stopped } from '../plan/words.ts';
import { key, type Row, type Sides } from './csv-row.ts';
import { line } from './line.ts';

/** An outcome with its numbers, its key results where it has several, and what was measured. `index` is its place in the plan. */
export function outcomeRows(standing: OutcomeStanding, { view }: PlanOnPaper, index: number, sides: Sides): Row[] {
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
      note: [line(standing.judgement.reason), ...(metric === undefined ? [] : inWords(metric))].join(' '),
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
              attainment_percent: percent(attainment(one.series)),
              expected_percent: percent(expected(one.series, view.asOf)),
              forecast: forecast(one.series),
              note: inWords(one).join(' '),
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

/** What stands in words where a number belongs, since the columns of numbers hold nothing else. */
function inWords(metric: Metric): string[] {
  return tellInWords(metric.inWords).map(words => stopped(line(words)));
}

function measurements(holder: Outcome | KeyResult, { name, names, like }: Metric, outcome: string): Row[] {
  return holder.measurements.items.flatMap((measurement): Row[] => {
    const value = quantityOf(measurement.value?.value);
    const said = saidIn(measurement.value?.value)?.text;
    const on = measurement.date?.value;
    const fits = value !== undefined && like !== undefined && !mismatch(value, like, names);
    if (on === undefined || !(fits || said)) return [];
    const notes = [said, measurement.source?.text, measurement.note?.text];
    return [
      {
        kind: 'measurement',
        name: line(name),
        outcome,
        actual: on,
        ...(fits && { now: plain(value.value, like), unit: unitOf(like) }),
        note: notes
          .map(line)
          .filter(text => text !== '')
          .join('; '),
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
