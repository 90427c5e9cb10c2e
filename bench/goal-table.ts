import type { Figures } from './figures.ts';
import { type Found, type Goal, type Judged, judge, NOT_IN_RUN } from './goal.ts';
import { GOALS } from './goals.ts';
import { formatFigure, table } from './table.ts';

/**
 * Every goal with the figure of this run beside its limit; where one was missed, the floor of the same run. Goals that are about what this run was
 * not asked to measure are only counted.
 */
export function goalTable(figures: Figures, goals: readonly Goal[] = GOALS): string {
  const all = goals.map(goal => judge(goal, figures));
  const judged = all.filter(({ found }) => found !== NOT_IN_RUN);
  const head = ['what', 'at', 'limit', 'this run', '', 'floor of the same run'];
  const rows = [head, ...judged.map(one => row(one, figures))];
  const left = all.length - judged.length;
  const rest = left > 0 ? ` ${left} more are about what was not in this run.` : '';
  const count = (verdict: Judged['verdict']) => judged.filter(one => one.verdict === verdict).length;
  const counts = `${count('held')} held, ${count('missed')} missed, ${count('not measured')} not measured.${rest}`;
  return `${table(rows, [0, 1, 4, 5])}\n\n${counts}`;
}

function row({ goal, found, verdict, floor }: Judged, figures: Figures): string[] {
  const known = typeof found === 'number';
  return [
    goal.what,
    goal.at(figures),
    `≤ ${formatFigure(goal.limit)} ${goal.unit}`,
    known ? withUnit(found, goal) : '–',
    verdict === 'missed' ? '**missed**' : verdict,
    floor ? `${floor.what}: ${withUnit(floor.found, goal)}` : known ? '' : `(${found})`,
  ];
}

function withUnit(found: Found, { unit }: Goal): string {
  return typeof found === 'number' ? `${formatFigure(found)} ${unit}` : found;
}
