import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Document, Scalar as YamlScalar } from 'yaml';
import { parse } from '../../../plan/syntax/parse.ts';
import { textPlaces } from '../../../plan/syntax/text-places.ts';

const STYLES = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

/** The scalar of `k: …` with what is written for it. */
function scalarOf(text: string) {
  const part = parse(text).documents[0]?.sections[0]?.part;
  if (part?.node.kind !== 'scalar') throw new Error('no scalar');
  return { scalar: part.node, raw: text.slice(part.node.start, part.node.end) };
}

it.each([
  ["k: 'it''s Dana''s'", "Dana's", "Dana''s"],
  ['k: "a \\"Dana\\" \\u0044ana\\tR"', 'Dana\tR', '\\u0044ana\\tR'],
  ['k: "\\U0001F680 go \\\n   on"', '🚀 go', '\\U0001F680 go'],
  ['k: Dana\n  Ruiz\n\n  and Ken', 'Dana Ruiz', 'Dana\n  Ruiz'],
  ['k: >-\r\n    Ask Dana\r\n    Ruiz\r\n', 'Dana Ruiz', 'Dana\r\n    Ruiz'],
  ['k: |2 # comment\n   Dana\n  Ruiz\n', 'Ruiz', 'Ruiz'],
])('%j says %j as %j', (text, said, written) => {
  const { scalar, raw } = scalarOf(text);
  const from = scalar.text.lastIndexOf(said);
  const span = textPlaces(raw, scalar)?.span(from, from + said.length);
  expect(span && raw.slice(span.start, span.end)).toBe(written);
});

it('finds every word of any text, in any style', () => {
  const word = fc
    .string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
    .filter(one => !/[\p{Cc}\p{Cs}]/u.test(one) && one.trim() !== '');
  const text = fc.array(
    fc.oneof(word, fc.constantFrom('Dana Ruiz', "it's", '"O1"', 'a: b', '# no', '\\', '\n', '\n\n', '  ')),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...STYLES), fc.boolean(), (words, style, crlf) => {
      const value = new YamlScalar(words.join(' '));
      value.type = style;
      const written = new Document({ k: value }).toString({ lineWidth: 30 });
      const { scalar, raw } = scalarOf(crlf ? written.replaceAll('\n', '\r\n') : written);
      const places = textPlaces(raw, scalar);
      expect(places).toBeDefined();
      for (const { 0: one, index } of scalar.text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const span = places?.span(index, index + one.length);
        // Between double quotes a long word may go on in the next line, behind a backslash.
        expect(span && raw.slice(span.start, span.end).replace(/\\\r?\n\s*/, '')).toBe(one);
      }
    }),
    { numRuns: 300 },
  );
});
