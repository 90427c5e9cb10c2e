import { attainment, expected, goalReached, type Metric, tellEnds, tellExpected } from '../../plan/attainment/index.ts';
import { formatFullDay } from '../../plan/day.ts';
import { dueField } from '../../plan/model/outcomes.ts';
import type { OutcomeView } from '../../plan/view/index.ts';
import { attainmentFigure, metricTrend } from '../../plan/view/metric-figures.ts';
import { single } from '../../plan/view/outcome-row.ts';
import type { PlanOnPaper } from '../../plan/view/paper.ts';
import { bold, md, table } from './text.ts';

const HEAD = ['Outcome', 'Baseline', 'Now', 'Expected', 'Goal', 'Attainment', 'Forecast', 'Health'];

/** The table of all outcomes; below a row with several key results a row for each of them. */
export function outcomeTable({ view, standing, today }: PlanOnPaper): string[] {
  const rows = standing.outcomes.flatMap((one, i) => {
    const row = view.outcomes[i];
    if (row === undefined) return [];
    const metric = single(one);
    const goalDay = dueField(one.outcome)?.value;
    const numbers = metric === undefined ? goalOf('', goalDay) : figures(metric, today);
    const own = [
      `${bold(row.name)} ${md(row.title)}`,
      ...numbers,
      attained(row.attainment),
      forecast(row.trend),
      health(row),
    ];
    return [own, ...(metric === undefined ? one.metrics.map(each => keyResult(each, today)) : [])];
  });
  return table(HEAD, rows);
}

/** A key result has its numbers; its health is that of the outcome, whose milestones and risks are judged with it. */
function keyResult(metric: Metric, today: PlanOnPaper['today']): string[] {
  const { series } = metric;
  const figure = attainmentFigure({ attainment: attainment(series), expected: expected(series, today) }, metric);
  const trend = metricTrend(metric, goalReached(series), today);
  return [`↳ ${md(metric.name)}`, ...figures(metric, today), attained(figure), forecast(trend), ''];
}

/** Baseline, now, expected and goal, each with its day. */
function figures(metric: Metric, today: PlanOnPaper['today']): string[] {
  const { baseline, now, goal } = tellEnds(metric);
  return [
    dated(baseline?.text ?? '', baseline?.day),
    now === undefined ? (metric.unlike ? 'measured in another unit' : 'not measured') : dated(now.text, now.day),
    md(tellExpected(metric, today) ?? ''),
    ...goalOf(goal?.text ?? '', metric.due).slice(3),
  ];
}

function goalOf(goal: string, day: PlanOnPaper['today'] | undefined): string[] {
  return ['', '', '', goal === '' && day !== undefined ? `by ${formatFullDay(day)}` : dated(goal, day, 'by ')];
}

function dated(value: string, day: PlanOnPaper['today'] | undefined, by = ''): string {
  if (value === '' || day === undefined) return md(value);
  return `${md(value)} (${by}${formatFullDay(day)})`;
}

function attained({ text, note }: OutcomeView['attainment']): string {
  return note === '' ? md(text) : `${md(text)} (${md(note)})`;
}

function forecast(trend: OutcomeView['trend']): string {
  return trend === undefined ? '' : md(trend.words.map(word => word.text).join(''));
}

function health({ health: { word, declared, reason } }: OutcomeView): string {
  return `${bold(word)}${declared === undefined ? '' : ` (${md(declared)})`}: ${md(reason)}`;
}
