import type { PlanFormat } from '../generated/model.ts';
import type { Draft } from './new-plan.ts';

/** How many outcomes a plan begins with, where that is not three. */
const COUNTS: Readonly<Partial<Record<PlanFormat, number>>> = { goal_card: 1, timeline_based: 1, okr: 2 };

/** The outcomes of a new plan, as its format has them. */
export function outcomes(draft: Draft): string {
  const { facts } = draft;
  const count = COUNTS[facts.format] ?? (draft.isBuying ? 1 : 3);
  const each = Array.from({ length: count }, (_, index) => outcome(draft, index + 1));
  return `outcomes:\n${each.join('\n')}`;
}

function outcome(draft: Draft, number: number): string {
  const { facts, stops, coOwner } = draft;
  const isOkr = facts.format === 'okr';
  const description = `  - id: O${number}
    description: "${stops.stop()}"
${facts.format === 'goal_card' ? '' : `    so_that: "${stops.stop()}"\n`}${businessValue(draft)}`;
  const measured = isOkr
    ? `    key_results:\n${keyResult(draft, number, 1)}${keyResult(draft, number, 2)}`
    : baselineAndTarget(draft, '    ');
  const owned = facts.format === 'joint_accountability' ? `    owner: ${coOwner}\n` : '';
  const evidence = facts.stage === 'pre_sale' ? '' : `    renewal_evidence: "${stops.stop()}"\n`;
  return `${description}${owned}${measured}    status: not_started
${evidence}${milestones(draft)}`;
}

function businessValue({ facts, stops }: Draft): string {
  return facts.format === 'value_realization'
    ? `    business_value:
      summary: "${stops.stop()}"
      amount: "${stops.stop()}"
      per: year
`
    : `    business_value: "${stops.stop()}"\n`;
}

function baselineAndTarget({ facts, days, stops }: Draft, indent: string): string {
  const metric = stops.stop();
  const again = stops.again();
  const lines = [
    'baseline:',
    `  metric: "${metric}"`,
    `  current: "${stops.stop()}"`,
    `  measured_on: "${stops.stop(facts.today)}"`,
    'target:',
    `  metric: "${again}"`,
    `  goal: "${stops.stop()}"`,
    `  target_date: "${days.target}"`,
  ];
  return lines.map(line => `${indent}${line}\n`).join('');
}

function keyResult(draft: Draft, number: number, result: number): string {
  return `      - id: KR${number}.${result}
        description: "${draft.stops.stop()}"
${baselineAndTarget(draft, '        ')}`;
}

/** From the first number to the confirmed last one. Where milestones stand in phases, the phases have them. */
function milestones(draft: Draft): string {
  const { facts, days, stops, owner, coOwner, isBuying } = draft;
  if (facts.format === 'timeline_based') return '';
  const steps: string[] = [];
  const add = (name: string, fraction: number, who: string, kind: string) =>
    steps.push(`      - name: "${name}"
        target_date: "${fraction === 1 ? days.target : days.onTheWay(fraction)}"
        actual_date: null
        status: pending
        owner: ${who}
        kind: ${kind}
`);
  if (!isBuying) add(stops.stop('Baseline measured and agreed'), 0.1, coOwner, 'technical_setup');
  if (facts.format !== 'goal_card') add(stops.stop('First team works with it'), 0.5, owner, 'adoption');
  add('Goal reached and confirmed by the customer', 1, coOwner, 'validation');
  return `    milestones:\n${steps.join('')}`;
}
