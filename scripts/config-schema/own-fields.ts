import { groupPaths } from '../../plan/config/field-paths.ts';
import { FIELD_TYPES } from '../../plan/config/read-fields.ts';
import { type FieldType, TOP_LEVEL } from '../../plan/team-format.ts';

/** The definitions of `fields`: a team's own keys, and what their values must be. */
export function fieldDefinitions(): object {
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
