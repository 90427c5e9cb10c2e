import {
  isHold,
  latestMeasurement,
  type Metric,
  type OutcomeStanding,
  type Point,
  tellExpected,
  tellInWords,
  tellValue,
} from '../attainment/index.ts';
import { attainment as attained, crosses } from '../attainment/series.ts';
import { type Day, daysBetween } from '../day.ts';
import type { Plan } from '../model/index.ts';
import { dueField } from '../model/outcomes.ts';
import {
  displayValue,
  formatLike,
  formatPercent,
  formatQuantity,
  formatTick,
  fromDisplay,
  type Quantity,
} from '../quantity/index.ts';
import { short, stopped } from '../words.ts';
import { attainmentFigure, metricTrend } from './metric-figures.ts';
import { glyphOf, milestoneSentence, namedMilestones, outcomeKey, outcomeName } from './milestones.ts';
import { outcomeFacts } from './outcome-facts.ts';
import { offsetOf, placed } from './places.ts';
import { layoutBar, layoutHold, type ScaleEnd } from './scale.ts';
import type { Act, HealthMark, HealthView, OutcomeView, ScaleView } from './types.ts';
import { oneLine, spoken } from './words.ts';

/** Words for the states of health, as they stand beside their marks. */
export const HEALTH_WORDS: Readonly<Record<HealthMark, string>> = {
  achieved: 'Achieved',
  on_track: 'On track',
  at_risk: 'At risk',
  off_track: 'Off track',
  not_started: 'Not started',
  unknown: 'Unknown',
};

/** One outcome's row on a day. `editable`: whether it offers to be filled in. */
export function outcomeRow(
  standing: OutcomeStanding,
  plan: Plan,
  index: number,
  today: Day,
  editable: boolean,
): OutcomeView {
  const { outcome, milestones } = standing;
  const metric = single(standing);
  const trend = metric === undefined ? undefined : metricTrend(metric, standing.achieved, today);
  const glyphs = namedMilestones(plan, outcome, index).map(one => glyphOf(one.milestone));
  return {
    ...placed(plan.syntax, outcome),
    key: outcomeKey(index),
    name: outcomeName(outcome, index),
    title: titleOf(standing),
    milestones: {
      glyphs,
      text: milestones.counted === 0 ? 'No milestones' : `${milestones.complete} of ${milestones.counted} milestones`,
      sentence: milestoneSentence(glyphs),
    },
    attainment: attainmentFigure(standing, metric),
    scale: scaleOf(standing, today),
    ...(trend === undefined ? {} : { trend }),
    ...(standing.metrics.length > 1 ? { parts: partsOf(standing) } : {}),
    health: healthOf(standing, plan, editable),
    facts: outcomeFacts(standing, metric, today),
  };
}

/** The one metric of an outcome; undefined where several key results make up its attainment. */
export function single(standing: OutcomeStanding): Metric | undefined {
  return standing.metrics.length === 1 ? standing.metrics[0] : undefined;
}

/** What the attainment is the mean of: `Days to first commit 38%; Survey unknown`. */
function partsOf({ metrics }: OutcomeStanding): string {
  const told = metrics.slice(0, PARTS).map(({ name, series }) => {
    const reached = attained(series);
    return `${short(name, 40)} ${reached === undefined ? 'unknown' : formatPercent(reached)}`;
  });
  return [...told, ...(metrics.length > PARTS ? [`${metrics.length - PARTS} more`] : [])].join('; ');
}

const PARTS = 5;

/** Short name for a lane or a sentence: the metric's, else the description. */
export function shortTitle(standing: OutcomeStanding): string {
  return oneLine(single(standing)?.name ?? '') || titleOf(standing);
}

function titleOf(standing: OutcomeStanding): string {
  const { description } = standing.outcome;
  return (
    oneLine(description?.value ?? description?.text ?? '') ||
    oneLine(standing.metrics[0]?.name ?? '') ||
    'No description yet'
  );
}

function scaleOf(standing: OutcomeStanding, today: Day): ScaleView {
  const metric = single(standing);
  if (metric === undefined) return meanScale(standing, today);
  const { series, baseline, goal, like } = metric;
  if (
    series.baseline === undefined ||
    series.goal === undefined ||
    baseline === undefined ||
    goal === undefined ||
    like === undefined
  ) {
    return { kind: 'none', text: [...saidInstead(metric), withoutScale(standing, metric)].join(' ') };
  }
  const latest = latestMeasurement(series);
  const value: ScaleEnd | undefined =
    latest === undefined ? undefined : end(latest, tellValue(latest, metric) ?? '', like);
  if (isHold(series)) {
    return layoutHold({
      metric: metric.name,
      goal: end(series.goal, formatQuantity(goal), like),
      ...(value === undefined || latest === undefined ? {} : { value, ...elapsedAt(latest, series) }),
      holds: latest === undefined || !crosses(series, latest.value),
      unlike: metric.unlike,
      said: metric.inWords.now?.text,
    });
  }
  const due = tellExpected(metric, today);
  // From 4 hours to 30 minutes, 3 and 2 are hours; beside a day, 0.4 is nothing without its unit.
  const isMixed = baseline.style.factor !== goal.style.factor;
  const tick = (at: number, areWhole: boolean) =>
    isMixed && !areWhole ? formatLike(at, like, { form: 'tight' }) : formatTick(at, like);
  return layoutBar({
    today,
    metric: metric.name,
    baseline: {
      ...end(series.baseline, formatQuantity(baseline), like),
      short: formatQuantity(baseline, { form: 'tight' }),
    },
    goal: { ...end(series.goal, formatQuantity(goal), like), short: formatQuantity(goal, { form: 'tight' }) },
    ...(value === undefined ? {} : { value }),
    ...(standing.expected === undefined || due === undefined
      ? {}
      : { expected: { fraction: standing.expected, label: due } }),
    unlike: metric.unlike,
    said: metric.inWords.now?.text,
    formatTick: (display, areWhole) => tick(fromDisplay(display, like), areWhole),
  });
}

/** Ends and values in the unit that people read, so that ticks fall on round numbers of it. */
function end(point: Point, label: string, like: Quantity): ScaleEnd {
  return { value: displayValue(point.value, like), label, ...(point.day === undefined ? {} : { day: point.day }) };
}

function elapsedAt(latest: Point, series: Metric['series']): { elapsed?: number } {
  const from = series.baseline?.day;
  const to = series.goal?.day;
  if (latest.day === undefined || from === undefined || to === undefined || to <= from) return {};
  return { elapsed: daysBetween(from, latest.day) / daysBetween(from, to) };
}

/** Several key results: their mean on a scale of its own. */
function meanScale(standing: OutcomeStanding, today: Day): ScaleView {
  if (standing.metrics.length === 0) return { kind: 'none', text: 'Nothing to measure is written down yet.' };
  const day = dueField(standing.outcome)?.value;
  const { attainment, expected } = standing;
  return layoutBar({
    today,
    metric: `Mean of ${standing.metrics.length} key results`,
    baseline: { value: 0, label: '0%' },
    goal: { value: 1, label: '100%', ...(day === undefined ? {} : { day }) },
    ...(attainment === undefined ? {} : { value: { value: attainment, label: formatPercent(attainment) } }),
    ...(expected === undefined ? {} : { expected: { fraction: expected, label: formatPercent(expected) } }),
    formatTick: formatPercent,
  });
}

function saidInstead({ inWords }: Metric): string[] {
  return tellInWords(inWords).map(words => stopped(short(words, 80)));
}

function withoutScale(standing: OutcomeStanding, metric: Metric): string {
  if (standing.outcome.kind?.value === 'qualitative') return 'Judged by the customer’s word, not by a number.';
  switch (metric.missing) {
    case 'baseline':
      return metric.goal === undefined
        ? 'The baseline holds no number.'
        : `No baseline to start from; the goal is ${formatQuantity(metric.goal)}.`;
    case 'goal':
      return metric.baseline === undefined
        ? 'The goal holds no number.'
        : `No goal to reach; the baseline is ${formatQuantity(metric.baseline)}.`;
    case 'comparison':
      return 'Baseline and goal are in units that do not compare, so there is no scale to draw.';
    case 'change':
      return 'The goal is written as a change, so there is no scale to draw: write the value to be reached.';
    default:
      return 'Neither goal nor baseline holds a number, so there is no scale to draw.';
  }
}

function healthOf(standing: OutcomeStanding, plan: Plan, editable: boolean): HealthView {
  const { outcome, judgement } = standing;
  const declared = outcome.status?.text ?? '';
  return {
    mark: judgement.health,
    word: HEALTH_WORDS[judgement.health],
    ...(declared === '' ? {} : { declared: `declared: ${spoken(declared)}` }),
    reason: judgement.reason,
    actions: editable ? actionsOf(standing, plan) : [],
  };
}

/** What brings the next number: a measurement, or first something that can be measured. What is over needs neither. */
function actionsOf(standing: OutcomeStanding, plan: Plan): readonly Act[] {
  const { outcome, metrics } = standing;
  if (standing.deferred || outcome.kind?.value === 'qualitative') return [];
  const at = offsetOf(plan.syntax, outcome);
  if (metrics.some(metric => metric.missing === undefined))
    return [{ kind: 'dialogue', label: 'Record measurement', dialogue: 'recordMeasurement', at }];
  return [
    { kind: 'go', label: 'Give it a metric', at: offsetOf(plan.syntax, outcome.baseline, outcome.target, outcome) },
  ];
}
