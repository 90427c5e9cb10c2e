import { type Metric, type OutcomeStanding, outcomeStanding, tellEnds } from '../../attainment/index.ts';
import type { Day } from '../../day.ts';
import type { Outcome, Plan } from '../../model/index.ts';
import { dueField, isPursued, isPutOff } from '../../model/outcomes.ts';
import { formatPercent } from '../../quantity/index.ts';
import { isSaid } from '../../rules/text/placeholder.ts';
import { dayNear, oneLine, short, spoken } from '../../words.ts';

/**
 * A line for each outcome with its numbers, in groups as a review goes through them: what is worked for, what is called over and is not where it should be
 * by its numbers, what is reached, what waits.
 */
export function outcomeLines(plan: Plan, today: Day): readonly (readonly string[])[] {
  const groups: { readonly [group in Group]: string[] } = { pursued: [], short: [], reached: [], putOff: [] };
  for (const outcome of plan.outcomes.items) {
    if (!outcome.mapping) continue;
    const standing = outcomeStanding(outcome, plan, today);
    groups[groupOf(standing)].push(outcomeLine(standing, today));
  }
  return [groups.pursued, groups.short, groups.reached, groups.putOff];
}

type Group = 'pursued' | 'short' | 'reached' | 'putOff';

function groupOf({ outcome, achieved }: OutcomeStanding): Group {
  if (isPutOff(outcome)) return 'putOff';
  if (isPursued(outcome)) return 'pursued';
  return achieved ? 'reached' : 'short';
}

/** `O1 Order entry time: 8.5 minutes on 2 Feb, from 12 minutes, goal 4 minutes by 30 Jun; 44% of the way, 41% expected by now` */
function outcomeLine(standing: OutcomeStanding, today: Day): string {
  const { outcome, metrics } = standing;
  const due = dueField(outcome)?.value;
  const by = due ? ` by ${dayNear(due, today)}` : '';
  const [metric] = metrics;
  const only = metrics.length === 1 ? metric : undefined;
  const after = [wayOf(standing), stateOf(standing)].filter(words => words !== '').join('; ');
  if (!only) {
    const head = `${nameOf(outcome)}${by ? `, due${by}` : ''}`;
    return after === '' ? `${head}: not measured yet` : `${head}; ${after}`;
  }
  const name = isSaid(only.name) ? ` ${oneLine(only.name)}` : '';
  const head = outcome.label && name ? `${outcome.label}${name}` : nameOf(outcome);
  const said = [figuresOf(only, by, today), after].filter(words => words !== '').join('; ');
  return `${head}: ${said || 'not measured yet'}`;
}

/** `8.5 minutes on 2 Feb, from 12 minutes, goal 4 minutes by 30 Jun`, as far as it is known. */
function figuresOf(metric: Metric, by: string, today: Day): string {
  const { baseline, now, goal } = tellEnds(metric);
  const figures = [
    now && `${short(now.text)}${now.day ? ` on ${dayNear(now.day, today)}` : ''}`,
    baseline && `${now ? 'from' : 'baseline'} ${short(baseline.text)}`,
    goal && `goal ${short(goal.text)}${by}`,
  ];
  return figures.filter(figure => figure !== undefined).join(', ');
}

/** How far it is, and should be; where nobody goes on, nothing is expected. */
function wayOf({ outcome, attainment, expected, achieved }: OutcomeStanding): string {
  if (attainment === undefined) return '';
  const way = `${formatPercent(attainment)} of the way`;
  const isOver = isPutOff(outcome) || (achieved && !isPursued(outcome));
  return expected === undefined || isOver ? way : `${way}, ${formatPercent(expected)} expected by now`;
}

/**
 * What an outcome is by its numbers, in the words of every view, and what the plan declares beside it where that is something else. Nothing of what is
 * simply being worked for: its figures say how it stands.
 */
function stateOf({ outcome, judgement: { health } }: OutcomeStanding): string {
  const declared = spoken(oneLine(outcome.status?.text ?? ''));
  if (isPutOff(outcome)) return declared;
  if (isPursued(outcome) && health !== 'achieved') return '';
  return outcome.status?.value === health || declared === ''
    ? spoken(health)
    : `${spoken(health)} (declared: ${declared})`;
}

function nameOf({ label, description }: Outcome): string {
  const text = short(description?.text ?? '', 70);
  return [label, isSaid(text) ? text : ''].filter(word => word !== '').join(' ') || 'Outcome';
}
