import { type Metric, measuredIn, outcomeStanding, tellLatest, tellValue } from '../../attainment/index.ts';
import { formatFullDay } from '../../day.ts';
import type { KeyResult, Outcome } from '../../model/index.ts';
import { formatPercent, formatQuantity } from '../../quantity/index.ts';
import { capitalise, spoken } from '../../words.ts';
import type { Telling } from './telling.ts';

/** The numbers of an outcome in words: attained and expected, the values they come from, the forecast, and health with its reason. */
export function outcomeWords(outcome: Outcome, telling: Telling): string[] {
  const { plan, today, pen } = telling;
  const { attainment, expected, forecast, judgement, milestones, metrics } = outcomeStanding(outcome, plan, today);
  const attained =
    attainment === undefined ? 'Attainment is unknown' : `${pen.strong(formatPercent(attainment))} attained`;
  const due = expected === undefined ? '' : `, ${formatPercent(expected)} expected by today`;
  return [
    `${attained}${due}.`,
    ...metrics.map(metric => metricWords(metric, telling)),
    milestones.counted > 0 ? `${milestones.complete} of ${milestones.counted} milestones done.` : '',
    forecast === undefined
      ? ''
      : forecast < today
        ? `At its pace the goal was reached on ${formatFullDay(forecast)}, but nobody has measured since.`
        : `At this pace the goal is reached on ${formatFullDay(forecast)}.`,
    // The reason names milestones as the plan does.
    `${pen.strong(capitalise(spoken(judgement.health)))} — ${pen.text(judgement.reason, 500)}`,
  ];
}

/** The numbers of one key result. */
export function keyResultWords(result: KeyResult, outcome: Outcome, telling: Telling): string[] {
  const { metrics } = outcomeStanding(outcome, telling.plan, telling.today);
  const metric = metrics[measuredIn(outcome).indexOf(result)];
  return metric ? [metricWords(metric, telling)] : [];
}

function metricWords(metric: Metric, { pen }: Telling): string {
  const { series, goal, name } = metric;
  const from = series.baseline && tellValue(series.baseline, metric);
  if (!goal || from === undefined) return '';
  const latest = tellLatest(metric);
  const now =
    latest === undefined
      ? metric.inWords.now
        ? `now ${written(metric.inWords.now.text)}`
        : `${metric.unlike ? 'measured in another unit' : 'not measured'} since`
      : `now ${written(latest)}`;
  return `${pen.text(name) || 'Metric'}: from ${written(from)}, ${now}, to ${written(formatQuantity(goal))}.`;

  function written(quantity: string): string {
    return pen.text(quantity, 60);
  }
}
