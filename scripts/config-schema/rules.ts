import type { PreparedRule } from '../../plan/rules/rule.ts';

/** The definitions of `rules`: the rules of the catalogue, the levels at which they speak and their options. */
export function ruleDefinitions(rules: readonly PreparedRule[]): object {
  return {
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
    rules: {
      title: 'Rules',
      description: 'Rules and their levels.',
      type: 'object',
      properties: Object.fromEntries(rules.map(rule => [rule.id, ruleSchema(rule)])),
      additionalProperties: false,
    },
  };
}

function ruleSchema(rule: PreparedRule): object {
  const options = Object.entries(rule.options).map(([name, value]) => [
    name,
    optionSchema(rule.optionWords[name] ?? '', value),
  ]);
  const properties = { severity: { $ref: '#/definitions/severity' }, ...Object.fromEntries(options) };
  return {
    description: `${rule.summary}. Unless said: ${rule.severity}.`,
    anyOf: [{ $ref: '#/definitions/severity' }, { type: 'object', properties, additionalProperties: false }],
  };
}

function optionSchema(words: string, value: PreparedRule['options'][string]): object {
  const description = `${words} Unless said: ${Array.isArray(value) ? value.join(', ') : value}.`.trim();
  if (typeof value === 'boolean') return { description, type: 'boolean' };
  if (typeof value === 'number')
    return { description, type: Number.isInteger(value) ? 'integer' : 'number', minimum: 0 };
  return { description, type: 'array', items: { type: 'string' } };
}
