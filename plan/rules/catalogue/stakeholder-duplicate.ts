import type { People, Person, Side } from '../../model/people.ts';
import { plainName } from '../people/plain-name.ts';
import { defineRule } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'stakeholder-duplicate',
  severity: 'error',
  summary: 'A person who stands twice among the stakeholders, on one side or on two',
  why: `People are found by their name. With two entries of one name nobody can tell whose role, side and engagement count,
and a customer’s side looks broader than it is. Two people who do share a name need something to tell them apart, such as
a middle initial; different e-mail addresses silence this rule. So does a change of roles: one entry whose \`until\` lies before the
\`since\` of the next. Upper and lower case, accents, doubled spaces and forms of address make no difference.`,
  looksAt: ['plan'],
  reads: ['stakeholders'],
  examples: [{ bad: example('Dana Ruiz'), good: example('Luis Ortega') }],
  check(_plan, { people, report }) {
    const seen = new Map<string, Entry[]>();
    for (const entry of people.all) {
      if (isPlaceholder(entry.name)) continue;
      const key = plainName(entry.name);
      const earlier = seen.get(key) ?? [];
      const twin = earlier.find(one => isSame(one.person, entry.person));
      seen.set(key, earlier);
      // One of each is enough to compare with: thousands of one name would be compared with each other.
      if (!twin) {
        if (earlier.length < MOST) earlier.push(entry);
        continue;
      }
      report({
        at: entry.person.name ?? entry.person,
        message: `${entry.name} stands twice among the stakeholders, ${where(twin.side, entry.side)}. Keep one entry with what is true of ${twin.side === entry.side ? 'both' : 'the person'}; if they are two people, tell their names apart.`,
        related: [{ at: twin.person.name ?? twin.person, message: `${twin.name} stands here first` }],
      });
    }
  },
});

type Entry = People['all'][number];

const MOST = 20;

function isSame(a: Person, b: Person): boolean {
  const [mail, other] = [mailOf(a), mailOf(b)];
  if (mail !== '' && other !== '' && mail !== other) return false;
  return !follows(a, b) && !follows(b, a);
}

function mailOf(person: Person): string {
  const mail = person.email?.text.toLowerCase() ?? '';
  return isPlaceholder(mail) ? '' : mail;
}

/** One part of a person ended before, or on the day, the other began. */
function follows(later: Person, earlier: Person): boolean {
  const [from, until] = [later.since?.value, earlier.until?.value];
  return from !== undefined && until !== undefined && until <= from;
}

function where(first: Side, second: Side): string {
  return first === second ? `both times on the ${first} side` : `on the ${first} side and on the ${second} side`;
}

function example(third: string): string {
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
      engagement: active
    - name: ${third}
      role: Service Desk Manager
      type: end_user_lead
      engagement: active
`;
}
