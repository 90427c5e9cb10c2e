import { STATUSES } from '../../plan/config/read-vocabulary.ts';
import { definitionShape } from '../../plan/schema/shape.ts';

/** The definitions of `vocabulary`: a team's own words, and the standard ones that they count as. */
export function vocabularyDefinitions(): object {
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
