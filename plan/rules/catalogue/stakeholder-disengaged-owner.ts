import { addDays, type Day, formatFullDay } from '../../day.ts';
import type { Outcome } from '../../model/index.ts';
import { outcomeOf } from '../../model/outcomes.ts';
import { hasLeft, isWithdrawn } from '../../model/people.ts';
import { openWorkOf, WORK_READS } from '../milestones/owned-work.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'stakeholder-disengaged-owner',
  severity: 'info',
  summary: 'Work that is due soon and belongs to somebody who hardly takes part',
  why: `Work is late long before its date when the one who owns it has stopped coming. Talk to them while there is time, or
ask who can help. It looks at what is due within \`days\`; what is overdue has a rule of its own, and a second owner who
takes part is enough.`,
  looksAt: ['plan'],
  reads: ['stakeholders'],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  options: { days: 30 },
  optionWords: { days: 'How many days ahead work is looked at.' },
  examples: [{ bad: example('low'), good: example('moderate') }],
  check(plan, { people, today, options, report, looksFurther }) {
    const isAway = (name: string) => {
      const person = people.find(name)?.person;
      return person !== undefined && !hasLeft(person, today) && isWithdrawn(person);
    };
    if (!people.all.some(({ person }) => isWithdrawn(person))) return;
    looksFurther(...WORK_READS);
    const until = lastDay(today, options.days);
    const told = new Map<Outcome, Set<unknown>>();
    for (const { owner, owners, due, preview, work, outcome, name } of openWorkOf(isAway, plan)) {
      if (!due || due < today || due > until || preview || !owners.every(({ text }) => isAway(text))) continue;
      const person = people.find(owner.text)?.person;
      if (!person?.engagement) continue;
      // Whose step is told of need not be told of the outcome besides.
      if (outcome && told.get(outcome)?.has(person)) continue;
      const around = work?.definition === 'milestone' ? outcomeOf(work, plan) : undefined;
      if (around) told.set(around, (told.get(around) ?? new Set()).add(person));
      const called = person.name?.text ?? owner.text;
      report({
        at: owner,
        message: `${name()} is due on ${formatFullDay(due)} and belongs to ${called}, ${person.engagement.value === 'low' ? 'who takes little part' : 'who no longer takes part'} in this plan. Talk to ${called} now, or agree on somebody who can help.`,
        related: [{ at: person.engagement, message: `${called}’s engagement is ${person.engagement.value}` }],
      });
    }
  },
});

/** The end of the stretch; whatever a team sets, it is a day that the calendar has. */
function lastDay(today: Day, days: number): Day {
  return addDays(today, Math.min(Math.max(0, Number.isFinite(days) ? days : 0), 3650));
}

function example(engagement: string): string {
  return `stakeholders:
  customer:
    - name: Dana Ruiz
      role: VP Operations
      type: executive_sponsor
      engagement: active
      priorities: [Fewer wrong deliveries]
    - name: Ken Abe
      role: Depot Manager
      type: day_to_day_contact
      engagement: ${engagement}
outcomes:
  - id: O2
    milestones:
      - name: Address check switched on
        target_date: "2026-02-27"
        status: in_progress
        owner: Ken Abe
      - name: Three percent confirmed by the depots
        target_date: "2026-08-31"
        status: pending
        owner: Dana Ruiz
        kind: validation
`;
}
