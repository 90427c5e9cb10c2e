import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { USAGE_WORDS } from '../../../../plan/rules/outcomes/product-usage.ts';
import { Ways } from '../../../../plan/rules/text/ways.ts';

const whole = USAGE_WORDS.whole;

/** Words of the expression itself, so that texts come near to what it looks for. */
const words = [...new Set(whole.source.match(/[a-z]{2,}/g) ?? [])];
const text = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom('of', 'the', 'to', 'for', '12', '80%', 'K', 'ſ', 'é')), {
    maxLength: 12,
  })
  .chain(parts =>
    fc
      .array(fc.constantFrom(' ', ' ', ' ', '-', '\n', ', ', ''), { minLength: parts.length, maxLength: parts.length })
      .map(gaps => parts.map((part, index) => part + gaps[index]).join('')),
  );

it('finds the words of usage that one expression of all ways finds', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (made, loud) => {
      const said = loud ? made.toUpperCase() : made;
      expect(USAGE_WORDS.firstIn(said)).toBe(whole.exec(said)?.[0]);
    }),
    { numRuns: 5000 },
  );
});

it('finds them in every line of the examples', () => {
  let found = 0;
  for (const file of globSync('{examples,test/fixtures}/**/*.yaml')) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const words = whole.exec(line)?.[0];
      expect(USAGE_WORDS.firstIn(line)).toBe(words);
      if (words !== undefined) found++;
    }
  }
  expect(found).toBeGreaterThan(20);
});

it('takes the first place, and there the earlier way', () => {
  const ways = new Ways([
    { needs: ['team'], said: 'team' },
    { needs: ['log', 'team'], said: 'log ?ins?|team lead' },
  ]);
  expect(ways.firstIn('Log in with the team lead')).toBe('Log in');
  expect(ways.firstIn('The team lead')).toBe('team');
  expect(ways.firstIn('Nobody')).toBeUndefined();
});
