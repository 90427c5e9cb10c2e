import type { Day } from '../../day.ts';
import { formatFullDay } from '../../day.ts';
import type { PlanDelta } from '../../history/deltas.ts';
import { quoteShort } from '../../words.ts';
import { CHANGED, changeEntry, droppedEntry, fromTo } from '../log/change-words.ts';
import { logEntry } from '../log/log-entry.ts';
import { unlogged } from '../log/unlogged.ts';
import { defineRule, type Report } from '../rule.ts';
import { milestoneName, outcomeName } from '../text/names.ts';

export default defineRule({
  id: 'plan-change-unlogged',
  severity: 'info',
  summary: 'A change since the last review that no review mentions',
  why: `A date that moves between two reviews without a word looks like a slip to the customer, and at renewal nobody can say who agreed to
it. A baseline that is changed after the fact takes the ground from under every result: that is a warning.

The rule compares the plan with what git holds of it from the day of the last review. It looks at due dates, goals, baselines and owners of
outcomes, key results and milestones, and at outcomes that are gone; a new status, a measurement or a value that was open before is no such
change. One entry under \`plan_changes\` or \`decisions\` that names the thing and the kind of change is enough. It stays silent without a repository,
in a shallow clone, in drafts and plans without a review, about changes committed with the review or on its day, and about owners who have left.`,
  looksAt: ['plan'],
  reads: ['stakeholders', 'outcomes', 'milestones', 'risks', 'review_history'],
  appliesTo: { exceptStatuses: ['draft', 'completed', 'archived'], onlyWhole: true, onlyWithHistory: true },
  fixable: true,
  examples: [
    {
      earlier: [
        {
          committedOn: '2026-01-20',
          text: `outcomes:
  - id: O3
    description: Answer customers' delivery questions within hours
    target:
      metric: Median answer time
      goal: 1 hour
      target_date: "2026-07-31"
`,
        },
      ],
      bad: `outcomes:
  - id: O3
    description: Answer customers' delivery questions within hours
    target:
      metric: Median answer time
      goal: 2 hours
      target_date: "2026-07-31"
`,
      good: `outcomes:
  - id: O3
    description: Answer customers' delivery questions within hours
    target:
      metric: Median answer time
      goal: 2 hours
      target_date: "2026-07-31"
review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training has begun.
    plan_changes:
      - O3 goal changed from 1 hour to 2 hours, the service desk lost two people
`,
    },
  ],
  check(plan, { today, history, people, report }) {
    const found = history && unlogged(plan, history, today, people);
    if (!found) return;
    const { review, on } = found.last;
    const day = formatFullDay(on);
    const logged =
      (entry: string): NonNullable<Report['fixes']> =>
      edit => {
        const edits = logEntry(edit, review, entry);
        return [edits && { title: `Log it in the review of ${day}: ${quoteShort(entry, 90)}`, edits, safe: false }];
      };
    for (const { delta, followers } of found.deltas) {
      const what = `${nameOf(delta)}: the ${CHANGED[delta.property]} ${fromTo(delta)} ${when(delta, on)}, and no review says so.`;
      const isBaseline = delta.property === 'baseline' || delta.property === 'measured';
      report({
        at: delta.field,
        ...(isBaseline && { severity: 'warning' as const }),
        message: isBaseline
          ? `${what} All progress is counted from it: log why it was changed after the fact, or put it back.`
          : `${what} Log it as a plan change of that review or the next one.`,
        related: followers.map(one => ({ at: one.field, message: `${nameOf(one)} moved with it` })),
        fixes: logged(changeEntry(delta)),
      });
    }
    if (!plan.outcomes.key) return;
    for (const outcome of found.dropped) {
      const text = outcome.description?.text;
      report({
        at: plan.outcomes,
        message: `${outcomeName(outcome)}${outcome.label && text ? ` (${quoteShort(text)})` : ''} was in the plan at the review of ${day} and is gone, and no review says so. Log why it was dropped, or set it to deferred instead of removing it.`,
        fixes: logged(droppedEntry(outcome)),
      });
    }
  },
});

function when({ since }: PlanDelta, reviewed: Day): string {
  const after = `after the review of ${formatFullDay(reviewed)}`;
  return since && since > reviewed ? `on ${formatFullDay(since)}, ${after}` : after;
}

function nameOf({ about, outcome }: PlanDelta): string {
  if (about.definition === 'milestone') return milestoneName(about);
  if (about.definition === 'outcome') return outcomeName(about);
  return about.label ? `Key result ${about.label}` : `A key result of ${outcome?.label || 'its outcome'}`;
}
