import { formatDay, formatFullDay } from '../../plan/day.ts';
import { ahead } from '../../plan/portfolio/ahead.ts';
import {
  attainedInWords,
  findingsInWords,
  renewalDetail,
  renewalInWords,
  reviewInWords,
  totalsInWords,
} from '../../plan/portfolio/cells.ts';
import { type GoalRow, goalRows } from '../../plan/portfolio/goals.ts';
import { groupPlans } from '../../plan/portfolio/groups.ts';
import { namesakes } from '../../plan/portfolio/namesakes.ts';
import { totalsOf } from '../../plan/portfolio/totals.ts';
import type { PlanSummary, Portfolio } from '../../plan/portfolio/types.ts';
import { HEALTH, plansInWords } from '../../plan/portfolio/words.ts';
import { formatPercent } from '../../plan/quantity/format.ts';
import { compareText } from '../../plan/words.ts';
import { bold, list, md, table } from '../markdown/text.ts';

/** The portfolio for a pull request, a wiki or a mail: what needs attention first, the next 90 days, goals. */
export function portfolioMarkdown({ asOf, plans }: Portfolio): string {
  const apart = namesakes(plans);
  const blocks = [
    '# Portfolio',
    `${plansInWords(plans.length)}, as of ${formatFullDay(asOf)}.`,
    ...list(totalsInWords(totalsOf(plans, asOf)).map(md)),
    ...groupPlans(plans, 'attention', asOf).flatMap(({ label, note, plans: own }) => [
      `## ${label}`,
      `${note}.`,
      ...table(
        ['Customer', 'Health', 'Attained', 'Late', 'Next review', 'Renewal', 'Findings', 'CSM', 'Why'],
        own.map(plan => rowOf(plan, asOf, apart.get(plan))),
      ),
    ]),
    ...aheadBlocks(plans, asOf),
    ...goalBlocks(plans, asOf),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function rowOf(plan: PlanSummary, asOf: Portfolio['asOf'], which: string | undefined): string[] {
  const detail = renewalDetail(plan, asOf);
  return [
    which === undefined ? bold(plan.customer) : `${bold(plan.customer)}, ${md(which)}`,
    HEALTH[plan.health],
    attainedInWords(plan),
    plan.late === 0 ? '' : String(plan.late),
    reviewInWords(plan, asOf),
    md(detail === '' ? renewalInWords(plan, asOf) : `${renewalInWords(plan, asOf)} (${detail})`),
    findingsInWords(plan.findings),
    md(plan.csm),
    md(plan.reason),
  ];
}

function aheadBlocks(plans: readonly PlanSummary[], asOf: Portfolio['asOf']): string[] {
  const { from, to, csms } = ahead(plans, asOf);
  const rows = csms.flatMap(({ csm, days }) =>
    days.map(({ day, text, plan, kind }) => ({
      day,
      row: [
        formatDay(day),
        kind,
        bold(plan.customer),
        kind === 'review' || kind === 'renewal' ? '' : md(text),
        md(csm),
      ],
    })),
  );
  if (rows.length === 0) return [];
  rows.sort((a, b) => compareText(a.day, b.day));
  return [
    '## Next 90 days',
    `${formatDay(from)} to ${formatFullDay(to)}.`,
    ...table(
      ['Day', 'What', 'Customer', 'Which', 'CSM'],
      rows.map(({ row }) => row),
    ),
  ];
}

function goalBlocks(plans: readonly PlanSummary[], asOf: Portfolio['asOf']): string[] {
  const { all, bySegment, byQuarter } = goalRows(plans, asOf);
  if (all.counted === 0) return [];
  const head = ['Plans', 'Reached', 'Of those due', 'Mean attainment'];
  return [
    '## Goals reached',
    ...table(['Segment', ...head], [...bySegment, all].map(goalRow)),
    ...table(['Due in', ...head], byQuarter.map(goalRow)),
  ];
}

function goalRow(row: GoalRow): string[] {
  return [
    md(row.note === undefined ? row.label : `${row.label} (${row.note})`),
    String(row.plans),
    `${row.achieved} of ${row.counted}`,
    row.due === 0 ? 'none due' : `${row.dueAchieved} of ${row.due}`,
    row.mean === undefined ? 'not known' : `${formatPercent(row.mean.mean)} of ${row.mean.known} measured`,
  ];
}
