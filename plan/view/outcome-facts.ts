import { isHold, type Metric, type OutcomeStanding, type Said, tellEnds, tellExpected } from '../attainment/index.ts';
import { type Day, formatFullDay } from '../day.ts';
import { dueField } from '../model/outcomes.ts';
import { formatPercent } from '../quantity/index.ts';
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
  const { baseline, now, goal } = tellEnds(metric);
  const due = isHold(metric.series) || expected === undefined ? undefined : tellExpected(metric, today);
  return {
    ...fact('metric', metric.name),
    ...fact('baseline', on(baseline)),
    ...fact('today', on(now)),
    ...fact('expected', due),
    ...fact('goal', on(goal, 'by')),
    ...fact('forecast', forecast),
  };
}

function on(said: Said | undefined, word = 'on'): string | undefined {
  return said?.day === undefined ? said?.text : `${said.text} ${word} ${formatFullDay(said.day)}`;
}

function fact<K extends keyof OutcomeFacts>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  const found: { [P in K]?: string } = {};
  if (value !== undefined && value !== '') found[key] = value;
  return found;
}
