import type { Day } from '../day.ts';
import type { Draft } from './new-plan.ts';

/** The phases of a plan along a calendar, with milestones of their own. */
export function phases({ days, facts, stops, owner, coOwner }: Draft): string {
  const [setUp, rollOut] = [days.onTheWay(0.25), days.onTheWay(0.7)];
  const phase = (id: string, name: string, from: Day, to: Day) => `  - id: ${id}
    name: "${name}"
    start_date: "${from}"
    end_date: "${to}"
`;
  const milestone = (name: string, day: Day, who: string, kind: string, id: string) => `  - name: "${name}"
    outcome: O1
    phase: ${id}
    target_date: "${day}"
    actual_date: null
    status: pending
    owner: ${who}
    kind: ${kind}
`;
  return `phases:
${phase('set_up', 'Set-up', facts.today, setUp)}${phase('roll_out', 'Rollout', setUp, rollOut)}${phase('results', 'Results', rollOut, days.target)}
milestones:
${milestone(stops.stop('Baseline measured and agreed'), days.onTheWay(0.1), coOwner, 'technical_setup', 'set_up')}${milestone(stops.stop('First team is set up'), setUp, owner, 'technical_setup', 'set_up')}${milestone(stops.stop('Everybody is trained'), days.onTheWay(0.5), coOwner, 'training', 'roll_out')}${milestone(stops.stop('All teams work with it'), rollOut, coOwner, 'adoption', 'roll_out')}${milestone('Goal reached and confirmed by the customer', days.target, coOwner, 'validation', 'results')}`;
}

/** How the customer decides, and what comes between the signature and everyday use. */
export function buying({ days, stops, owner, coOwner }: Draft): string {
  const step = (name: string, kind: string, fraction: number) => `    - name: "${name}"
      kind: ${kind}
      owner: ${coOwner}
      target_date: "${fraction === 1 ? days.decision : days.toDecision(fraction)}"
      status: pending
`;
  const work = (name: string, fraction: number, who: string) => `    - name: "${name}"
      target_date: "${fraction === 1 ? days.goLive : days.toGoLive(fraction)}"
      status: pending
      owner: ${who}
`;
  return `decision:
  criteria:
    - "${stops.stop()}"
  decision_date: "${days.decision}"
  steps:
${step('Technical evaluation closed', 'technical', 0.3)}${step('Security review passed', 'security', 0.5)}${step('Contract read by legal', 'legal', 0.7)}${step('Purchase approved by procurement', 'procurement', 0.85)}${step('Decision and signature', 'executive', 1)}
implementation:
  summary: "${stops.stop()}"
  go_live_date: "${days.goLive}"
  steps:
${work(stops.stop('Kickoff with both teams'), 0.1, owner)}${work(stops.stop('First team is set up'), 0.6, owner)}${work(stops.stop('First team works with it'), 1, coOwner)}`;
}
