import type { PreparedRule } from '../plan/rules/rule.ts';

/**
 * Puts the extension's settings into package.json. Settings add what belongs to an editor and nothing more: what a
 * rule says of a plan is the repository's business (success-plan.config.yaml), so that the command line agrees.
 */
export function generateSettings(packageJson: string, rules: readonly PreparedRule[]): string {
  const json: { contributes?: Record<string, unknown> } = JSON.parse(packageJson);
  const configuration = {
    title: 'Success Plans',
    properties: {
      'successPlan.today': {
        type: 'string',
        default: '',
        pattern: '^(\\d{4}-\\d{2}-\\d{2})?$',
        patternErrorMessage: 'A day is written YYYY-MM-DD, for example 2026-02-10.',
        markdownDescription:
          'The day that plans are judged by, `YYYY-MM-DD`. Empty: today. Useful to see a plan as it stood at a past review.',
        scope: 'resource',
      },
      'successPlan.hiddenRules': {
        type: 'array',
        default: [],
        uniqueItems: true,
        items: {
          type: 'string',
          enum: rules.map(rule => rule.id),
          markdownEnumDescriptions: rules.map(rule => `${rule.summary} (${rule.severity})`),
        },
        markdownDescription:
          'Rules that this editor does not show while you write. The command line and everybody else’s editor still report them; to set a rule for the team use `success-plan.config.yaml`.',
        scope: 'resource',
      },
      'successPlan.codeLens.numbers': shown(
        'Show above the plan, its outcomes, late milestones and reviews how they stand: attainment against what is expected, milestones done, days late.',
      ),
      'successPlan.codeLens.actions': shown(
        'Show above them what can be done there: *Record measurement*, *Mark complete*, *Log review*, *Prepare agenda*, *Open panel*.',
      ),
      'successPlan.inlayHints.distance': shown(
        'Show behind days ahead, and behind the latest review and measurement, how far away they are: `in 23 days`.',
      ),
      'successPlan.inlayHints.slip': shown(
        'Show behind the days of milestones and actions by how much they slipped: `4 days late`.',
      ),
      'successPlan.trace.server': {
        type: 'string',
        enum: ['messages', 'verbose'],
        enumDescriptions: ['The names of the messages.', 'The messages with all that they carry.'],
        default: 'messages',
        markdownDescription:
          'How much of the conversation between editor and language server stands in the output channel while the log level of that channel is *Trace* (command *Developer: Set Log Level…*).',
        scope: 'window',
      },
    },
  };
  const contributes = { ...json.contributes, configuration };
  return JSON.stringify({ ...json, contributes }, null, 2);
}

/** A switch that is on. */
function shown(markdownDescription: string) {
  return { type: 'boolean', default: true, markdownDescription, scope: 'resource' };
}
