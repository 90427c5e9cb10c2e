import { fieldPaths } from '../plan/config/field-paths.ts';
import { PRESETS } from '../plan/config/presets.ts';
import { MONTHS } from '../plan/config/read-month.ts';
import type { PreparedRule } from '../plan/rules/rule.ts';
import { capitalise } from '../plan/words.ts';
import { fieldDefinitions } from './config-schema/own-fields.ts';
import { ruleDefinitions } from './config-schema/rules.ts';
import { vocabularyDefinitions } from './config-schema/vocabulary.ts';

/** The JSON Schema of success-plan.config.yaml: the rules' ids and options are the catalogue's, fields and statuses the format's. */
export function configSchema(rules: readonly PreparedRule[]): string {
  return JSON.stringify(
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'config.schema.json',
      title: 'Success plan configuration',
      description:
        'How the plans in this folder and below it are read and checked. The nearest file above a plan counts; editor and command line read the same one.',
      type: 'object',
      properties: {
        extends: {
          description:
            'What this file builds on: a preset, or the path of another configuration. Of several the later one wins, and what is said here wins over all.\n\nGood: `strict`, or `[pre-sale, ../standards/plans.yaml]`',
          $ref: '#/definitions/extends',
        },
        plans: {
          description:
            'Further files that are success plans, as glob patterns from this folder, beside *.success-plan.yaml and *.qbr.yaml. A pattern that begins with ! takes away.\n\nGood: `[customers/**/*.yaml, "!customers/archive/**"]`',
          $ref: '#/definitions/globs',
        },
        rules: {
          description:
            'Rules and how loudly each speaks: off, hint, info, warning or error. A group sets options too.\n\nGood: `outcomes-too-many: { severity: info, max: 4 }`',
          $ref: '#/definitions/rules',
        },
        overrides: {
          description:
            'Other levels for some paths, in order: of two that fit a plan the later one wins.\n\nGood: `- files: [pilots/**]`, with `rules:` below it',
          type: 'array',
          items: { $ref: '#/definitions/override' },
        },
        vocabulary: {
          description: 'Words of your team, beside those of the format.',
          $ref: '#/definitions/vocabulary',
        },
        custom_fields: {
          description:
            'Keys of your own that begin with x-, each with the type that its value must have. Keys that are not declared here stay accepted as they are.\n\nGood: `x-crm-id: { type: text, in: [customer], description: Account in the CRM }`',
          $ref: '#/definitions/customFields',
        },
        fiscal_year_start: {
          description:
            'The month in which your year begins, by number or name: the quarters that the editor offers as dates count from it.\n\nGood: `april`',
          $ref: '#/definitions/month',
        },
        redact: {
          description:
            'Fields that stay out of what a customer gets, beside those that never leave, such as internal notes and the ARR.\n\nGood: `[customer.context, outcomes.business_value]`',
          type: 'array',
          items: { $ref: '#/definitions/fieldPath' },
        },
      },
      patternProperties: { '^x-': {} },
      additionalProperties: false,
      definitions: definitions(rules),
    },
    null,
    2,
  );
}

function definitions(rules: readonly PreparedRule[]): object {
  return {
    extends: {
      title: 'Extended configurations',
      description: 'A preset or a path, or several.',
      anyOf: [{ $ref: '#/definitions/base' }, { type: 'array', items: { $ref: '#/definitions/base' } }],
    },
    base: {
      title: 'Preset or path',
      description: 'The name of a preset, or the path of another configuration from this file.',
      anyOf: [
        { oneOf: PRESETS.map(({ name, summary }) => ({ const: name, description: summary })) },
        { type: 'string', pattern: '[/\\\\]|\\.[yY][aA]?[mM][lL]$' },
      ],
    },
    globs: {
      title: 'Globs',
      description: 'Patterns of paths: * within a folder, ** through folders.',
      type: 'array',
      items: { $ref: '#/definitions/glob' },
    },
    glob: { title: 'Glob', description: 'A pattern of paths.', type: 'string', minLength: 1 },
    globOrGlobs: {
      title: 'Globs',
      description: 'A pattern of paths, or several.',
      anyOf: [{ $ref: '#/definitions/glob' }, { $ref: '#/definitions/globs' }],
    },
    ...ruleDefinitions(rules),
    override: {
      title: 'Override',
      description: 'Levels for the plans of some paths.',
      type: 'object',
      properties: {
        files: {
          description: 'The plans that this is for, as glob patterns from this folder.\n\nGood: `[pilots/**]`',
          $ref: '#/definitions/globOrGlobs',
        },
        rules: { description: 'What counts there.', $ref: '#/definitions/rules' },
      },
      required: ['files', 'rules'],
      additionalProperties: false,
    },
    ...vocabularyDefinitions(),
    ...fieldDefinitions(),
    month: {
      title: 'Month',
      description: 'A month by number or name.',
      anyOf: [
        { type: 'integer', minimum: 1, maximum: 12 },
        { oneOf: MONTHS.map(name => ({ const: name, description: `The year begins in ${capitalise(name)}.` })) },
        {
          type: 'string',
          pattern: `^(${[...MONTHS, ...MONTHS.map(name => name.slice(0, 3))].map(anyCase).join('|')})$`,
        },
      ],
    },
    fieldPath: {
      title: 'Field',
      description: 'A field with what it stands in, parted by dots.',
      anyOf: [{ enum: [...fieldPaths().keys()] }, { type: 'string', pattern: '(^|\\.)x-.|^internal\\.' }],
    },
  };
}

/** A word as a pattern that takes it in any case: the published schema has no flags. */
function anyCase(word: string): string {
  return [...word].map(letter => `[${letter.toUpperCase()}${letter}]`).join('');
}
