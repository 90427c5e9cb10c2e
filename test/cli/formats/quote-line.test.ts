import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { quoteLine } from '../../../cli/formats/quote-line.ts';

/** Quotes a line with a mark under the first occurrence of a word. */
function quote(line: string, word: string, room = 80): string {
  const { line: shown, mark } = quoteLine(line, line.indexOf(word), line.indexOf(word) + word.length, room);
  return `${shown}\n${mark}`;
}

describe('the mark stands under its place', () => {
  it('behind spaces', () => expect(quote('  status: activ', 'activ')).toBe('  status: activ\n          ^^^^^'));
  it('behind wide characters, which take two columns', () => {
    expect(quote('{ name: 田中さん, rol: x }', 'rol')).toBe('{ name: 田中さん, rol: x }\n                  ^^^');
    expect(quote('  田中: x', '田中')).toBe('  田中: x\n  ^^^^');
  });
  it('behind emoji, single and joined', () => {
    expect(quote('"🚀👩‍👩‍👧" rol', 'rol')).toBe('"🚀👩‍👩‍👧" rol\n       ^^^');
  });
  it('behind combining marks and half-width katakana', () => {
    expect(quote('Ame\u0301lie rol', 'rol')).toBe('Ame\u0301lie rol\n       ^^^');
    expect(quote('ｻﾗ rol', 'rol')).toBe('ｻﾗ rol\n   ^^^');
  });
  it('behind tabs, which become spaces', () => {
    expect(quote('a\tb:\tx', 'x')).toBe('a   b:  x\n        ^');
    expect(quote('\tx', '\t')).toBe('    x\n^^^^');
  });
  it('behind control characters, which are shown and never sent to the terminal', () => {
    expect(quote('a\u001b[31m rol', 'rol')).toBe('a␛[31m rol\n       ^^^');
    expect(quote('\u202eab', 'ab')).toBe('�ab\n ^^');
  });
  it('at the end of a line and in an empty one, one column wide', () => {
    expect(quoteLine('abc', 3, 3, 80)).toEqual({ line: 'abc', mark: '   ^' });
    expect(quoteLine('', 0, 0, 80)).toEqual({ line: '', mark: '^' });
  });
});

describe('a long line is cut around its mark', () => {
  const long = `${'before '.repeat(20)}HERE${' after'.repeat(20)}`;
  it('on both sides', () => {
    expect(quote(long, 'HERE', 24)).toBe('…e before HERE after af…\n          ^^^^');
  });
  it('on one side, where the mark is near an end', () => {
    expect(quote(`HERE${' after'.repeat(20)}`, 'HERE', 20)).toBe('HERE after after af…\n^^^^');
    expect(quote(`${'before '.repeat(20)}HERE`, 'HERE', 20)).toBe('… before before HERE\n                ^^^^');
  });
  it('with the beginning of a mark that does not fit', () => {
    expect(quote(`x: ${'y'.repeat(100)}`, 'y'.repeat(100), 20)).toBe(`…${'y'.repeat(18)}…\n ${'^'.repeat(18)}`);
  });
  it('without looking at all of a line of a million characters', () => {
    const line = `${'a'.repeat(500_000)}HERE${'b'.repeat(500_000)}`;
    expect(quote(line, 'HERE', 20)).toBe('…aaaaaaaHEREbbbbbbb…\n        ^^^^');
  });
});

it('never prints more columns than there are, and marks what it is to mark', () => {
  const piece = fc.constantFrom('a', 'bc', '株', '🚀', '👩‍👩‍👧', 'é', 'e\u0301', '\t', ' ', '\u200b', '\u0007');
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      fc.array(piece, { maxLength: 60 }),
      fc.integer({ min: 12, max: 60 }),
      (before, after, room) => {
        const start = before.join('').length;
        const { line, mark } = quoteLine(`${before.join('')}X${after.join('')}`, start, start + 1, room);
        expect(stringWidth(line)).toBeLessThanOrEqual(room);
        expect(mark.trimStart()).toBe('^');
        expect(stringWidth(line.slice(0, line.indexOf('X')))).toBe(mark.length - 1);
      },
    ),
    { numRuns: 300 },
  );
});
