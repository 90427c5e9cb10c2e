import {
  attainment,
  expected,
  goalReached,
  latestMeasurement,
  type Metric,
  tellExpected,
  tellLatest,
} from '../../plan/attainment/index.ts';
import { formatFullDay } from '../../plan/day.ts';
import type { Outcome } from '../../plan/model/index.ts';
import { dueField } from '../../plan/model/outcomes.ts';
import { formatQuantity } from '../../plan/quantity/index.ts';
import type { OutcomeView } from '../../plan/view/index.ts';
import { attainmentFigure, metricTrend } from '../../plan/view/metric-figures.ts';
import { single } from '../../plan/view/outcome-row.ts';
import type { PlanOnPaper } from '../../plan/view/paper.ts';
import { lateness, STATE_WORDS } from '../../plan/view/timeline/milestone-words.ts';
import { oneLine, spoken } from '../../plan/words.ts';
import { isAhead, type Work, type WorkGroup, workOf } from '../work.ts';
import { bold, list, md, paragraphs, table } from './text.ts';

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
  const { series, baseline, goal } = metric;
  const latest = latestMeasurement(series);
  const now = tellLatest(metric) ?? '';
  return [
    dated(baseline === undefined ? '' : formatQuantity(baseline), series.baseline?.day),
    now === '' ? (metric.unlike ? 'measured in another unit' : 'not measured') : dated(now, latest?.day),
    md(tellExpected(metric, today) ?? ''),
    ...goalOf(goal === undefined ? '' : formatQuantity(goal), series.goal?.day).slice(3),
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

const TITLES: Readonly<Record<Exclude<WorkGroup['kind'], 'outcome'>, string>> = {
  milestones: 'Other milestones',
  implementation: 'Implementation',
  decision: 'Way to the decision',
};

/** Every outcome with what it is for and its milestones; then the work that belongs to none. */
export function workSections({ plan, view, today }: PlanOnPaper): string[] {
  return workOf(plan, today).flatMap((group, i) => {
    const { outcome } = group;
    if (outcome === undefined && group.work.length === 0) return [];
    const row = outcome && view.outcomes[i];
    const title =
      group.kind === 'outcome' ? `### ${md(group.name)}: ${md(row?.title ?? '')}` : `### ${TITLES[group.kind]}`;
    return [title, ...(outcome ? aboutOutcome(outcome) : []), ...workTable(group)];
  });
}

function aboutOutcome(outcome: Outcome): string[] {
  const { business_value: value } = outcome;
  const worth = value?.word?.text ?? value?.summary?.text ?? '';
  const amount = value?.amount?.text ?? '';
  const per = value?.per?.text ?? '';
  const said = [
    fact('So that', outcome.so_that?.text),
    fact('Worth', worth),
    fact('Amount', per === '' || amount === '' ? amount : `${amount} per ${per}`),
    fact('Owner', outcome.owner?.text),
    ...outcome.acceptance.items.map(one => fact('Accepted when', one.text)),
    fact('Evidence for the renewal', outcome.renewal_evidence?.text),
  ];
  return list(said);
}

function fact(label: string, text: string | undefined): string {
  return paragraphs(text).length === 0 ? '' : `${label}: ${md(text)}`;
}

function workTable({ kind, work }: WorkGroup): string[] {
  const rows = work.map(one => [
    one.hasId ? `${bold(one.ref)} ${md(one.name)}` : md(one.name),
    one.planned === undefined ? '' : formatFullDay(one.planned),
    one.actual === undefined ? '' : formatFullDay(one.actual),
    slipInWords(one),
    one.owners.map(owner => md(owner)).join(', '),
    status(one),
  ]);
  return table(
    [
      kind === 'decision' || kind === 'implementation' ? 'Step' : 'Milestone',
      'Planned',
      'Actual',
      'Slip',
      'Owner',
      'Status',
    ],
    rows,
  );
}

/** `4 days late`, `2 days early`, `on the day`; `26 days late so far`. */
function slipInWords(work: Work): string {
  const { slip } = work;
  if (slip === undefined) return '';
  const late = lateness(slip);
  return late === undefined ? 'on the day' : `${late}${isAhead(work) ? ' so far' : ''}`;
}

function status({ glyph, blockers }: Work): string {
  const word = STATE_WORDS[glyph];
  return blockers.length === 0 || glyph !== 'blocked' ? word : `${bold(word)}: ${blockers.map(md).join('; ')}`;
}

/** A key of the format in words, and anything else as it is written. */
export function keyInWords(text: string | undefined): string {
  return md(spoken(oneLine(text ?? '')));
}
