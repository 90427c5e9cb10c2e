import { capitalise, enumerate } from '../words.ts';
import { NEVER_SILENCED, type PreparedRule } from './rule.ts';

/** The page of one rule, as Markdown: what the docs, the terminal and code scanning show. */
export function rulePage(rule: PreparedRule): string {
  return [
    `# \`${rule.id}\``,
    '',
    `${rule.summary}.`,
    '',
    `**${capitalise(rule.severity)}**${rule.fixable ? ' · has a quick fix' : ''}${scope(rule)}`,
    '',
    '## Why it matters',
    '',
    rule.why.trim(),
    '',
    ...rule.examples.flatMap((example, index) => [
      `## ${rule.examples.length > 1 ? `Example ${index + 1}` : 'Example'}`,
      '',
      ...(example.earlier ?? []).flatMap(({ text, committedOn }) => [
        `Committed on ${committedOn}:`,
        '',
        '```yaml',
        text.trimEnd(),
        '```',
        '',
      ]),
      `Found here${example.today ? `, as of ${example.today}` : ''}:`,
      '',
      '```yaml',
      example.bad.trimEnd(),
      '```',
      '',
      'Nothing is found here:',
      '',
      '```yaml',
      example.good.trimEnd(),
      '```',
      '',
    ]),
    ...optionLines(rule),
    '## Setting it',
    '',
    'In `success-plan.config.yaml`, beside the plans or above them:',
    '',
    '```yaml',
    'rules:',
    `  ${rule.id}: ${setting(rule)}`,
    '```',
    '',
    ...ignoreLines(rule),
  ].join('\n');
}

/** Another level than the rule's own, with the options that go with it. */
function setting({ severity, options }: PreparedRule): string {
  const level = severity === 'info' ? 'warning' : 'info';
  const named = Object.entries(options).map(([name, value]) => `, ${name}: ${JSON.stringify(value)}`);
  return named.length === 0
    ? `${level}     # off, hint, info, warning or error`
    : `{ severity: ${level}${named.join('')} }     # severity: off, hint, info, warning or error`;
}

function ignoreLines({ id }: PreparedRule): string[] {
  if (id === NEVER_SILENCED) return ['No comment silences it: what stands in text that cannot be read is not known.'];
  return [
    'In a plan, on the line or the line above, with the reason:',
    '',
    '```yaml',
    `# success-plan-ignore ${id}: agreed with the customer on the last call`,
    '```',
  ];
}

function optionLines(rule: PreparedRule): string[] {
  const options = Object.entries(rule.options);
  if (options.length === 0) return [];
  return [
    '## Options',
    '',
    ...options.map(([name, value]) =>
      `- \`${name}\`: ${JSON.stringify(value)} unless you set it. ${rule.optionWords[name] ?? ''}`.trimEnd(),
    ),
    '',
  ];
}

function scope(rule: PreparedRule): string {
  const { formats, exceptFormats, stages, exceptStages, exceptStatuses } = rule.appliesTo;
  const parts = [
    formats && `only in ${enumerate(formats, 'or')} plans`,
    stages && `only in stage ${enumerate(stages, 'or')}`,
    exceptFormats && `not in ${enumerate(exceptFormats, 'or')} plans`,
    exceptStages && `not in stage ${enumerate(exceptStages, 'or')}`,
    exceptStatuses && `not in ${enumerate(exceptStatuses, 'or')} plans`,
  ].filter(part => part !== undefined);
  return parts.map(part => ` · ${part}`).join('');
}
