import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makePlan } from '../../../bench/plans.ts';
import { cut } from '../../../plan/syntax/pieces/cut.ts';
import { readPiece } from '../../../plan/syntax/pieces/piece.ts';
import { retyped } from '../../../plan/syntax/pieces/retype.ts';

const EXAMPLE = readFileSync(new URL('../../../examples/northwind.success-plan.yaml', import.meta.url), 'utf8');
const PLANS = [EXAMPLE, EXAMPLE.replaceAll('\n', '\r\n'), makePlan(3, 200)];
/** Letters, and everything that may end a value, or make it another kind of thing. */
const TYPED = [
  ...'ab 1.-:#"\'\\[]{}&*!|>?%@,~\t\r\n<',
  ': ',
  ' #',
  '- ',
  '&a ',
  '!!str ',
  'null',
  '0x1F',
  '2026-01-01',
];

const edit = fc.record({
  stretch: fc.nat({ max: 1000 }),
  line: fc.nat({ max: 1000 }),
  at: fc.nat({ max: 1000 }),
  remove: fc.nat({ max: 3 }),
  typed: fc.oneof(
    fc.constant(''),
    fc.constantFrom(...TYPED),
    fc.string({ unit: fc.constantFrom(...TYPED), maxLength: 4 }),
  ),
});

it('a piece of which one value was typed in is what reading it anew gives', () => {
  let taken = 0;
  const plan = fc.constantFrom(...PLANS);
  const property = fc.property(plan, edit, (text, { stretch: place, line, at, remove, typed }) => {
    const stretches = cut(text)?.stretches ?? [];
    const stretch = stretches[place % stretches.length];
    const old = stretch && readPiece(text, stretch);
    if (!old) return;
    const before = text.slice(stretch.start, stretch.end);
    const values = [...before.matchAll(/(?<=: +)[^\s:][^\r\n]*/g)];
    const value = values[line % values.length];
    if (!value) return;
    const from = value.index + (at % (value[0].length + 1));
    const now = before.slice(0, from) + typed + before.slice(from + remove);
    const quick = retyped(old, { before, now });
    if (!quick) return;
    taken++;
    const whole = text.slice(0, stretch.start) + now;
    const fresh = readPiece(whole, { ...stretch, end: whole.length });
    if (!isDeepStrictEqual([quick, [...quick.starts]], [fresh, fresh && [...fresh.starts]]))
      expect({ now, piece: quick }).toEqual({ now, piece: fresh });
  });
  fc.assert(property, { numRuns: 4000, seed: 1 });
  expect(taken).toBeGreaterThan(800);
});

it.each([
  ['a list in braces', 'outcomes:\n  - { id: O1, name: Ab }\n', 'Ab', 'Abc'],
  ['a comment behind the value', 'outcomes:\n  - id: O1 # the first\n', 'O1', 'O12'],
  ['a value that goes on below', 'outcomes:\n  - id: O1\n    description: Ab\n      cd\n', 'Ab', 'Abc'],
  ['a value that becomes a list', 'outcomes:\n  - id: O1\n', 'O1', '[O1]'],
  ['a line break', 'outcomes:\n  - id: O1\n', 'O1', 'O\n1'],
])('is left to the library: %s', (_what, text, from, to) => {
  const stretch = cut(text)?.stretches.at(-1);
  const piece = stretch && readPiece(text, stretch);
  const before = text.slice(stretch?.start);
  expect(piece && retyped(piece, { before, now: before.replace(from, to) })).toBeUndefined();
});

it.each(['nul', 'tru', 'False', 'NUL', 'no', 'yes', 'Ab cd', 'a-b', 'a', 'nan', 'x_'])(
  'reads words as the library does: %s and one letter more',
  word => {
    for (const letter of ['l', 'e', ' ', 'L', '-', '1', ':', 'x']) {
      const text = `outcomes:\n  - id: O1\n    status: ${word}\n`;
      const stretch = cut(text)?.stretches.at(-1);
      const piece = stretch && readPiece(text, stretch);
      const now = text.replace(word, word + letter);
      if (!stretch || !piece) throw new Error('cannot be read');
      const quick = retyped(piece, { before: text.slice(stretch.start), now: now.slice(stretch.start) });
      const fresh = readPiece(now, { ...stretch, end: now.length });
      if (quick) expect([quick, [...quick.starts]]).toEqual([fresh, fresh && [...fresh.starts]]);
    }
  },
);
