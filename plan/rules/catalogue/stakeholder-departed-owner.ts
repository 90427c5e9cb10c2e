import { type Day, formatFullDay } from '../../day.ts';
import type { Plan } from '../../model/index.ts';
import { hasLeft, isWithdrawn, type People, type Person } from '../../model/people.ts';
import { type Owned, openWorkOf, WORK_READS } from '../milestones/owned-work.ts';
import { dueWords } from '../milestones/work.ts';
import { ownerCandidates } from '../people/candidates.ts';
import { defineRule, type Fix } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'stakeholder-departed-owner',
  severity: 'warning',
  summary: 'Open work that belongs to somebody who has left',
  why: `When somebody leaves, what they owned goes quiet: nobody is late, because nobody is there. Hand each open piece to
the person who took over, and tell the other side. Where a second owner is still there this is an info. Finished work
keeps the name of the one who did it, and the last day itself still counts as being there.`,
  looksAt: ['plan'],
  reads: ['stakeholders'],
  appliesTo: { exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [{ bad: example('Luis Ortega'), good: example('Ken Abe') }],
  check(plan, { people, today, report, looksFurther }) {
    const gone = departed(people, today);
    if (gone.size === 0) return;
    looksFurther(...WORK_READS);
    for (const owned of openWorkOf(name => gone.has(people.find(name)?.person), plan)) {
      const person = people.find(owned.owner.text)?.person;
      if (!person?.until?.value) continue;
      const others = owned.owners.some(({ text }) => {
        const other = people.find(text)?.person;
        return other !== undefined && !gone.has(other);
      });
      const heir = heirOf(person, people, gone);
      const quiet = owned.preview ? 'hint' : others ? 'info' : undefined;
      report({
        at: owned.owner,
        ...(quiet && { severity: quiet }),
        message: `${owned.name()} ${others ? 'is still shared by' : 'still belongs to'} ${nameOf(person)}, who left on ${formatFullDay(person.until.value)}${dueWords(owned.due, today)}. ${advice(heir, others)}`,
        related: [{ at: person.until, message: `${nameOf(person)} left on ${formatFullDay(person.until.value)}` }],
        fixes: edit => {
          if (owned.owner.borrowed) return [];
          const names = heir ? [nameOf(heir)] : substitutes(owned, person, plan, people, today, gone);
          return names
            .filter(name => owned.owners.every(({ text }) => people.find(text)?.person !== people.find(name)?.person))
            .map((name): Fix => {
              const why = heir ? `, who took over from ${nameOf(person)}` : roleBehind(name, people);
              return { title: `Give it to ${name}${why}`, edits: [edit.setValue(owned.owner, name)], safe: false };
            });
        },
      });
    }
  },
});

type Gone = ReadonlySet<Person | undefined>;

/** Who has left, under every entry that the list has of the name. */
function departed(people: People, today: Day): Gone {
  const there = new Set(
    people.all.filter(({ person }) => !hasLeft(person, today)).map(one => people.find(one.name)?.person),
  );
  const left = people.all.filter(({ name, person }) => hasLeft(person, today) && !isPlaceholder(name));
  return new Set(left.map(({ person }) => person).filter(person => !there.has(person)));
}

/** The successor who is there and takes part, if need be the successor's successor. */
function heirOf(person: Person, people: People, gone: Gone): Person | undefined {
  const seen = new Set<Person>([person]);
  for (let heir = people.find(person.successor?.text ?? '')?.person; heir; ) {
    if (seen.has(heir)) return undefined;
    if (!gone.has(heir)) return isWithdrawn(heir) ? undefined : heir;
    seen.add(heir);
    heir = people.find(heir.successor?.text ?? '')?.person;
  }
  return undefined;
}

/** People of the same side who are there and take part, those nearest to the work first. */
function substitutes(
  { work }: Owned,
  person: Person,
  plan: Plan,
  people: People,
  today: Day,
  gone: Gone,
): readonly string[] {
  const side = people.all.find(one => one.person === person)?.side;
  const near = work ? ownerCandidates(work, plan, people, today).map(({ name }) => name) : [];
  const all = people.all.filter(one => one.side === side).map(({ name }) => name);
  return [...new Set([...near, ...all])]
    .filter(name => {
      const one = people.find(name);
      return (
        one !== undefined &&
        one.side === side &&
        !gone.has(one.person) &&
        !isWithdrawn(one.person) &&
        !isPlaceholder(name)
      );
    })
    .slice(0, 3);
}

function advice(heir: Person | undefined, others: boolean): string {
  if (heir) return `Give it to ${nameOf(heir)}, who took over.`;
  return others ? 'Take the name out, or put the one who took over in its place.' : 'Agree on who takes it over.';
}

function roleBehind(name: string, people: People): string {
  const role = people.find(name)?.person.role?.text;
  return role ? `, ${role}` : '';
}

function nameOf(person: Person): string {
  return person.name?.text ?? '';
}

function example(owner: string): string {
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
    - name: Luis Ortega
      role: Service Desk Manager
      until: 2025-12-31
      successor: Ken Abe
milestones:
  - name: Scanners in every depot
    outcome: O2
    target_date: 2026-05-29
    status: in_progress
    owner: ${owner}
`;
}
