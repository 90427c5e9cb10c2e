import { formatFullDay } from '../../day.ts';
import type { Field, Plan, VendorPerson } from '../../model/index.ts';
import { allMilestones, isOpen } from '../../model/milestones.ts';
import { isPursued } from '../../model/outcomes.ts';
import { hasLeft, type People } from '../../model/people.ts';
import { isToDo } from '../../model/work.ts';
import type { Editor } from '../../syntax/edit.ts';
import { enumerate, quoteShort } from '../../words.ts';
import { hasUnreadable } from '../measures/measurable.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix } from '../rule.ts';
import { companyOf } from '../text/company.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** So many people are offered at most. */
const MOST = 3;

export default defineRule({
  id: 'plan-owner-missing',
  severity: 'warning',
  summary: 'A plan that nobody on the vendor’s side answers for',
  why: `A plan lives as long as somebody keeps it: asks for the figures, moves the dates, sees that the review takes place.
Name that person as the plan's \`owner\`, or give one of your own people the type \`primary_owner\`. \`TBD\` is nobody, and
somebody whose \`until\` has passed no longer counts. Before the sale an account executive may lead, so then this is only pointed
out; while the one who left still has open work, that is said at the work.`,
  looksAt: ['plan'],
  reads: ['plan', 'customer', 'stakeholders'],
  appliesTo: { onlyWhole: true, exceptStatuses: ['completed', 'archived', 'draft'] },
  fixable: true,
  examples: [
    {
      bad: `stakeholders:
  vendor:
    - name: Priya Shah
      role: Customer Success Manager
`,
      good: `stakeholders:
  vendor:
    - name: Priya Shah
      role: Customer Success Manager
      type: primary_owner
`,
      without: ['plan.owner'],
    },
  ],
  check(plan, { people, today, report, looksFurther }) {
    const { stakeholders } = plan;
    const section = plan.plan;
    if (!section?.mapping) return;
    const { owner } = section;
    if ((owner && !isPlaceholder(owner.text)) || hasUnreadable(section, 'owner')) return;
    const vendors = stakeholders?.vendor.items ?? [];
    if (!people.complete || isUnclear(plan) || vendors.some(person => isPrimary(person) && !hasLeft(person, today)))
      return;
    looksFurther('outcomes', 'milestones', 'decision', 'implementation', 'risks', 'renewal');
    if (!stakeholders && plan.outcomes.items.length === 0 && plan.milestones.items.length === 0) return;
    const gone = vendors.find(isPrimary);
    if (gone && hasOpenWork(gone, plan, people)) return;
    const there = vendors.filter(person => !isPlaceholder(person.name?.text ?? '') && !hasLeft(person, today));
    const leads = section.stage?.value === 'pre_sale' && there.some(one => one.type?.value === 'account_executive');
    report({
      at: owner ?? stakeholders?.vendor.key ?? stakeholders ?? section,
      ...(leads && { severity: 'info' as const }),
      message: `${reason(there, gone, owner)}. Name the person whom ${companyOf(plan)} should call first.`,
      ...(gone?.until && { related: [{ at: gone.until, message: `${gone.label} was the primary owner` }] }),
      fixes: edit =>
        fittest(there)
          .slice(0, MOST)
          .map(person => made(person, plan, edit)),
    });
  },
});

function isPrimary(person: VendorPerson): boolean {
  return person.type?.value === 'primary_owner';
}

/** Somebody has a type that only the team knows, or a partner leads. */
function isUnclear({ stakeholders }: Plan): boolean {
  if (!stakeholders) return false;
  const { vendor, partner } = stakeholders;
  const unknown = vendor.items.some(
    ({ mapping, type }) => !mapping || (!type?.value && !isPlaceholder(type?.text ?? '')),
  );
  return unknown || partner.items.some(one => one.type?.text === 'primary_owner');
}

function reason(there: readonly VendorPerson[], gone: VendorPerson | undefined, owner: Field<string> | undefined) {
  const left = gone?.until?.value;
  if (left) return `Nobody on your side answers for this plan since ${gone.label} left on ${formatFullDay(left)}`;
  const names = there.slice(0, MOST).map(person => person.label);
  if (owner && owner.text !== '') return `${quoteShort(owner.text)} is nobody who could answer for this plan`;
  return names.length === 0
    ? 'Nobody on your side answers for this plan'
    : `${enumerate(there.length > MOST ? [...names, 'others'] : names)} ${there.length === 1 ? 'is' : 'are'} on your side, but nobody is said to answer for this plan`;
}

/** True while the one who left still owns something to be done: then that is what has to be handed over. */
function hasOpenWork(person: VendorPerson, plan: Plan, people: People): boolean {
  const isTheirs = (field: Field<string> | undefined) =>
    field !== undefined && people.find(field.text)?.person === person;
  return (
    plan.outcomes.items.some(outcome => isPursued(outcome) && isTheirs(outcome.owner)) ||
    allMilestones(plan).some(milestone => isOpen(milestone) && milestone.owner.items.some(isTheirs)) ||
    plan.risks.items.some(risk => isToDo(risk, plan) && isTheirs(risk.owner)) ||
    (plan.decision?.steps.items ?? []).some(step => isToDo(step, plan) && isTheirs(step.owner)) ||
    isTheirs(plan.renewal?.owner)
  );
}

const SUCCESS = /\b(?:customer success|success manager|csm|account manager)\b/i;

/** Those whose job it is first, then those who are named first; who takes no part any more comes last. */
function fittest(there: readonly VendorPerson[]): readonly VendorPerson[] {
  const rank = ({ role, engagement }: VendorPerson) =>
    (SUCCESS.test(role?.text ?? '') ? 0 : 1) + (engagement?.value === 'disengaged' ? 2 : 0);
  return [...there].sort((a, b) => rank(a) - rank(b));
}

/** The type where the person has none yet, else the name in the plan section, so that no other part is taken away. */
function made(person: VendorPerson, plan: Plan, edit: Editor): Fix | undefined {
  const name = person.name?.text ?? '';
  if (!plan.plan) return undefined;
  const typed = person.type?.value !== undefined || person.borrowed || plan.plan.owner !== undefined;
  const change = typed
    ? setField(edit, plan.plan, 'owner', name, {
        after: ['success_metric', 'scope', 'review_cadence', 'stage', 'format', 'status'],
        near: ['title', 'co_owner', 'version'],
      })
    : setField(edit, person, 'type', 'primary_owner', { after: ['role', 'name'], word: true });
  const title = typed ? `Set the plan’s owner to ${name}` : `Make ${name} the primary owner`;
  return change && { title, edits: [change], safe: false };
}
