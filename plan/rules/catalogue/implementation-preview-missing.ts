import { addDays, type Day, formatFullDay, latestDay } from '../../day.ts';
import type { Milestone, Phase, Plan } from '../../model/index.ts';
import { allMilestones } from '../../model/milestones.ts';
import { readable } from '../../model/readable.ts';
import { isBuyingStep, isMisshapen, speaksOfBuying } from '../lifecycle/buying.ts';
import { previewFrom } from '../lifecycle/preview-repair.ts';
import { defineRule } from '../rule.ts';
import { isSaid } from '../text/placeholder.ts';

export default defineRule({
  id: 'implementation-preview-missing',
  severity: 'info',
  summary: 'A pre-sale plan that ends at the signature',
  why: `Nobody buys a signature; they buy what works afterwards. A plan that shows the first weeks after the decision answers
the question the customer asks in silence: what will this cost my team? Four steps and a day of going live are enough.
Stays silent where a section, a milestone (other than one that checks the result) or a phase looks beyond the decision, and in a plan that has neither outcomes nor
milestones nor a decision yet.`,
  looksAt: ['plan'],
  reads: ['plan', 'outcomes', 'milestones', 'phases', 'decision', 'implementation'],
  appliesTo: {
    onlyWhole: true,
    stages: ['pre_sale'],
    exceptFormats: ['goal_card'],
    exceptStatuses: ['completed', 'archived'],
  },
  fixable: true,
  examples: [{ bad: previewExample(''), good: previewExample('implementation:\n  go_live_date: "2026-06-01"\n') }],
  check(plan, context) {
    const { report } = context;
    const { implementation, decision } = plan;
    const at = implementation ?? plan.plan;
    if (!at || isPreviewed(plan)) return;
    if (!decision && plan.outcomes.items.length === 0 && plan.milestones.items.length === 0) return;
    const decided = readable(decision?.decision_date);
    const end = decided ? `ends with the decision on ${formatFullDay(decided.value)}` : 'ends with the signature';
    report({
      at,
      message: `This plan ${end}, and nothing shows what comes after it. Preview the way to going live: the first steps, who takes part, and the day on which it is to work.`,
      ...(decided && { related: [{ at: decided, message: 'The day of the decision' }] }),
      fixes: edit => previewFrom(decided?.value ?? lastStep(plan), context, edit),
    });
  },
});

/** Something tells what comes after the decision: a section of its own, a milestone or phase that is no step of the purchase. */
function isPreviewed(plan: Plan): boolean {
  const { implementation, decision } = plan;
  if (implementation && (!implementation.mapping ? isMisshapen(plan, 'implementation') : saysMore(plan))) return true;
  const decided = decision?.decision_date?.value ?? lastStep(plan);
  if (allMilestones(plan).some(milestone => isDelivery(milestone, decided))) return true;
  return plan.phases.items.some(phase => {
    const until = phase.end_date?.value ?? phase.start_date?.value;
    if (DELIVERY.test(phase.name?.text ?? '')) return true;
    return decided !== undefined && until !== undefined && until > decided && !isClosing(phase, decided, until);
  });
}

/** The phase of the purchase in which the decision falls: it may end some weeks later, with the signature. */
function isClosing({ name, start_date }: Phase, decided: Day, until: Day): boolean {
  const begun = start_date?.value !== undefined && start_date.value <= decided;
  return begun && until <= addDays(decided, 30) && speaksOfBuying(name?.text ?? '');
}

function saysMore({ implementation }: Plan): boolean {
  const { steps, go_live_date, summary } = implementation ?? {};
  const planned =
    steps?.items.some(step => step.mapping !== undefined || isSaid(step.word?.text)) || isSaid(steps?.word?.text);
  return planned || isSaid(go_live_date?.text) || isSaid(summary?.text);
}

function isDelivery(milestone: Milestone, decided: Day | undefined): boolean {
  const { status, kind, name } = milestone;
  if (status?.value === 'skipped' || kind?.value === 'validation' || isBuyingStep(milestone)) return false;
  if (DELIVERY.test(name?.text ?? '')) return true;
  if (MEASURING.test(name?.text ?? '')) return false;
  const due = milestone.target_date?.value ?? milestone.start_date?.value;
  return decided !== undefined && due !== undefined && due > decided;
}

/** Where no day of the decision is given: the last day of its steps. */
function lastStep(plan: Plan): Day | undefined {
  return latestDay((plan.decision?.steps.items ?? []).map(step => step.target_date?.value));
}

/** Words of a look at the result, which says nothing about the way to it. */
const MEASURING = /\b(?:measur\w*|confirm\w*|validat\w*|verif\w*|count(?:ed)?|reached|achieved|checked|target)\b/i;

const DELIVERY =
  /\b(?:go(?:es|ing)?[ -]?live|implement\w*|onboard\w*|roll[ -]?outs?|kick[ -]?off|launch\w*|deliver\w*|adoption|training|in use|live)\b/i;

function previewExample(implementation: string): string {
  return `plan:
  stage: pre_sale
  owner: Priya Shah
outcomes:
  - id: O1
    milestones:
      - { name: Pilot depot has typed for a week, target_date: "2026-03-13", status: pending, owner: Ken Abe, kind: validation }
  - id: O2
    milestones:
      - { name: Returns of the pilot depot counted, target_date: "2026-03-13", status: pending, owner: Ken Abe, kind: validation }
  - id: O3
    milestones:
      - { name: Answer times of the pilot depot measured, target_date: "2026-03-13", status: pending, owner: Ken Abe, kind: validation }
decision:
  criteria: [Orders are typed once, The pilot depot makes fewer mistakes]
  decision_date: "2026-04-30"
  steps:
    - { name: Contract terms agreed, kind: legal, owner: Dana Ruiz, target_date: "2026-03-31", status: pending }
    - { name: Supplier form filed, kind: procurement, owner: Ken Abe, target_date: "2026-04-10", status: pending }
    - { name: Security questionnaire answered, kind: security, owner: Ken Abe, target_date: "2026-04-17", status: pending }
${implementation}`;
}
