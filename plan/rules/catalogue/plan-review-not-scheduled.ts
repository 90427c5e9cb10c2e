import { formatFullDay } from '../../day.ts';
import { lastReview, wasReviewedSince } from '../../model/reviews.ts';
import { resolve } from '../../syntax/tree.ts';
import { isMisnamed } from '../format/misnamed.ts';
import { isLogReadable, isRhythmReadable, offeredDays, setNextReview } from '../reviews/review-rhythm.ts';
import { defineRule, type Report } from '../rule.ts';

export default defineRule({
  id: 'plan-review-not-scheduled',
  severity: 'warning',
  summary: 'A plan without a day for its next review',
  why: `A plan is only kept alive by the next meeting about it. Where no day is agreed on, everybody waits for somebody else,
and the plan is opened again when the renewal is due. A day that has passed counts as none if the review was held on it:
then the one after is missing. A plan past its renewal is reviewed like any other. Drafts, goal cards and pre-sale plans
have no such rhythm, and a plan that has neither outcomes nor milestones yet is left in peace.`,
  looksAt: ['plan'],
  reads: ['plan'],
  appliesTo: {
    onlyWhole: true,
    exceptFormats: ['goal_card'],
    exceptStages: ['pre_sale'],
    exceptStatuses: ['completed', 'archived', 'draft'],
  },
  fixable: true,
  examples: [
    {
      without: ['plan.next_review'],
      bad: `plan:
  created: "2025-10-20"
  last_reviewed: "2026-01-20"
  status: active
`,
      good: `plan:
  created: "2025-10-20"
  last_reviewed: "2026-01-20"
  status: active
  next_review: "2026-04-21"
`,
    },
  ],
  check(plan, { today, report, looksFurther }) {
    const section = plan.plan;
    if (!section || !isRhythmReadable(plan)) return;
    // Words or a list in place of the section are spoken of by schema.
    const node = resolve(section.part.node);
    if (!section.mapping && !(node?.kind === 'scalar' && node.value === null)) return;
    const next = section.next_review;
    if (next?.value !== undefined && next.value >= today) return;
    looksFurther('outcomes', 'milestones', 'review_history');
    if (plan.outcomes.items.length === 0 && plan.milestones.items.length === 0) return;
    if (!next && isMisnamed(section, 'next_review')) return;
    const fixes: Report['fixes'] = edit =>
      offeredDays(plan, today).map(offer =>
        setNextReview(plan, offer, `Set next_review to ${formatFullDay(offer.day)}`, edit),
      );
    if (next?.value !== undefined) {
      const { value } = next;
      const last = lastReview(plan, today);
      const declared = section.last_reviewed?.value;
      // A last review after the next one contradicts it, which plan-date-order says.
      if (declared !== undefined && declared > value) return;
      if (!isLogReadable(plan) || !last || !wasReviewedSince(value, plan, today)) return;
      const heldOn = last.on === value ? 'was held' : `was held by ${formatFullDay(last.on)}`;
      report({
        at: next,
        message: `The review planned for ${formatFullDay(value)} ${heldOn}, and no day is set for the one after. Agree on it and write it here.`,
        related: [{ at: last.at, message: `Reviewed on ${formatFullDay(last.on)}` }],
        fixes,
      });
      return;
    }
    // Something that is no day is spoken of by invalid-date or by schema.
    const written = section.mapping?.pairs.find(pair => pair.key.text === 'next_review');
    if (next ? next.text !== '' : written) return;
    const last = lastReview(plan, today);
    report({
      at: next ?? section,
      message: `No next review is planned${last ? `; the last one was on ${formatFullDay(last.on)}` : ''}. Agree on a day with the customer and write it down as the plan’s next review.`,
      fixes,
    });
  },
});
