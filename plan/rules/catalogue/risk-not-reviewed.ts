import { formatFullDay } from '../../day.ts';
import type { Risk } from '../../model/index.ts';
import { type HeldReview, heldReviews } from '../../model/reviews.ts';
import { workName } from '../milestones/work.ts';
import { isOpenRisk } from '../risks/risk-state.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'risk-not-reviewed',
  severity: 'info',
  summary: 'An open risk that the last two reviews have not looked at',
  why: `A risk that two reviews in a row have passed over is either gone or forgotten, and nobody can tell which. A minute in
each review keeps the list worth reading: still open, smaller, or closed. A risk counts as looked at on \`reviewed_on\`,
else on \`opened_on\`; one with neither date is left in peace, and so is one that either review names by its id.`,
  looksAt: ['plan'],
  reads: ['risks', 'review_history'],
  appliesTo: { exceptFormats: ['goal_card'], exceptStatuses: ['draft', 'completed', 'archived'] },
  examples: [
    {
      bad: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: medium
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Ruiz
    reviewed_on: "2025-10-20"
${reviews()}`,
      good: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: medium
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Ruiz
    reviewed_on: "2026-01-20"
${reviews()}`,
    },
  ],
  check(plan, { today, report }) {
    const held = heldReviews(plan, today);
    const newest = held.at(-1);
    const before = held.findLast(({ on }) => newest !== undefined && on < newest.on);
    if (!newest || !before) return;
    const lastTwo = held.filter(({ on }) => on >= before.on);
    let named: ReadonlySet<string> | undefined;
    for (const risk of plan.risks.items) {
      if (!isOpenRisk(risk)) continue;
      const reviewed = risk.reviewed_on?.text ? risk.reviewed_on : undefined;
      const seen = reviewed ?? risk.opened_on;
      if (seen?.value === undefined || seen.value >= before.on) continue;
      named ??= wordsOf(lastTwo);
      if (named.has(idOf(risk))) continue;
      const how = reviewed ? 'was last looked at on' : 'was written down on';
      report({
        at: risk,
        message: `${workName(risk)} ${how} ${formatFullDay(seen.value)}, and the reviews of ${formatFullDay(before.on)} and ${formatFullDay(newest.on)} passed it over. Look at it once more: still open, smaller, or closed?`,
        related: [before, newest].map(({ review, on }) => ({
          at: review,
          message: `The review of ${formatFullDay(on)}`,
        })),
      });
    }
  },
});

function idOf(risk: Risk): string {
  return (risk.id?.text ?? '').toLowerCase();
}

/** Every word of what reviews say, ids among them. */
function wordsOf(held: readonly HeldReview[]): ReadonlySet<string> {
  const texts = held.flatMap(({ review }) => [
    review.summary?.text ?? '',
    ...[...review.decisions.items, ...review.plan_changes.items].map(line => line.text),
    ...review.actions.items.map(action => action.description?.text ?? ''),
  ]);
  return new Set(
    texts.flatMap(text =>
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}_.-]+/u)
        .map(word => word.replace(/[.-]$/, '')),
    ),
  );
}

function reviews(): string {
  return `review_history:
  - date: "2025-11-10"
    type: check_in
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: The form is connected in the first depot.
    decisions: [The north goes first]
    plan_changes: none
  - date: "2026-01-20"
    type: qbr
    attendees: [Dana Ruiz, Ken Abe, Priya Shah]
    summary: Order form is live, training has begun.
    decisions: [Depots in the north are trained first]
    plan_changes: none
`;
}
