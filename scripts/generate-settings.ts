import type { PreparedRule } from '../plan/rules/rule.ts';

/** What the generator makes of the extension's settings. */
export interface GeneratedSettings {
  readonly packageJson: string;
  /** package.nls.json: the English texts, of settings and of everything else. */
  readonly texts: string;
}

/** Texts of settings go by this, in package.nls.json. */
const PREFIX = 'setting.';

/** Fields of a setting that people read. */
const TEXTS: readonly string[] = [
  'description',
  'markdownDescription',
  'patternErrorMessage',
  'enumDescriptions',
  'markdownEnumDescriptions',
];

/**
 * Puts the extension's settings into package.json, and their texts into package.nls.json, from where they are translated. Settings add
 * what belongs to an editor and nothing more: what a rule says of a plan is the repository's business (success-plan.config.yaml), so that
 * the command line agrees.
 */
export function generateSettings(
  packageJson: string,
  texts: string,
  rules: readonly PreparedRule[],
): GeneratedSettings {
  const json: { contributes?: Record<string, unknown> } = JSON.parse(packageJson);
  const others: Record<string, string> = JSON.parse(texts);
  const said: Record<string, string> = Object.fromEntries(
    Object.entries(others).filter(([key]) => !key.startsWith(PREFIX)),
  );
  const properties = Object.entries(settings(rules)).map(([name, setting], order) => [
    `successPlan.${name}`,
    { order, ...named(name, setting, said) },
  ]);
  const configuration = { title: 'Success Plans', properties: Object.fromEntries(properties) };
  const contributes = { ...json.contributes, configuration };
  return {
    packageJson: JSON.stringify({ ...json, contributes }, null, 2),
    texts: JSON.stringify(said, null, 2),
  };
}

/** The settings in the order in which they are shown, by their names behind `successPlan.`, with English texts. */
function settings(rules: readonly PreparedRule[]): Record<string, Record<string, unknown>> {
  return {
    today: {
      type: 'string',
      default: '',
      pattern: '^(\\d{4}-\\d{2}-\\d{2})?$',
      patternErrorMessage: 'A day is written YYYY-MM-DD, for example 2026-02-10.',
      markdownDescription:
        'The day that plans are judged by, `YYYY-MM-DD`. Empty: today. Useful to see a plan as it stood at a past review.',
      scope: 'resource',
    },
    hiddenRules: {
      type: 'array',
      default: [],
      uniqueItems: true,
      items: {
        type: 'string',
        enum: rules.map(rule => rule.id),
        // In English like the findings themselves: what a rule says is the same for everybody who reads the plan.
        markdownEnumDescriptions: rules.map(rule => `${rule.summary} (${rule.severity})`),
      },
      markdownDescription:
        'Rules that this editor does not show while you write. The command line and everybody else’s editor still report them; to set a rule for the team use `success-plan.config.yaml`.',
      scope: 'resource',
    },
    'codeLens.numbers': shown(
      'Show above the plan, its outcomes, late milestones and reviews how they stand: attainment against what is expected, milestones done, days late.',
    ),
    'codeLens.actions': shown(
      'Show above them what can be done there: *Record measurement*, *Mark complete*, *Log review*, *Prepare agenda*, *Open panel*.',
    ),
    'inlayHints.distance': shown(
      'Show behind days ahead, and behind the latest review and measurement, how far away they are: `in 23 days`.',
    ),
    'inlayHints.slip': shown('Show behind the days of milestones and actions by how much they slipped: `4 days late`.'),
    'trace.server': {
      type: 'string',
      enum: ['messages', 'verbose'],
      enumDescriptions: ['The names of the messages.', 'The messages with all that they carry.'],
      default: 'messages',
      markdownDescription:
        'How much of the conversation between editor and language server stands in the output channel while the log level of that channel is *Trace* (command *Developer: Set Log Level…*).',
      scope: 'window',
    },
  };
}

/** The setting with keys instead of texts; the texts go to `said`. */
function named(name: string, setting: Record<string, unknown>, said: Record<string, string>): Record<string, unknown> {
  const key = (field: string, text: string) => {
    const id = `${PREFIX}${name}.${field}`;
    said[id] = text;
    return `%${id}%`;
  };
  return Object.fromEntries(
    Object.entries(setting).map(([field, value]) => {
      if (!TEXTS.includes(field)) return [field, value];
      if (Array.isArray(value)) return [field, value.map((text, at) => key(`${field}.${at}`, String(text)))];
      return [field, key(field, String(value))];
    }),
  );
}

/** A switch that is on. */
function shown(markdownDescription: string) {
  return { type: 'boolean', default: true, markdownDescription, scope: 'resource' };
}
