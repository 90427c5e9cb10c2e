import { isMisnamed } from '../format/misnamed.ts';
import { workName } from '../milestones/work.ts';
import { accepted, settled } from '../risks/risk-repair.ts';
import { lacksMitigation } from '../risks/risk-state.ts';
import { defineRule } from '../rule.ts';
import { isPlaceholder } from '../text/placeholder.ts';

export default defineRule({
  id: 'risk-unmitigated',
  severity: 'warning',
  summary: 'An open risk that nothing is done about, or a mitigated one that does not say how',
  why: `A risk without a countermeasure is a forecast. The customer reads it as a list of excuses prepared early, and the
owner has nothing to do until it happens. One step with a name or a day is enough. A risk that was accepted, has come true
or is closed is not asked, nor are the risks of a draft or of a goal card. \`TBD\` and \`none yet\` are no answer.`,
  looksAt: ['risk'],
  reads: [],
  appliesTo: { onlyWhole: true, exceptFormats: ['goal_card'], exceptStatuses: ['draft', 'completed', 'archived'] },
  fixable: true,
  examples: [
    {
      bad: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: medium
    likelihood: medium
    mitigation: TBD
    status: open
    owner: Dana Ruiz
`,
      good: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: medium
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Ruiz
`,
    },
  ],
  check(risk, { plan, report }) {
    if (!lacksMitigation(risk) || isMisnamed(risk, 'mitigation')) return;
    const { mitigation } = risk;
    const mitigated = risk.status?.value === 'mitigated';
    const owner = risk.owner?.text ?? '';
    const asked = isPlaceholder(owner) ? 'Write' : `Ask ${owner} for`;
    report({
      at: mitigation ?? risk,
      message: mitigated
        ? `${workName(risk)} is called mitigated, but the plan does not say what was done about it. Write down what keeps it from coming back, or set its status to what it is.`
        : `${workName(risk)} is open, and nothing is planned against it. ${asked} one step that makes it less likely or less harmful, or accept it openly.`,
      ...(mitigated && risk.status && { related: [{ at: risk.status, message: 'Called mitigated here' }] }),
      fixes: edit => [
        accepted(risk, plan, 'as both sides live with it', edit),
        mitigated ? settled(risk, 'closed', 'as it cannot happen any more', edit) : undefined,
      ],
    });
  },
});
