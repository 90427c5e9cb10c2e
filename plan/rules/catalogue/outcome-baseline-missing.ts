import type { Outcome } from '../../model/index.ts';
import { isOpen } from '../../model/milestones.ts';
import { isPursued, isPutOff } from '../../model/outcomes.ts';
import { capitalise, decapitalise, quoteShort } from '../../words.ts';
import { isMisnamed } from '../format/misnamed.ts';
import { hasUnreadable, isJudgedByWord, isWish, measuringMilestone, speaksOfBaseline } from '../measures/measurable.ts';
import { measureFirst } from '../measures/measure-first.ts';
import { type Measured, measuredName, metricName } from '../measures/measured.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'outcome-baseline-missing',
  severity: 'warning',
  summary: 'An outcome without a measured baseline',
  why: `Progress is the way from where the customer stood to where they want to be. Without the first number a reached
goal proves nothing, and at the renewal nobody remembers how it was. Where it is not known yet, let the first milestone
measure it: an open milestone that speaks of the baseline, or that measures before the last one confirms, is enough here.`,
  looksAt: ['outcome'],
  reads: ['milestones'],
  appliesTo: { exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived'], onlyWhole: true },
  fixable: true,
  examples: [
    {
      without: ['outcomes.O1.baseline', 'outcomes.O1.measurements'],
      bad: `outcomes:
  - id: O1
    description: Cut the time to enter an order to 4 minutes
    so_that: clerks have the afternoon for customers who call
    business_value: Frees two people in each depot
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: not_started
    milestones:
      - name: Order form connected
        target_date: 2026-04-15
        status: pending
        owner: Priya Shah
      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: pending
        owner: Dana Ruiz
        kind: validation
`,
      good: `outcomes:
  - id: O1
    description: Cut the time to enter an order to 4 minutes
    so_that: clerks have the afternoon for customers who call
    business_value: Frees two people in each depot
    target: { metric: Order entry time, goal: 4 minutes, target_date: 2026-06-30 }
    status: not_started
    milestones:
      - name: Measure the baseline in two depots
        target_date: 2026-03-12
        status: pending
        owner: Ken Abe
      - name: Order form connected
        target_date: 2026-04-15
        status: pending
        owner: Priya Shah
      - name: Four minutes confirmed by the depots
        target_date: 2026-06-30
        status: pending
        owner: Dana Ruiz
        kind: validation
`,
    },
  ],
  check(outcome, context) {
    if (isPutOff(outcome) || isJudgedByWord(outcome) || outcome.key_results.word) return;
    const all = bare(outcome);
    if (all.length === 0 || isWish(outcome)) return;
    const milestone = measuringMilestone(outcome, context.plan);
    if (milestone && isOpen(milestone)) return;
    const name = milestone?.status?.value === 'skipped' ? '' : (milestone?.name?.text ?? '');
    for (const metric of all) {
      const { baseline } = metric;
      const written = baseline?.current?.text;
      // What measured something else is no news where no baseline was begun at all.
      const done = name && (written !== undefined || isAbout(name, metric)) ? `${quoteShort(name)} is done, but ` : '';
      const call = capitalise(measuredName(metric, outcome));
      const lacks = baseline
        ? `${call} has a baseline that nobody has measured${written ? ` (${quoteShort(written)})` : ''}`
        : `${call} has no baseline`;
      const advice = isPursued(outcome)
        ? `${what(metric, 'is today')}${done ? '.' : ', or let the first milestone measure it.'}`
        : `${what(metric, 'was before the work began')}.`;
      context.report({
        at: baseline?.current ?? baseline ?? metric,
        message: `${done}${done ? decapitalise(lacks) : lacks}, so nobody can show what has changed. Write down ${advice}`,
        related: done && milestone?.name ? [{ at: milestone.name, message: 'This milestone was to measure it' }] : [],
        fixes: edit => [done ? undefined : measureFirst(outcome, metric, context, edit)],
      });
    }
  },
});

/** What lacks a measured baseline: the outcome, or those of its key results that have a goal. Words without a number are spoken of by another rule. */
function bare(outcome: Outcome): readonly Measured[] {
  if (isMeasured(outcome) || isMisnamed(outcome, 'baseline')) return [];
  const results = outcome.key_results.items;
  if (results.length === 0) return [outcome];
  return results.filter(
    result => result.target?.goal?.value?.kind === 'quantity' && !isMeasured(result) && !isMisnamed(result, 'baseline'),
  );
}

function isMeasured({ baseline }: Measured): boolean {
  const reading = baseline?.current?.value?.kind;
  return (
    reading === 'quantity' ||
    reading === 'not-measurable' ||
    baseline?.word !== undefined ||
    hasUnreadable(baseline, 'current')
  );
}

/** True for the name of a milestone that speaks of a baseline, or of this very metric. */
function isAbout(name: string, metric: Measured): boolean {
  const about = metricName(metric).toLowerCase();
  return speaksOfBaseline(name) || (about !== '' && name.toLowerCase().includes(about));
}

function what(metric: Measured, when: string): string {
  return metricName(metric)
    ? `what ${quoteShort(metricName(metric), 40)} ${when}`
    : `where the customer ${when.replace('is', 'stands').replace('was', 'stood')}`;
}
