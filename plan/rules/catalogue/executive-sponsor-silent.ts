import { formatFullDay } from '../../day.ts';
import { acknowledgements, hasPriorities, missedReviews, sponsorsThere } from '../people/sponsor.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'executive-sponsor-silent',
  severity: 'info',
  summary: 'An executive sponsor who is disengaged, stays away from reviews, or whose own priorities nobody wrote down',
  why: `A sponsor who has not been seen for two reviews learns of trouble from others, and of the renewal from an invoice.
What the sponsor wants is often not what the team wants: written down beside the name, it can be shown to be met. Check-ins
count neither way, another sponsor who came is enough, and so is a sign-off since. Before the sale only disengagement and
priorities are looked at. Priorities that are not written down are a hint.`,
  looksAt: ['plan'],
  reads: ['plan', 'customer', 'agreement', 'stakeholders', acknowledgements, 'review_history'],
  appliesTo: { onlyWhole: true, exceptFormats: ['goal_card'], exceptStatuses: ['draft', 'completed', 'archived'] },
  examples: [
    { bad: example('disengaged', '[Fewer wrong deliveries]'), good: example('active', '[Fewer wrong deliveries]') },
    { bad: example('active', '[]'), good: example('moderate', '[Fewer wrong deliveries]') },
  ],
  check(plan, { people, today, report }) {
    const sponsors = sponsorsThere(plan, today).filter(
      person => people.find(person.name?.text ?? '')?.person === person && !((person.since?.value ?? today) > today),
    );
    const reviewed = plan.plan?.stage?.value !== 'pre_sale';
    const away = new Map(
      sponsors.map(person => [person, reviewed ? missedReviews(person, plan, people, today) : undefined]),
    );
    const nobodyCame = sponsors.every(person => away.get(person) !== undefined);
    for (const person of sponsors) {
      const name = person.name?.text ?? '';
      const missed = nobodyCame ? away.get(person) : undefined;
      if (person.engagement?.value === 'disengaged') {
        report({
          at: person.engagement,
          message: `${name}, the executive sponsor, is disengaged, so nobody speaks for this plan higher up. Find out what changed, or agree on another sponsor.`,
        });
      } else if (missed) {
        report({
          at: person.name ?? person,
          message: `${name}, the executive sponsor, came to neither of the last two reviews, on ${missed.map(({ on }) => formatFullDay(on)).join(' and ')}. Arrange a talk before the next one.`,
          related: missed.map(({ review, on }) => ({
            at: review.attendees,
            message: `Who came on ${formatFullDay(on)}`,
          })),
        });
      } else if (!hasPriorities(person, plan, people)) {
        report({
          at: person.name ?? person,
          severity: 'hint',
          message: `Nothing says what ${name}, the executive sponsor, wants from this plan. Ask, and write the priorities down beside the name.`,
        });
      }
    }
  },
});

function example(engagement: string, priorities: string): string {
  return `stakeholders:
  customer:
    - name: Dana Ruiz
      role: VP Operations
      type: executive_sponsor
      engagement: ${engagement}
      priorities: ${priorities}
    - name: Ken Abe
      role: Depot Manager
      type: day_to_day_contact
      engagement: active
`;
}
