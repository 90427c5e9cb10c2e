import { riskScore } from '../../attainment/index.ts';
import { isMisnamed } from '../format/misnamed.ts';
import { workName } from '../milestones/work.ts';
import { accepted, knownContingencies } from '../risks/risk-repair.ts';
import { isOpenRisk, lacksContingency, lacksMitigation } from '../risks/risk-state.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'risk-severe-without-contingency',
  severity: 'info',
  summary: 'A severe open risk without a plan for the case that it happens',
  why: `Mitigation makes a risk smaller; it does not say what happens on the morning after. For the few risks that can sink an
outcome both sides should know beforehand who does what then. The score is impact times likelihood, each 1 to 3: high and
medium make 6. Stays silent where either is not given, for risks that are no longer open, and while a risk has no mitigation
at all, which is said by \`risk-unmitigated\`.`,
  looksAt: ['risk'],
  reads: [],
  appliesTo: { onlyWhole: true, exceptFormats: ['goal_card'], exceptStatuses: ['draft', 'completed', 'archived'] },
  fixable: true,
  options: { score: 6 },
  optionWords: { score: 'From which score on (impact times likelihood, each 1 to 3) a risk is severe.' },
  examples: [
    {
      bad: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: high
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    status: open
    owner: Dana Ruiz
    reviewed_on: "2026-01-20"
`,
      good: `risks:
  - id: R1
    description: The data team is busy with a migration until March
    impact: high
    likelihood: medium
    mitigation: Weekly slot agreed with the data lead
    contingency: Priya Shah lends an engineer for two weeks in April
    status: open
    owner: Dana Ruiz
    reviewed_on: "2026-01-20"
`,
    },
  ],
  check(risk, { plan, options, report }) {
    const { impact, likelihood } = risk;
    const score = riskScore(impact?.value, likelihood?.value);
    if (score === undefined || score < options.score || !isOpenRisk(risk)) return;
    if (!lacksContingency(risk) || lacksMitigation(risk) || isMisnamed(risk, 'contingency')) return;
    report({
      at: risk.contingency ?? risk,
      message: `${workName(risk)} is severe (${impact?.value} impact, ${likelihood?.value} likelihood), and the plan does not say what you do if it happens all the same. Write a contingency: who steps in, and what gives way.`,
      fixes: edit => [
        ...knownContingencies(risk, plan, edit),
        accepted(risk, plan, 'as both sides live with it if it happens', edit),
      ],
    });
  },
});
