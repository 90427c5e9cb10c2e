import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { quoted, quoteLike } from '../../../plan/syntax/quote.ts';

/** What people write, pieced together from what YAML takes offence at. */
const writing = fc
  .array(
    fc.constantFrom(
      ...[
        'word',
        'Sarah',
        'true',
        'null',
        'No',
        '12',
        '4.5',
        '40%',
        '$40k',
        '2026-01-15',
        'e3',
        'é',
        '“',
        '’',
        '—',
        '–',
      ],
      ...[
        ' ',
        ' ',
        ' ',
        '  ',
        ':',
        ': ',
        '#',
        ' #',
        '-',
        '- ',
        '?',
        '&',
        '*',
        '!',
        '|',
        '>',
        "'",
        '"',
        '%',
        '@',
        '`',
        '~',
        '.',
        '/',
        '\\',
      ],
      ...[
        ';',
        '(',
        ')',
        '+',
        '=',
        '<',
        '€',
        '\u00a0',
        '\u2028',
        '\u0085',
        '\u{1f600}',
        '\ud800',
        '\u0007',
        '\u007f',
        '...',
        '---',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(pieces => pieces.join(''));

describe('quotes', () => {
  it('plain values of several words are written as the library writes them', () => {
    fc.assert(
      fc.property(writing, value => {
        const written = stringify(value, { lineWidth: 0 }).replace(/\n$/, '');
        fc.pre(!/^[\w-]+$/.test(value) && !written.startsWith('|'));
        expect(quoteLike('plain', value)).toBe(written);
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['plain', 'single', 'double'] as const)(
    'a value of a key, %s, reads back as its text, in a block and in braces',
    style => {
      fc.assert(
        fc.property(writing, value => {
          fc.pre(!/[\n\r]/.test(value));
          const written = quoteLike(style, value);
          expect(String(parse(`- summary: ${written}\n  status: open\n`, { schema: 'failsafe' })[0].summary)).toBe(
            value,
          );
          expect(String(parse(`[{ summary: ${written} }]\n`, { schema: 'failsafe' })[0].summary)).toBe(value);
        }),
        { numRuns: 3000, examples: [['-'], ['--'], ['---']] },
      );
    },
  );

  it('double quotes are those of the library', () => {
    fc.assert(
      fc.property(fc.oneof(writing, fc.string({ unit: 'binary' })), value => {
        const written = stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' }).replace(/\n$/, '');
        expect(quoted(value)).toBe(written);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['one word', 'Kickoff', 'Kickoff'],
    ['a number, which stays one', '42', '42'],
    ['a dash, which would begin a list', '-', '"-"'],
    ['a number below zero', '-4', '-4'],
    ['several words', 'Confirm the result (with Sarah) by 40%', 'Confirm the result (with Sarah) by 40%'],
    ['a word that YAML reads as something else, among others', 'true north', 'true north'],
    ['a colon', 'Goal: 4 hours', '"Goal: 4 hours"'],
    ['what ends a value in brackets', 'Sarah, Tom', '"Sarah, Tom"'],
    ['line breaks', 'two\n  lines', 'two lines'],
  ])('plain: %s', (_, value, written) => expect(quoteLike('plain', value)).toBe(written));
});
