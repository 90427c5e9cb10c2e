import { formatFullDay } from '../../day.ts';
import { isOpen } from '../../model/milestones.ts';
import { isPursued } from '../../model/outcomes.ts';
import type { Changeable } from '../log/change-subject.ts';
import { loggedChanges, logsChanges } from '../log/logged-changes.ts';
import { unapplied } from '../log/unapplied.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'plan-change-not-applied',
  severity: 'warning',
  summary: 'A change that a review agreed on and that the plan does not show',
  why: `The customer remembers what was agreed in the review; the plan is what everybody works from. Where the two differ,
one side is late without knowing. Only an entry that names exactly one thing and one new value counts, such as “O1 milestone 3
moved from Jan 15 to Mar 1” under \`plan_changes\`, and of several about one thing only the last. A name may be shortened (“Training
moved from Jan 15 to Mar 1”) where only one milestone has those words and the plan still has the old value that the entry names.`,
  looksAt: ['plan'],
  reads: ['review_history'],
  appliesTo: { exceptStatuses: ['completed', 'archived'], onlyWhole: true },
  fixable: true,
  examples: [
    {
      bad: `review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training takes longer.
    decisions:
      - Depots in the north are trained first
    plan_changes:
      - O1 milestone 2 target date moved from Mar 31 to Apr 30
`,
      good: `review_history:
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training has begun.
    decisions:
      - Depots in the north are trained first
    plan_changes:
      - O1 milestone 2 target date moved from Feb 28 to Mar 31
`,
    },
  ],
  check(plan, { people, report, looksFurther }) {
    if (!logsChanges(plan)) return;
    looksFurther('stakeholders', 'outcomes', 'milestones', 'risks');
    for (const logged of loggedChanges(plan)) {
      if (!isStillOpen(logged.about)) continue;
      const found = unapplied(logged, people);
      if (found)
        report({
          ...found,
          related: [
            { at: logged.entry, message: `The review of ${formatFullDay(logged.reviewed)} says so here` },
            ...(found.related ?? []),
          ],
        });
    }
  },
});

function isStillOpen(about: Changeable): boolean {
  if (about.definition === 'milestone') return isOpen(about);
  if (about.definition === 'outcome') return isPursued(about);
  return about.status?.value !== 'closed' && about.status?.value !== 'mitigated';
}
