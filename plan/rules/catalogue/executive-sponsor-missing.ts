import { type Day, formatFullDay } from '../../day.ts';
import type { CustomerPerson, Plan } from '../../model/index.ts';
import { hasLeft } from '../../model/people.ts';
import { quoteShort } from '../../words.ts';
import { isMisnamed } from '../format/misnamed.ts';
import { seniority, sponsorsThere } from '../people/sponsor.ts';
import { hasType, roleOf, sponsorCandidates } from '../people/sponsor-candidates.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule } from '../rule.ts';
import { companyOf } from '../text/company.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'executive-sponsor-missing',
  severity: 'warning',
  summary: 'A plan without an executive sponsor on the customer’s side',
  why: `The people who use a product rarely decide whether it is renewed. An executive sponsor says what the company wants from it,
clears the way when another department is in it, and speaks for the plan when the budget is drawn up. Whoever signs for
the money is not that person of necessity. Somebody who is called the executive sponsor in the role alone makes this an info;
so does an economic buyer before the sale. Goal cards and drafts need none, and where no contact at all is named
only that is said.`,
  looksAt: ['plan'],
  reads: ['plan', 'customer', 'stakeholders'],
  appliesTo: { onlyWhole: true, exceptFormats: ['goal_card'], exceptStatuses: ['draft', 'completed', 'archived'] },
  fixable: true,
  examples: [{ bad: example('economic_buyer'), good: example('executive_sponsor') }],
  check(plan, { people, today, report }) {
    const list = plan.stakeholders?.customer;
    if (!list || list.word || sponsorsThere(plan, today).length > 0) return;
    const contacts = list.items.filter(person => !isPlaceholder(person.name?.text ?? '') && !hasLeft(person, today));
    if (contacts.length === 0 || list.items.some(person => mayBeMarked(person) || isMisnamed(person, 'type'))) return;
    const unnamed = list.items.find(isUnnamedSponsor);
    const gone = list.items.find(person => person.type?.value === 'executive_sponsor' && hasLeft(person, today));
    const heir = contacts.find(person => person === people.find(gone?.successor?.text ?? '')?.person);
    const called = contacts.find(person => seniority(roleOf(person)) === 4);
    const likely = called ?? contacts.find(isUntypedLeader);
    const early = plan.plan?.stage?.value === 'pre_sale' && contacts.some(one => one.type?.value === 'economic_buyer');
    report({
      at: unnamed?.name ?? list,
      ...((called || early) && { severity: 'info' as const }),
      message: messageOf(plan, { unnamed, gone, heir, likely }),
      related: gone?.until ? [{ at: gone.until, message: `${gone.label} left on ${spoken(gone.until.value)}` }] : [],
      fixes: edit =>
        sponsorCandidates(contacts, gone, plan, people, today).map(person => {
          const change = setField(edit, person, 'type', 'executive_sponsor', {
            after: ['type', 'role', 'name'],
            word: true,
          });
          const role = roleOf(person);
          return (
            change && {
              title: `Mark ${person.name?.text}${role ? `, ${role},` : ''} as the executive sponsor`,
              edits: [change],
              safe: false,
            }
          );
        }),
    });
  },
});

interface Stands {
  readonly unnamed: CustomerPerson | undefined;
  readonly gone: CustomerPerson | undefined;
  /** Who took over from the one who is gone. */
  readonly heir: CustomerPerson | undefined;
  readonly likely: CustomerPerson | undefined;
}

function messageOf(plan: Plan, { unnamed, gone, heir, likely }: Stands): string {
  const company = companyOf(plan);
  if (unnamed)
    return `The executive sponsor at ${company} has no name yet (${quoteShort(unnamed.name?.text ?? '')}). Ask who will speak for this plan there, and write the name down.`;
  if (gone)
    return `${gone.name?.text ?? 'The executive sponsor'}, the executive sponsor at ${company}, left on ${spoken(gone.until?.value)}, and ${heir ? `${heir.name?.text}, who took over, is not marked as the new one. Mark them, or ask who speaks for this plan now.` : 'nobody has taken that part over. Agree on who does, and mark that person.'}`;
  if (likely)
    return `Nobody at ${company} is marked as the executive sponsor, though ${likely.name?.text} is ${quoteShort(roleOf(likely), 40)} there. Mark the person who speaks for this plan when money and people are shared out.`;
  return `Nobody at ${company} is named as the executive sponsor, who speaks for this plan when money and people are shared out. Ask who that is, and mark the person.`;
}

/** A sponsor to come: the part is there, the name is not. */
function isUnnamedSponsor(person: CustomerPerson): boolean {
  const name = person.name?.text ?? '';
  return person.type?.value === 'executive_sponsor' && name !== '' && isPlaceholder(name);
}

/** A part that cannot be read, or without any name, may well be the sponsor's; another rule speaks of that. */
function mayBeMarked(person: CustomerPerson): boolean {
  if (person.type?.value === 'executive_sponsor') return !person.name?.text;
  if (person.type) return person.type.value === undefined && /spons|exec/i.test(person.type.text);
  return person.mapping?.pairs.some(({ key }) => key.text === 'type') === true;
}

function isUntypedLeader(person: CustomerPerson): boolean {
  return !hasType(person) && seniority(roleOf(person)) === 3;
}

function spoken(day: Day | undefined): string {
  return day ? formatFullDay(day) : '';
}

function example(type: string): string {
  return `stakeholders:
  customer:
    - name: Dana Ruiz
      role: VP Operations
      type: ${type}
      engagement: active
      priorities: [Fewer wrong deliveries]
    - name: Ken Abe
      role: Depot Manager
      type: day_to_day_contact
      engagement: active
`;
}
