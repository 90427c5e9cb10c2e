import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cut } from '../../../plan/syntax/pieces/cut.ts';
import { differsAt, editInLine, recut } from '../../../plan/syntax/pieces/recut.ts';

const EXAMPLE = readFileSync(new URL('../../../examples/northwind.success-plan.yaml', import.meta.url), 'utf8');
const PLANS = [
  EXAMPLE,
  EXAMPLE.replaceAll('\n', '\r\n'),
  EXAMPLE.replace(/^ {2}/gm, ''),
  'risks:\n-   id: R1\n  - x\nnotes: |\n -\n',
];
const TYPED = [...'ab -:#"?\t\r\n', ': ', '- ', '\n- ', '\nnotes:\n', '---'];

const edit = fc.record({
  at: fc.nat({ max: 100_000 }),
  remove: fc.nat({ max: 12 }),
  typed: fc.string({ unit: fc.constantFrom(...TYPED), maxLength: 3 }),
});

it('a text that is cut as it was is cut as it would be anew', () => {
  let taken = 0;
  const property = fc.property(fc.constantFrom(...PLANS), edit, (text, { at, remove, typed }) => {
    const known = cut(text);
    const from = at % text.length;
    const now = text.slice(0, from) + typed + text.slice(from + remove);
    const told = { start: from, end: Math.min(text.length, from + remove), text: typed };
    for (const edit of [told, editInLine(text, now)]) {
      const again = known && edit && recut({ text, cut: known }, edit);
      if (!again) continue;
      taken++;
      expect(again.cut, now).toEqual(cut(now));
      const others = ({ stretches }: typeof known, whole: string) =>
        stretches.flatMap(({ start, end }, index) => (index === again.changed ? [] : [whole.slice(start, end)]));
      expect(others(again.cut, now)).toEqual(others(known, text));
    }
  });
  fc.assert(property, { numRuns: 4000, seed: 1 });
  expect(taken).toBeGreaterThan(1000);
});

it.each([
  ['a line break', '    name: A', '    name: A\n    '],
  ['the first letter of a key', '    owner: B', '    downer: B'],
  ['the second letter of a key', '    owner: B', '    oswner: B'],
  ['lines of an item', '    owner: B', '    kind: x\n\n# and\n    parts:\n      - y'],
  ['nothing in place of a line', '    name: A\n', ''],
])('cuts as before where an edit makes %s', (_, was, now) => {
  const text = 'plan:\n  name: P\nrisks:\n  - id: R1\n    name: A\n    owner: B\n  - id: R2\nnotes: x\n';
  const known = cut(text);
  const start = text.indexOf(was);
  const edit = { start, end: start + was.length, text: now };
  const again = known && recut({ text, cut: known }, edit);
  expect(again?.cut).toEqual(cut(text.replace(was, now)));
  expect(again?.cut.stretches[again.changed]?.start).toBe(text.indexOf('- id: R1'));
});

it.each([
  ['a dash of the list', '    name: A', '  - name: A'],
  ['a section', '    name: A', 'name: A'],
  ['one item of two', '    owner: B\n  -', '   '],
  ['another first key', '- id: R1\n    name', '- name'],
])('cuts anew where an edit makes %s', (_, was, now) => {
  const text = 'risks:\n  - id: R1\n    name: A\n    owner: B\n  - id: R2\nnotes: x\n';
  const known = cut(text);
  const start = text.indexOf(was);
  expect(known && recut({ text, cut: known }, { start, end: start + was.length, text: now })).toBe(undefined);
});

it('finds the first difference of long and short texts', () => {
  const long = 'abc\n'.repeat(30_000);
  for (const at of [0, 1, 7, 4095, 32_767, 32_768, 65_537, long.length - 1])
    expect(differsAt(long, `${long.slice(0, at)}#${long.slice(at + 1)}`)).toBe(at);
  expect(differsAt(long, long)).toBe(long.length);
  expect(differsAt(long, long.slice(0, 500))).toBe(500);
});
