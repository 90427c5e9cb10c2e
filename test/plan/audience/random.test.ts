import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Document } from 'yaml';
import { forAudience } from '../../../plan/audience/for-audience.ts';
import { parse } from '../../../plan/syntax/parse.ts';
import { firstTorn } from '../../../plan/syntax/torn.ts';
import { CANARY, REDACT, saidIn, withoutWithheld } from '../../support/canaries.ts';

/** Any text, and what YAML has signs for. */
const open = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          '# ',
          ': ',
          '- ',
          '\n',
          '\n\n',
          '  ',
          '{',
          '}',
          '[',
          ',',
          '"',
          "'",
          '|',
          '>',
          '&a ',
          '*a',
          '\t',
          '--- ',
          'x',
          '~',
          '\r\n',
        ),
      )
      .map(all => all.join('')),
  )
  .filter(text => !text.includes(CANARY));
const hidden = open.map(text => `${CANARY}${text}${CANARY}`);
const notes = fc.letrec(tie => ({
  any: fc.oneof(
    { depthSize: 'small' },
    hidden,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(hidden, tie('any'), { maxKeys: 3 }),
  ),
})).any;

const person = (email: fc.Arbitrary<string>) =>
  fc.record({ name: open, engagement: hidden, role: open, email }, { requiredKeys: ['name'] });
const plan = fc.record(
  {
    internal: notes,
    'x-anywhere': notes,
    'x-own': open,
    customer: fc.record(
      {
        company: open,
        context: notes,
        priorities: fc.array(notes, { maxLength: 2 }),
        contract: fc.record({ arr: hidden, seats: fc.nat(), plan_tier: hidden }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
    stakeholders: fc.record({
      customer: fc.array(person(hidden), { maxLength: 2 }),
      vendor: fc.array(person(open), { maxLength: 2 }),
    }),
    outcomes: fc.array(
      fc.record(
        {
          description: open,
          business_value: notes,
          so_that: hidden,
          milestones: fc.array(
            fc.record(
              { name: open, blockers: fc.array(hidden, { maxLength: 2 }), 'x-anywhere': hidden },
              { requiredKeys: [] },
            ),
            { maxLength: 2 },
          ),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
    renewal: fc.record({ strategy: hidden, owner: open, expansion: notes }, { requiredKeys: [] }),
  },
  { requiredKeys: ['internal'] },
);
const layout = fc.record({
  indent: fc.integer({ min: 2, max: 5 }),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
    'BLOCK_LITERAL' as const,
    'BLOCK_FOLDED' as const,
  ),
  defaultKeyType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const),
  flowCollectionPadding: fc.boolean(),
});

it('takes out whatever is withheld, however it is written, and nothing else', () => {
  fc.assert(
    fc.property(plan, layout, (value, options) => {
      const text = new Document(value).toString(options);
      // Not all that the library writes can be read again.
      fc.pre(firstTorn(parse(text)) === undefined);
      const made = forAudience(text, 'customer', REDACT);
      if (made.type === 'unreadable') throw new Error(`${made.cause} at ${made.at}`);
      expect(made.text).not.toContain(CANARY);
      expect(made.text).toHaveLength(text.length);
      expect(saidIn(made.text)).toEqual(withoutWithheld(text));
    }),
    { numRuns: 150 },
  );
}, 60_000);
