import { type Day, formatFullDay } from '../../day.ts';
import { hasLeft, type People, type Person } from '../../model/people.ts';
import { enumerate } from '../../words.ts';
import { isSectionMisnamed } from '../format/misnamed.ts';
import { addNamed } from '../people/named-in-work.ts';
import { defineRule } from '../rule.ts';
import { companyOf } from '../text/company.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'stakeholder-single-threaded',
  severity: 'warning',
  summary: 'A plan with fewer than two people at the customer who are still there',
  why: `One contact is one resignation away from none: with that person goes the memory of what was agreed and the only
voice for the renewal. Two people who know the plan keep it alive. People whose \`until\` has passed are gone; \`TBD\` is
nobody. Whoever the work names already may be added beside one who is there; nobody else is, for a made-up name would hide the gap
and not close it. Ask the contact you have whom they would call first if they were away for a month.`,
  fixable: true,
  looksAt: ['plan'],
  reads: ['plan', 'customer', 'stakeholders'],
  appliesTo: { onlyWhole: true, exceptStatuses: ['completed', 'archived'] },
  examples: [
    {
      bad: example(''),
      good: example(`    - name: Ken Abe
      role: Depot Manager
      type: day_to_day_contact
      engagement: active
`),
      // Whoever was taken from the list is still named in the work.
      also: ['person-unknown'],
    },
  ],
  check(plan, { people, today, report, looksFurther }) {
    if (!people.complete) return;
    const contacts = contactsOf(people);
    const there = contacts.filter(({ person }) => !leftOn(person, today));
    const at = plan.stakeholders?.customer.key ?? plan.stakeholders ?? plan.plan;
    if (there.length >= 2 || !at) return;
    if (!plan.stakeholders) {
      looksFurther('whole', 'outcomes', 'milestones');
      if (plan.outcomes.items.length === 0 && plan.milestones.items.length === 0) return;
      if (isSectionMisnamed(plan, 'stakeholders')) return;
    }
    const gone = contacts
      .flatMap(({ name, person }) => ({ name, on: leftOn(person, today) }))
      .flatMap(({ name, on }) => (on ? [`${name} left on ${formatFullDay(on)}`] : []));
    const company = companyOf(plan);
    const [only] = there;
    const after = gone.length > 0 ? ` (${enumerate(gone)})` : '';
    report({
      at,
      message: only
        ? `${only.name} is the only contact at ${company}${after}: without that person nobody there knows this plan. Name a second one.`
        : `Nobody at ${company} is named in this plan${after}. Name at least two people there, such as who decides and who runs the work.`,
      related: contacts.map(({ name, person }) => ({ at: person, message: related(name, leftOn(person, today)) })),
      // Where nobody is there, one name is too few, and who of two decides is the next question.
      fixes: edit => (plan.stakeholders && only ? addNamed(plan, plan.stakeholders, people, edit) : []),
    });
  },
});

/** The customer's people, each once. */
function contactsOf(people: People): readonly { readonly name: string; readonly person: Person }[] {
  const named = people.all.filter(({ name, side }) => side === 'customer' && !isPlaceholder(name));
  return named.filter(({ name, person }) => people.find(name)?.person === person);
}

function leftOn(person: Person, today: Day): Day | undefined {
  return hasLeft(person, today) ? person.until?.value : undefined;
}

function related(name: string, on: Day | undefined): string {
  return on ? `${name} left on ${formatFullDay(on)}` : `${name} is the only one still there`;
}

function example(second: string): string {
  return `stakeholders:
  customer:
    - name: Dana Ruiz
      role: VP Operations
      type: executive_sponsor
      engagement: active
      priorities: [Fewer wrong deliveries]
${second}  vendor:
    - name: Priya Shah
      role: Customer Success Manager
      type: primary_owner
`;
}
