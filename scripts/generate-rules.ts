import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { rulePage } from '../plan/rules/page.ts';
import type { PreparedRule } from '../plan/rules/rule.ts';

const root = path.resolve(import.meta.dirname, '..');

/** The catalogue: every file in plan/rules/catalogue, in alphabetical order. */
export function generateRuleIndex(): string {
  const ids = readdirSync(path.join(root, 'plan/rules/catalogue'))
    .filter(f => f.endsWith('.ts'))
    .map(f => f.slice(0, -3))
    .sort();
  const name = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return [
    '// Generated from plan/rules/catalogue/ by `npm run generate`. Do not edit.',
    ...ids.map(id => `import ${name(id)} from '../rules/catalogue/${id}.ts';`),
    "import type { PreparedRule } from '../rules/rule.ts';",
    '',
    '/** Every rule, by id in alphabetical order. */',
    `export const ALL_RULES: readonly PreparedRule[] = [\n${ids.map(id => `  ${name(id)},`).join('\n')}\n];`,
  ].join('\n');
}

/** The page of one rule, as it stands in docs/. */
export function docsPage(rule: PreparedRule): string {
  return `<!-- Generated from the rule by \`npm run generate\`. Do not edit. -->\n${rulePage(rule)}`;
}

/** The index of all rules. */
export function ruleIndexPage(rules: readonly PreparedRule[]): string {
  const count = (severity: string) => rules.filter(r => r.severity === severity).length;
  return [
    '<!-- Generated from the rules by `npm run generate`. Do not edit. -->',
    '# The rules',
    '',
    `${rules.length} rules: ${['error', 'warning', 'info', 'hint']
      .filter(count)
      .map(s => `${count(s)} ${s}`)
      .join(', ')}.`,
    'Each page says why the rule matters, shows it at work and tells how to set it.',
    '',
    '| rule | level | finds | fix |',
    '|---|---|---|---|',
    ...rules.map(r => `| [\`${r.id}\`](${r.id}.md) | ${r.severity} | ${r.summary} | ${r.fixable ? 'yes' : ''} |`),
  ].join('\n');
}

/** The JSON Schema of success-plan.config.yaml: the rules' ids and options are the catalogue's. */
export function configSchema(rules: readonly PreparedRule[]): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'config.schema.json',
    title: 'Success plan configuration',
    description:
      'How the plans in this folder and below it are checked. The nearest file above a plan counts; editor and command line read the same one.',
    type: 'object',
    properties: {
      plans: {
        description:
          'Further files that are success plans, as glob patterns from this folder, beside *.success-plan.yaml and *.qbr.yaml.',
        type: 'array',
        items: { type: 'string' },
      },
      rules: {
        description: 'Rules and how loudly each speaks: off, hint, info, warning or error. An object sets options too.',
        type: 'object',
        properties: Object.fromEntries(rules.map(rule => [rule.id, ruleSchema(rule)])),
        additionalProperties: false,
      },
    },
    additionalProperties: false,
    definitions: {
      severity: {
        title: 'Level',
        description: 'How loudly the rule speaks.',
        oneOf: [
          { const: 'off', description: 'It does not speak at all.' },
          { const: 'hint', description: 'A suggestion, shown faintly.' },
          { const: 'info', description: 'A better plan would have it.' },
          { const: 'warning', description: 'The plan will fail at its job. The command line exits with 1.' },
          { const: 'error', description: 'The plan cannot be accepted as it is.' },
        ],
      },
    },
  };
  return JSON.stringify(schema, null, 2);
}

function ruleSchema(rule: PreparedRule): object {
  const options = Object.entries(rule.options).map(([name, value]) => [
    name,
    Array.isArray(value)
      ? { description: `Unless said: ${value.join(', ')}.`, type: 'array', items: { type: 'string' } }
      : { description: `Unless said: ${String(value)}.`, type: typeof value },
  ]);
  const properties = { severity: { $ref: '#/definitions/severity' }, ...Object.fromEntries(options) };
  return {
    description: `${rule.summary}. Unless said: ${rule.severity}.`,
    anyOf: [{ $ref: '#/definitions/severity' }, { type: 'object', properties, additionalProperties: false }],
  };
}
