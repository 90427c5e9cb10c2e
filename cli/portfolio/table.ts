import colors from 'picocolors';
import { type Day, formatDay, formatFullDay } from '../../plan/day.ts';
import { type Ahead, ahead } from '../../plan/portfolio/ahead.ts';
import {
  attainedInWords,
  findingsInWords,
  renewalInWords,
  reviewInWords,
  totalsInWords,
} from '../../plan/portfolio/cells.ts';
import { type GoalRow, goalRows } from '../../plan/portfolio/goals.ts';
import { groupPlans } from '../../plan/portfolio/groups.ts';
import { namesakes } from '../../plan/portfolio/namesakes.ts';
import { totalsOf } from '../../plan/portfolio/totals.ts';
import type { PlanHealth, PlanSummary, Portfolio } from '../../plan/portfolio/types.ts';
import { HEALTH, plansInWords, shortMoney } from '../../plan/portfolio/words.ts';
import { formatPercent } from '../../plan/quantity/format.ts';
import { visible } from '../../plan/visible.ts';
import { dayNear } from '../../plan/words.ts';
import type { Look } from '../formats/format.ts';
import { type Column, cell, cut, fitInto, headOf, lineOf } from './columns.ts';

/** Signs that every terminal has, and that are told apart without colours. */
const SIGNS: Readonly<Record<PlanHealth, string>> = {
  off_track: '×',
  at_risk: '!',
  unreadable: '#',
  unknown: '?',
  not_started: '○',
  on_track: '●',
  achieved: '✓',
};

/** Of each CSM so many days to come are listed. */
const DAYS = 8;
/** A terminal narrower than this wraps lines. */
const NARROWEST = 40;

type Paint = ReturnType<typeof colors.createColors>;

/** The portfolio for people: what needs attention first, the next 90 days, goals. In pieces of a few lines. */
export function* portfolioTable({ asOf, plans }: Portfolio, { colour, columns }: Look): Generator<string> {
  const paint = colors.createColors(colour);
  const room = Math.max(NARROWEST, columns);
  yield `${paint.bold(`${plansInWords(plans.length)}, ${formatFullDay(asOf)}`)}\n`;
  if (plans.length === 0) return;
  for (const sentence of totalsInWords(totalsOf(plans, asOf))) yield `${cut(sentence, room)}\n`;
  const fitted = fitInto(columnsOf(asOf, paint), plans, room);
  const [[, indent] = [undefined, 0]] = fitted;
  yield `\n${paint.dim(headOf(fitted))}\n`;
  const apart = namesakes(plans);
  for (const { label, note, plans: own } of groupPlans(plans, 'attention', asOf)) {
    yield `\n${paint.bold(label)} ${paint.dim(cut(note, room - label.length - 1))}\n`;
    for (const plan of own) {
      const which = apart.get(plan);
      const reason = cut(which === undefined ? plan.reason : `${which}: ${plan.reason}`, room - indent - 2);
      yield `${lineOf(fitted, plan)}\n${' '.repeat(indent + 2)}${paint.dim(reason)}\n`;
    }
  }
  yield* aheadLines(ahead(plans, asOf), paint, room);
  yield* goalLines(plans, asOf, paint, room);
}

function columnsOf(asOf: Day, paint: Paint): Column<PlanSummary>[] {
  const worth = ({ arr }: PlanSummary) => (arr ? shortMoney(arr.amount, arr.currency) : '–');
  return [
    {
      head: 'Health',
      text: ({ health }) => `${SIGNS[health]} ${HEALTH[health]}`,
      least: 13,
      most: 13,
      paint: (text, { health }) => painter(health, paint)(text),
    },
    { head: 'Customer', text: plan => plan.customer, least: 14, most: 32, paint: paint.bold },
    { head: 'Attained', text: attainedInWords, least: 11, most: 12, spare: 1 },
    { head: 'Late', text: ({ late }) => (late === 0 ? '–' : String(late)), least: 4, most: 6, right: true, spare: 2 },
    { head: 'Next review', text: plan => reviewInWords(plan, asOf), least: 13, most: 18, spare: 3 },
    { head: 'Renewal', text: plan => renewalInWords(plan, asOf), least: 9, most: 13 },
    {
      head: 'on',
      text: ({ renewal }) => (renewal ? dayNear(renewal, asOf) : '–'),
      least: 6,
      most: 11,
      spare: 7,
      extra: true,
    },
    { head: 'A year', text: worth, least: 6, most: 12, right: true, spare: 6, extra: true },
    { head: 'Findings', text: ({ findings }) => gravest(findings), least: 8, most: 22, spare: 5 },
    { head: 'CSM', text: ({ csm }) => csm ?? '–', least: 8, most: 20, spare: 4 },
  ];
}

/** Errors and warnings; notes where there is nothing else. */
function gravest(findings: PlanSummary['findings']): string {
  const { error, warning } = findings;
  return findingsInWords(error + warning > 0 ? { ...findings, info: 0, hint: 0 } : findings);
}

function painter(health: PlanHealth, paint: Paint): (text: string) => string {
  if (health === 'off_track' || health === 'unreadable') return paint.red;
  if (health === 'at_risk') return paint.yellow;
  return health === 'on_track' || health === 'achieved' ? paint.green : paint.dim;
}

function* aheadLines({ from, to, csms }: Ahead, paint: Paint, room: number): Generator<string> {
  if (csms.every(({ days }) => days.length === 0)) return;
  yield `\n${paint.bold('Next 90 days')} ${paint.dim(`${formatDay(from)} to ${formatFullDay(to)}`)}\n`;
  const wide = Math.min(24, Math.floor(room / 3));
  for (const { csm, note, days } of csms) {
    const name = cut(csm, Math.floor(room / 2));
    yield `\n${paint.bold(name)} ${paint.dim(cut(note, room - name.length - 1))}\n`;
    for (const { day, kind, text, plan } of days.slice(0, DAYS)) {
      const what = kind === 'review' || kind === 'renewal' ? renewalWorth(kind, plan) : text;
      const said = `${formatDay(day).padStart(6)}  ${kind.padEnd(9)}  ${cell(plan.customer, wide)}`;
      yield `${`${said}  ${cut(what, room - 6 - 9 - wide - 6)}`.trimEnd()}\n`;
    }
    if (days.length > DAYS) yield `${paint.dim(`        and ${days.length - DAYS} more`)}\n`;
  }
}

function renewalWorth(kind: 'review' | 'renewal', plan: PlanSummary): string {
  return kind === 'renewal' && plan.arr ? `${shortMoney(plan.arr.amount, plan.arr.currency)} a year` : '';
}

function* goalLines(plans: readonly PlanSummary[], asOf: Day, paint: Paint, room: number): Generator<string> {
  const { all, bySegment, byQuarter } = goalRows(plans, asOf);
  if (all.counted === 0) return;
  const due = all.due === 0 ? 'none due' : `of those due ${all.dueAchieved} of ${all.due}`;
  yield `\n${paint.bold('Goals reached')} ${paint.dim(`${all.achieved} of ${all.counted}, ${due}`)}\n`;
  for (const [head, rows] of [
    ['Segment', bySegment],
    ['Due in', byQuarter],
  ] as const) {
    const fitted = fitInto(goalColumns(head), rows, room);
    yield `\n${paint.dim(headOf(fitted))}\n`;
    for (const row of rows) yield `${lineOf(fitted, row)}\n`;
  }
}

function goalColumns(head: string): Column<GoalRow>[] {
  return [
    {
      head,
      text: ({ label, note }) => visible(note === undefined ? label : `${label}, ${note}`),
      least: 12,
      most: 32,
    },
    { head: 'Plans', text: ({ plans }) => String(plans), least: 5, most: 7, right: true, spare: 2 },
    { head: 'Reached', text: row => `${row.achieved} of ${row.counted}`, least: 9, most: 16 },
    {
      head: 'Of those due',
      text: row => (row.due === 0 ? 'none due' : `${row.dueAchieved} of ${row.due}`),
      least: 12,
      most: 16,
      spare: 1,
    },
    {
      head: 'Mean attainment',
      text: ({ mean }) => (mean === undefined ? 'not known' : `${formatPercent(mean.mean)} of ${mean.known} measured`),
      least: 9,
      most: 24,
    },
  ];
}
