import type { Reference, Stakeholders } from '../../model/index.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { outcomeName } from '../milestones.ts';
import type { People, Side } from '../people.ts';
import { isPlaceholder } from '../placeholder.ts';
import { defineRule, type Fix } from '../rule.ts';
import { styleIn } from '../set-field.ts';
import { isTeam, namesInOne, whoIsMeant } from '../who-is-meant.ts';
import { enumerate, quoteShort } from '../words.ts';
import { itemValue } from '../writing.ts';

export default defineRule({
  id: 'person-unknown',
  severity: 'warning',
  summary: 'An owner, attendee or participant who is not among the stakeholders',
  why: `Work that belongs to a name which nobody can look up belongs to nobody: no reminder reaches them, and no view shows
what they owe. Somebody who came to a review as a guest need not be a stakeholder, so an attendee whose name is like nobody
else's is only pointed out.`,
  looksAt: ['reference'],
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
  check(reference, { plan, people, report }) {
    const { field, to, property } = reference;
    if (to !== 'person' || people.all.length === 0 || !people.complete || isPlaceholder(field.text) || people.find(field.text)) return;
    const several = namesInOne(field.text, people);
    const meant = whoIsMeant(field.text, people);
    const team = !meant && isTeam(field.text, plan.customer?.company?.text ?? '');
    const list = plan.stakeholders;
    report({
      at: field,
      severity: GUESTS.has(property) && !meant && several.length === 0 ? 'info' : 'warning',
      message: `${part(reference)}, ${several.length > 0 ? ADVICE.several(enumerate(several.map(one => one.name)), reference) : team ? ADVICE.team : ADVICE.person(meant?.name)}`,
      related: meant?.person.name ? [{ at: meant.person.name, message: `${meant.name} is among the stakeholders` }] : [],
      fixes: edit => {
        if (field.borrowed) return [];
        if (several.length > 0) return [inList(reference, several.map(one => one.name), edit)];
        const change = meant && { title: `Change to ${meant.name}`, edits: [edit.setValue(field, meant.name)], safe: false };
        const sides = reference.side ? [reference.side] : (['customer', 'vendor'] as const);
        return [change, ...(team || !list ? [] : sides.map(side => adding(field.text, side, list, people, edit)))];
      },
    });
  },
});

/** Those who may be there without having a part in the plan. */
const GUESTS: ReadonlySet<string> = new Set(['attendees', 'participants']);

const ADVICE = {
  several: (names: string, { property, holder }: Reference) =>
    `which names ${names} in one. ${GUESTS.has(property) ? 'List them one by one.' : property === 'owner' && holder.definition === 'milestone' ? 'Write a list, or the one who answers for it.' : 'Write the one who answers for it.'}`,
  team: 'which is nobody in particular. Name the person among the stakeholders who answers for it.',
  person: (meant: string | undefined) => `who is not among the stakeholders. ${meant ? `Did you mean ${meant}?` : 'Add them to the stakeholders, or name somebody who is.'}`,
} as const;

/** What the unknown person has to do with the plan. */
function part({ field, property, holder }: Reference): string {
  const name = quoteShort(field.text, 50);
  const thing = thingOf(holder);
  switch (property) {
    case 'attendees':
      return `${thing} lists ${name}`;
    case 'participants':
      return `${thing} counts on ${name}`;
    case 'person':
      return `The sign-off is ${name}'s`;
    case 'acknowledged_by':
      return `${thing} was acknowledged by ${name}`;
    case 'successor':
      return `${holder.label || 'Somebody'} hands over to ${name}`;
    case 'sponsor':
      return `${thing} is sponsored by ${name}`;
    case 'co_owner':
      return `The plan's co-owner is ${name}`;
    default:
      return `${thing} is owned by ${name}`;
  }
}

function thingOf(holder: Reference['holder']): string {
  switch (holder.definition) {
    case 'milestone':
      return holder.label ? `Milestone ${quoteShort(holder.label)}${holder.holder?.label ? ` of ${holder.holder.label}` : ''}` : 'This milestone';
    case 'outcome':
      return outcomeName(holder);
    case 'risk':
      return holder.label ? `Risk ${holder.label}` : 'This risk';
    case 'review':
      return holder.label ? `The review of ${holder.label}` : 'This review';
    case 'meeting':
    case 'decisionStep':
      return holder.label ? quoteShort(holder.label) : 'This meeting';
    case 'planSection':
      return 'The plan';
    default:
      return NAMES[holder.definition] ?? 'This';
  }
}

const NAMES: Readonly<Record<string, string>> = { action: 'This action', renewal: 'The renewal', priority: 'This priority' };

/** Several names in one value, each on its own; a single owner's value becomes a list. */
function inList({ field, property, holder }: Reference, names: readonly string[], edit: Editor): Fix | undefined {
  const listed = GUESTS.has(property) && field.key === undefined;
  if (!listed && !(property === 'owner' && holder.definition === 'milestone') && !GUESTS.has(property)) return undefined;
  const written = names.map(name => quoteLike(field.node.style, name));
  const pair = holder.mapping?.pairs.find(one => one.key.text === property);
  const inside = pair?.value.kind === 'sequence' ? pair.value : undefined;
  if (inside && !inside.flow) return undefined;
  return { title: `Name ${enumerate(names)} one by one`, edits: [edit.replace(field, inside ? written.join(', ') : `[${written.join(', ')}]`)], safe: false };
}

/** A new person has a name and no more: part and role are for somebody to write who knows them. */
function adding(name: string, side: Exclude<Side, 'partner'>, stakeholders: Stakeholders, people: People, edit: Editor): Fix | undefined {
  const list = stakeholders[side];
  if (stakeholders.borrowed || list.word || !stakeholders.mapping) return undefined;
  const near = people.all.find(one => one.person.mapping)?.person.mapping;
  const like = near ? styleIn(near, ['name']) : 'double';
  const item = (flow: boolean) => itemValue([['name', name, like]], flow);
  let added: Edit | undefined;
  if (!list.node) added = edit.insertKey(stakeholders, side, stakeholders.mapping.flow ? `[${item(true)}]` : `\n  - ${item(false)}`);
  else if (list.node.kind === 'sequence') added = edit.appendItem(stakeholders.part, list.node, list.key, item(list.node.flow));
  else if (list.node.kind === 'scalar' && list.node.style === 'empty') added = edit.appendItem(stakeholders.part, list.node, list.key, item(false));
  return added && { title: `Add ${name} to the ${side} side`, edits: [added], safe: false };
}

