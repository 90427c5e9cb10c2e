import { fieldPaths, groupPaths } from '../plan/config/field-paths.ts';
import { PRESETS } from '../plan/config/presets.ts';
import { FIELD_TYPES } from '../plan/config/read-fields.ts';
import { MONTHS } from '../plan/config/read-month.ts';
import { STATUSES } from '../plan/config/read-vocabulary.ts';
import type { PreparedRule } from '../plan/rules/rule.ts';
import { definitionShape } from '../plan/schema/shape.ts';
import { type FieldType, TOP_LEVEL } from '../plan/team-format.ts';

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
        { oneOf: MONTHS.map(name => ({ const: name, description: `The year begins in ${capital(name)}.` })) },
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

function vocabularyDefinitions(): object {
  return {
    vocabulary: {
      title: 'Vocabulary',
      description: 'Words of your team.',
      type: 'object',
      properties: {
        segments: {
          description:
            'Your segments: offered while writing; a plan’s segment that is one of them but for a slip is named.\n\nGood: `[strategic, growth]`',
          $ref: '#/definitions/words',
        },
        plan_tiers: {
          description: 'Your plan tiers, offered and watched as the segments are.\n\nGood: `[Gold, Silver]`',
          $ref: '#/definitions/words',
        },
        customer_types: {
          description: 'Parts that people at the customer play, beside the standard ones.\n\nGood: `[regional_lead]`',
          $ref: '#/definitions/words',
        },
        vendor_types: {
          description: 'Parts that your own people play, beside the standard ones.\n\nGood: `[csm]`',
          $ref: '#/definitions/words',
        },
        statuses: {
          description: 'Your words for a status, each with the standard one that it counts as everywhere.',
          $ref: '#/definitions/statuses',
        },
      },
      additionalProperties: false,
    },
    words: {
      title: 'Words',
      description: 'A list of words.',
      type: 'array',
      items: { $ref: '#/definitions/word' },
    },
    word: {
      title: 'Word',
      description: 'A word of your own.',
      anyOf: [{ type: 'string', minLength: 1 }, { type: 'number' }],
    },
    statuses: {
      title: 'Statuses',
      description: 'Your words for the status of each thing.',
      type: 'object',
      properties: Object.fromEntries(
        Object.keys(STATUSES).map(owner => [
          owner,
          {
            description: `Your words for the status of ${/^[aeiou]/.test(owner) ? 'an' : 'a'} ${owner}: word, colon, standard word.`,
            $ref: `#/definitions/${owner}Words`,
          },
        ]),
      ),
      additionalProperties: false,
    },
    ...Object.fromEntries(
      Object.entries(STATUSES).map(([owner, definition]) => [
        `${owner}Words`,
        {
          title: `Words for the status of ${/^[aeiou]/.test(owner) ? 'an' : 'a'} ${owner}`,
          description: 'Your word, a colon, and the standard word that it stands for.',
          type: 'object',
          additionalProperties: { $ref: `#/definitions/${definition}` },
        },
      ]),
    ),
    ...Object.fromEntries(
      Object.values(STATUSES).map(definition => {
        const shape = definitionShape(definition);
        const values = shape?.values ?? [];
        return [
          definition,
          {
            title: shape?.title,
            description: 'The standard word that yours stands for.',
            oneOf: values.map(({ value, meaning }) => ({ const: value, description: meaning })),
          },
        ];
      }),
    ),
  };
}

function fieldDefinitions(): object {
  return {
    customFields: {
      title: 'Own fields',
      description: 'Keys of your own and their types.',
      type: 'object',
      patternProperties: { '^x-': { $ref: '#/definitions/customField' } },
      additionalProperties: false,
    },
    customField: {
      title: 'Own field',
      description: 'A key of your own: what its value must be, and where it belongs.',
      type: 'object',
      properties: {
        type: { description: 'What the value must be.', $ref: '#/definitions/fieldType' },
        in: {
          description:
            'Where it belongs: groups of fields with what they stand in, or document for the top level. Anywhere if nothing is said.\n\nGood: `[customer]`, `[outcomes.milestones]`',
          $ref: '#/definitions/places',
        },
        description: {
          description: 'What it is for: shown when the key is offered, and when the mouse rests on it.',
          $ref: '#/definitions/text',
        },
        values: {
          description: 'The values to choose from, for one_of; for a list, those that its entries are chosen from.',
          $ref: '#/definitions/words',
        },
        pattern: {
          description: 'For texts: a regular expression that the whole value must match.\n\nGood: `"[0-9]{4}g.*"`',
          $ref: '#/definitions/text',
        },
      },
      required: ['type'],
      additionalProperties: false,
    },
    fieldType: {
      title: 'Type',
      description: 'What the value must be.',
      oneOf: FIELD_TYPES.map(type => ({ const: type, description: TYPES[type] })),
    },
    places: {
      title: 'Places',
      description: 'Groups of fields.',
      anyOf: [{ $ref: '#/definitions/place' }, { type: 'array', items: { $ref: '#/definitions/place' } }],
    },
    place: {
      title: 'Place',
      description: 'A group of fields with what it stands in, or document for the top level.',
      enum: [TOP_LEVEL, ...groupPaths()],
    },
    text: { title: 'Text', description: 'A text.', type: 'string' },
  };
}

const TYPES: Readonly<Record<FieldType, string>> = {
  text: 'Any single value; a pattern can say more.',
  number: 'A number without a unit.',
  date: 'A day, YYYY-MM-DD.',
  money: 'An amount, such as $12,000.',
  quantity: 'A number with its unit, such as 40 hours or 8 of 25.',
  yes_no: 'Yes or no.',
  one_of: 'One of the values listed.',
  list: 'A list of single values.',
};

/** A word as a pattern that takes it in any case: the published schema has no flags. */
function anyCase(word: string): string {
  return [...word].map(letter => `[${letter.toUpperCase()}${letter}]`).join('');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
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
