import type { Reference } from '../../model/index.ts';
import { enumerate } from '../../words.ts';
import { adding, GUESTS, inList } from '../people/person-repair.ts';
import { partIn } from '../people/person-words.ts';
import { isTeam, namesInOne, whoIsMeant } from '../people/who-is-meant.ts';
import { defineRule } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'person-unknown',
  severity: 'warning',
  summary: 'An owner, attendee or participant who is not among the stakeholders',
  why: `Work that belongs to a name which nobody can look up belongs to nobody: no reminder reaches them, and no view shows
what they owe. Whoever comes to the reviews has a part in the plan. A guest who is written down as one (“Olaf
Stein, guest”) and a team that took part are only pointed out.`,
  looksAt: ['reference'],
  reads: ['stakeholders'],
  appliesTo: { onlyWhole: true },
  fixable: true,
  examples: [
    {
      bad: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: medium
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Riuz
    reviewed_on: "2026-01-20"
`,
      good: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: medium
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Ruiz
    reviewed_on: "2026-01-20"
`,
    },
  ],
  check(reference, { plan, people, report, looksFurther }) {
    const { field, to, property } = reference;
    if (
      to !== 'person' ||
      people.all.length === 0 ||
      !people.complete ||
      isPlaceholder(field.text) ||
      people.find(field.text)
    )
      return;
    looksFurther('customer');
    const several = namesInOne(field.text, people);
    // Several in one text where a list should stand: its shape has a rule of its own.
    if (several.length > 0 && field.key && GUESTS.has(property)) return;
    const meant = whoIsMeant(field.text, people);
    const team = !meant && isTeam(field.text, plan.customer?.company?.text ?? '');
    const list = plan.stakeholders;
    report({
      at: field,
      severity: GUESTS.has(property) && !meant && (team || GUEST.test(field.text)) ? 'info' : 'warning',
      message: `${partIn(reference)}, ${several.length > 0 ? ADVICE.several(enumerate(several.map(one => one.name)), reference) : team ? ADVICE.team : ADVICE.person(meant?.name)}`,
      related: meant?.person.name
        ? [{ at: meant.person.name, message: `${meant.name} is among the stakeholders` }]
        : [],
      fixes: edit => {
        if (field.borrowed) return [];
        if (several.length > 0)
          return [
            inList(
              reference,
              several.map(one => one.name),
              edit,
            ),
          ];
        const change = meant && {
          title: `Change to ${meant.name}`,
          edits: [edit.setValue(field, meant.name)],
          safe: false,
        };
        const sides = reference.side ? [reference.side] : (['customer', 'vendor'] as const);
        return [change, ...(team || !list ? [] : sides.map(side => adding(reference, side, list, people, edit)))];
      },
    });
  },
});

/** Words that say that somebody was there just this once. */
const GUEST = /\b(?:guests?|visitors?|external|observers?|stand-in|on behalf)\b/i;

const ADVICE = {
  several: (names: string, { property, holder }: Reference) =>
    `which names ${names} in one. ${GUESTS.has(property) ? 'List them one by one.' : property === 'owner' && holder.definition === 'milestone' ? 'Write a list, or the one who answers for it.' : 'Write the one who answers for it.'}`,
  team: 'which is nobody in particular. Name the person among the stakeholders who answers for it.',
  person: (meant: string | undefined) =>
    `who is not among the stakeholders. ${meant ? `Did you mean ${meant}?` : 'Add them to the stakeholders, or name somebody who is.'}`,
} as const;
