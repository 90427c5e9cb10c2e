import { type OutcomeNumbers, outcomeNumbers } from '../../attainment/index.ts';
import type { Day } from '../../day.ts';
import type { Outcome, Renewal } from '../../model/index.ts';
import type { Edit, Editor } from '../../syntax/edit.ts';
import { quoteShort } from '../../words.ts';
import { isCited, resultInFigures } from '../lifecycle/renewal.ts';
import { styleIn } from '../repair/set-field.ts';
import { itemValue, listValue } from '../repair/writing.ts';
import { defineRule, type Fix } from '../rule.ts';
import { outcomeName } from '../text/names.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'renewal-evidence-missing',
  severity: 'info',
  summary: 'An achieved outcome that the renewal section does not cite',
  why: `A result that is reached and not named when the contract is renewed was worked for in vain. Cite it in the renewal
section while the figures are at hand and those who saw it happen still remember. An outcome that has \`renewal_evidence\`
of its own counts as cited; without a renewal section, after the renewal and where the measurements do not bear the
outcome out nothing is said. The repair writes what the plan itself knows of the result.`,
  looksAt: ['outcome'],
  reads: ['customer', 'renewal'],
  appliesTo: { onlyWhole: true, exceptStages: ['pre_sale'], exceptStatuses: ['completed', 'archived'] },
  fixable: true,
  examples: [
    { bad: example(''), good: example('    - { outcome: O4, statement: All depots on one system since January }\n') },
  ],
  check(outcome, { plan, today, report }) {
    const { renewal } = plan;
    const date = plan.customer?.contract?.renewal_date?.value;
    if (!renewal?.mapping || renewal.evidence.word || renewal.evidence.node?.kind === 'mapping') return;
    if (!outcome.id || isPlaceholder(outcome.id.text) || (date !== undefined && date < today)) return;
    if (isCited(outcome, plan) || !isBorneOut(outcomeNumbers(outcome, today))) return;
    const result = resultInFigures(outcome, today);
    report({
      at: outcome,
      message: `${outcomeName(outcome)} is achieved${result ? ` (${result})` : ''}, but the renewal section does not cite it. Add it to the evidence while everybody remembers.`,
      related: [{ at: renewal.evidence.key ? renewal.evidence : renewal, message: 'The evidence for the renewal' }],
      fixes: edit => [cite(outcome, renewal, today, edit)],
    });
  },
});

/** Achieved as the plan says, or as its measurements say where it says nothing; not against what they say. */
function isBorneOut({ outcome, achieved, attainment }: OutcomeNumbers): boolean {
  if (outcome.status?.value === 'achieved') return achieved || attainment === undefined || attainment >= 1 - 1e-9;
  return achieved && (outcome.status === undefined || outcome.status.text === '');
}

function cite(outcome: Outcome, renewal: Renewal, today: Day, edit: Editor): Fix | undefined {
  const statement = resultInFigures(outcome, today);
  if (!statement || renewal.borrowed) return undefined;
  const change = appended(renewal, outcome.id?.text ?? '', statement, edit);
  return (
    change && {
      title: `Cite ${outcome.label} in the renewal: ${quoteShort(statement, 90)}`,
      edits: [change],
      safe: false,
    }
  );
}

function appended(renewal: Renewal, id: string, statement: string, edit: Editor): Edit | undefined {
  const { mapping, evidence, part } = renewal;
  if (!mapping) return undefined;
  const near = evidence.items.find(one => one.mapping && !one.borrowed)?.mapping ?? mapping;
  const item = (flow: boolean) =>
    itemValue(
      [
        ['outcome', id, styleIn(near, ['outcome'])],
        ['statement', statement, styleIn(near, ['statement', 'strategy'])],
      ],
      flow,
    );
  const { node, key } = evidence;
  if (!node)
    return edit.insertKey(renewal, 'evidence', listValue(item(mapping.flow), mapping.flow), ['strategy', 'owner']);
  if (node.kind === 'sequence')
    return edit.appendItem(
      part,
      node,
      key,
      item(node.flow || node.items.some(one => one.kind === 'mapping' && one.flow)),
    );
  // `evidence: null` has a word in the way, which a block below it would contradict.
  return node.kind === 'scalar' && node.style === 'empty' && !mapping.flow
    ? edit.appendItem(part, node, key, item(false))
    : undefined;
}

function example(evidence: string): string {
  return `outcomes:
  - id: O4
    description: Close the books of all 11 depots on one system instead of 3
    so_that: finance sees the week on Monday
    business_value: Finance closes nine days earlier
    baseline: { metric: Depots on the common system, current: 3 of 11, measured_on: 2025-11-03 }
    target: { metric: Depots on the common system, goal: 11 of 11, target_date: 2026-01-31 }
    measurements: [{ date: 2026-01-16, value: 11 of 11 }]
    status: achieved
    acknowledged_by: Dana Ruiz
    acknowledged_on: 2026-01-20
    milestones:
      - { name: First report with all depots, target_date: 2026-01-19, actual_date: 2026-01-19, status: complete, owner: Dana Ruiz, kind: validation }
renewal:
  evidence:
    - outcome: O1
      statement: Entry times before and after
${evidence}`;
}
