import type { Outcome, Plan, Risk } from '../../model/index.ts';
import type { Editor } from '../../syntax/edit.ts';
import { quoteLike } from '../../syntax/quote.ts';
import { quoteShort } from '../../words.ts';
import { Digest } from '../digest.ts';
import { freeIds } from '../ids/free-id.ts';
import { namedInLog } from '../ids/ids-in-text.ts';
import { namedIds } from '../ids/named-ids.ts';
import { hasUnreadable } from '../measures/measurable.ts';
import { setField } from '../repair/set-field.ts';
import { defineRule, type Fix, type Options, type RuleContext } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

/** Whether each outcome lacks an id. */
const idless = new Digest(outcome => [idOf(outcome) === undefined]);

export default defineRule({
  id: 'outcome-id-missing',
  severity: 'warning',
  summary: 'An outcome or a risk without an id',
  why: `Reviews, risks and the evidence for the renewal name an outcome by its id, and “the second one” is another one as soon
as the list is sorted anew. A short id that never changes, such as O4 or R3, keeps years of minutes readable. In a draft and on
a goal card this is an info. Entries that have no description yet are left in peace.`,
  looksAt: ['plan'],
  reads: ['plan', idless, 'risks'],
  appliesTo: { onlyWhole: true, exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `risks:
  - description: Two depots get new managers in spring
    impact: medium
    likelihood: low
    mitigation: Both are invited to the training in March
    status: open
    owner: Ken Abe
    reviewed_on: 2026-01-20
`,
      good: `risks:
  - id: R2
    description: Two depots get new managers in spring
    impact: medium
    likelihood: low
    mitigation: Both are invited to the training in March
    status: open
    owner: Ken Abe
    reviewed_on: 2026-01-20
`,
    },
  ],
  check(plan, context) {
    if (idless.of(plan).some(([isOne]) => isOne)) {
      context.looksFurther('outcomes');
      reportMissing(plan.outcomes.items, { letters: 'O', noun: 'outcome', plan }, context);
    }
    reportMissing(plan.risks.items, { letters: 'R', noun: 'risk', plan }, context);
  },
});

interface Row {
  readonly letters: string;
  readonly noun: string;
  readonly plan: Plan;
}

function reportMissing(
  items: readonly (Outcome | Risk)[],
  { letters, noun, plan }: Row,
  { report }: RuleContext<Options>,
) {
  const row = items.map(item => idOf(item) ?? '');
  if (!row.includes('')) return;
  const idsFor = freeIds(row, letters);
  const quiet = plan.plan?.format?.value === 'goal_card' || plan.plan?.status?.value === 'draft';
  items.forEach((item, index) => {
    const description = item.description?.text ?? '';
    if (row[index] !== '' || isPlaceholder(description) || hasUnreadable(item, 'id')) return;
    const ids = idsFor(index);
    const [id = ''] = ids;
    report({
      at: item.id ?? item,
      ...(quiet && { severity: 'info' as const }),
      message: `The ${noun} ${quoteShort(description)} has no id, so no review and no other part of the plan can name it. Give it one that stays, such as ${id}.`,
      fixes: edit => (isNamed(id, plan) ? [id] : ids).map((one, at) => withId(item, one, at > 0, styleOf(items), edit)),
    });
  });
}

/** True for an id by which the plan or its log names something already: no other one is the right one. */
function isNamed(id: string, plan: Plan): boolean {
  return namedIds(plan).has(id) || namedInLog(plan).some(one => one.id === id);
}

/** The id as it is written; undefined where a placeholder stands in its place. */
function idOf({ id }: Outcome | Risk): string | undefined {
  const text = id?.text ?? '';
  // An outcome may well be called X.
  return /^x+$/i.test(text) || !isPlaceholder(text) ? text : undefined;
}

/** The quotes that the other ids have. */
function styleOf(items: readonly (Outcome | Risk)[]) {
  return items.find(item => idOf(item) && item.id && !item.id.borrowed)?.id?.node.style ?? 'plain';
}

function withId(
  item: Outcome | Risk,
  id: string,
  isLast: boolean,
  style: ReturnType<typeof styleOf>,
  edit: Editor,
): Fix | undefined {
  if (item.borrowed || item.id?.borrowed) return undefined;
  const change = item.id
    ? setField(edit, item, 'id', id, { word: style === 'plain' })
    : edit.prependKey(item, 'id', quoteLike(style, id));
  const title = isLast ? `Give it the id ${id}, the next after all others` : `Give it the id ${id}`;
  return change && { title, edits: [change], safe: false };
}
