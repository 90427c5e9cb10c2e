import {
  isHold,
  latestMeasurement,
  type Metric,
  type OutcomeStanding,
  tellExpected,
  tellLatest,
} from '../attainment/index.ts';
import { type Day, formatFullDay } from '../day.ts';
import { dueField } from '../model/outcomes.ts';
import { formatPercent, formatQuantity } from '../quantity/index.ts';
import type { OutcomeFacts } from './types.ts';

/** What the drawing of an outcome shows, in words for a table; nothing where nothing is known. `metric` is absent where several make up its attainment. */
export function outcomeFacts(standing: OutcomeStanding, metric: Metric | undefined, today: Day): OutcomeFacts {
  const { attainment, expected } = standing;
  const reached = standing.achieved ? 'reached' : undefined;
  const forecast = standing.forecast === undefined ? reached : formatFullDay(standing.forecast);
  if (metric === undefined) {
    const goal = dueField(standing.outcome)?.value;
    return {
      ...fact('today', attainment === undefined ? undefined : formatPercent(attainment)),
      ...fact('expected', expected === undefined ? undefined : formatPercent(expected)),
      ...fact('goal', goal === undefined ? undefined : `by ${formatFullDay(goal)}`),
      ...fact('forecast', forecast),
    };
  }
  const { series, baseline, goal } = metric;
  const now = tellLatest(metric);
  const due = isHold(series) || expected === undefined ? undefined : tellExpected(metric, today);
  return {
    ...fact('metric', metric.name),
    ...fact('baseline', baseline && on(formatQuantity(baseline), series.baseline?.day)),
    ...fact('today', now && on(now, latestMeasurement(series)?.day)),
    ...fact('expected', due),
    ...fact('goal', goal && on(formatQuantity(goal), series.goal?.day, 'by')),
    ...fact('forecast', forecast),
  };
}

function on(text: string, day: Day | undefined, word = 'on'): string {
  return day === undefined ? text : `${text} ${word} ${formatFullDay(day)}`;
}

function fact<K extends keyof OutcomeFacts>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  if (value !== undefined && value !== '') found[key] = value;
  return found;
}
