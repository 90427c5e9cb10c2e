import type { Decision, DecisionStep, List, Milestone, Plan } from '../../model/index.ts';
import { enumerate } from '../../words.ts';
import { withApprovals } from '../lifecycle/approval-repair.ts';
import { APPROVALS, type Approval, buyingMilestones, isMisshapen } from '../lifecycle/buying.ts';
import { defineRule, type RuleContext, type Target } from '../rule.ts';
import { isSaid } from '../text/placeholder.ts';

type Context = RuleContext<Readonly<Record<never, never>>>;

const CRITERIA = '  criteria: [Orders are typed once, The pilot depot makes fewer mistakes]\n';
const LEGAL = step('Contract terms agreed', 'legal', '2026-03-31');
const PROCUREMENT = step('Supplier form filed', 'procurement', '2026-04-10');
const SECURITY = step('Security questionnaire answered', 'security', '2026-04-17');

export default defineRule({
  id: 'approval-process-missing',
  severity: 'warning',
  summary: 'A pre-sale plan that does not say how the customer decides',
  why: `Deals seldom die of a no; they wait for a signature that nobody knew was needed. A plan before the sale says what the
customer judges by, on which day they decide, and which approvals come before it, each with a name. Legal, procurement and
security are the three that most purchases wait for: where one of them is nowhere among the steps, that is pointed out, and
nothing more, because small purchases may need none. Approvals planned as milestones count as steps.`,
  looksAt: ['plan'],
  reads: ['plan', 'outcomes', 'milestones', 'decision', 'implementation'],
  appliesTo: {
    onlyWhole: true,
    stages: ['pre_sale'],
    exceptFormats: ['goal_card'],
    exceptStatuses: ['completed', 'archived'],
  },
  fixable: true,
  examples: [
    { bad: decisionExample(LEGAL + PROCUREMENT + SECURITY, ''), good: decisionExample(LEGAL + PROCUREMENT + SECURITY) },
    { bad: decisionExample(LEGAL + PROCUREMENT), good: decisionExample(LEGAL + PROCUREMENT + SECURITY) },
  ],
  check(plan, context) {
    const { decision } = plan;
    if (!plan.plan || isMisshapen(plan, 'decision')) return;
    const planned = buyingMilestones(plan);
    const missing = [
      // A signature alone says little of the way to it.
      isEmpty(decision?.steps) && planned.length < 2 ? 'steps' : undefined,
      isEmpty(decision?.criteria) ? 'criteria' : undefined,
      decision?.decision_date?.text ? undefined : 'decision_date',
    ].filter(one => one !== undefined);
    if (missing.length > 0) saySo(missing, decision, plan, context);
    if (!missing.includes('steps')) namesApprovals(decision, planned, context);
  },
});

const WORDS: Readonly<Record<string, string>> = {
  steps: 'which approvals it takes',
  criteria: 'what they will judge by',
  decision_date: 'on which day they decide',
};

function saySo(missing: readonly string[], decision: Decision | undefined, plan: Plan, { report }: Context): void {
  const [only] = missing;
  const key = missing.length === 1 && decision?.mapping?.pairs.find(pair => pair.key.text === only)?.key;
  const at: Target | undefined = decision && key ? { part: decision.part, start: key.start, end: key.end } : decision;
  const quiet = plan.plan?.status?.value === 'draft';
  const place = at ?? plan.plan;
  if (!place) return;
  report({
    at: place,
    ...(quiet && { severity: 'info' as const }),
    message: `${decision ? 'The decision' : 'This plan is written before the sale, but it'} does not say ${enumerate(
      missing.map(one => WORDS[one] ?? one),
      'or',
    )}. Ask the customer how they last bought something of this size, and write it down with names and days.`,
    ...(!decision &&
      plan.plan?.stage && { related: [{ at: plan.plan.stage, message: 'The plan is before the sale' }] }),
  });
}

function namesApprovals(decision: Decision | undefined, planned: readonly Milestone[], context: Context): void {
  const steps = [...(decision?.steps.items ?? []), ...planned];
  const names = steps.map(step => step.name?.text ?? step.word?.text ?? '');
  const kinds = new Set(decision?.steps.items.map(step => step.kind?.value));
  const missing = APPROVAL_KINDS.filter(kind => !kinds.has(kind) && !names.some(name => APPROVALS[kind].test(name)));
  const [first] = planned;
  const at = decision?.steps.key ? decision.steps : (decision ?? first);
  if (missing.length === 0 || !at || steps.length === 0) return;
  context.report({
    at,
    severity: 'info',
    message: `No step of the decision is for ${enumerate(missing, 'or')}. Ask whether ${missing.length === 1 ? 'it has' : 'they have'} a say, and plan the step with the person who gives the word.`,
    fixes: edit => [decision && withApprovals(missing, decision, context.plan, context.today, edit)],
  });
}

const APPROVAL_KINDS: readonly Approval[] = ['legal', 'procurement', 'security'];

/** Nothing on the list, or only words for nothing. A text in its place is of the wrong shape, which is said elsewhere. */
function isEmpty(list: List<DecisionStep> | Decision['criteria'] | undefined): boolean {
  if (!list) return true;
  if (list.word) return !isSaid(list.word.text);
  return !list.items.some(item =>
    'node' in item ? isSaid(item.text) : item.mapping !== undefined || isSaid(item.word?.text),
  );
}

function step(name: string, kind: string, due: string): string {
  return `    - { name: ${name}, kind: ${kind}, owner: Dana Ruiz, target_date: "${due}", status: pending }\n`;
}

function decisionExample(steps: string, criteria = CRITERIA): string {
  return `plan:
  stage: pre_sale
stakeholders:
  customer:
    - { name: Dana Ruiz, role: VP Operations, type: executive_sponsor, engagement: active, priorities: [Fewer returns] }
    - { name: Ken Abe, role: Depot Manager, type: day_to_day_contact, engagement: active }
    - { name: Ingrid Solheim, role: Information Security Officer, type: security, engagement: moderate }
decision:
${criteria}  decision_date: "2026-04-30"
  steps:
${steps}implementation:
  go_live_date: "2026-06-01"
`;
}
