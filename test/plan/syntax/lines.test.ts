import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { linesAbove } from '../../../plan/syntax/lines.ts';

it('passes lines that are deeper over, up to the beginning of the document', () => {
  const outcome = '  - id: O1\n    milestones:\n      - name: Scanners in every depot\n';
  const text = `plan:\n  title: Old\n---\noutcomes:\n${outcome.repeat(400)}`;
  const above = (deepest: number) => [...linesAbove(text, text.length, () => deepest)].map(line => line.text);
  expect(above(0)).toEqual(['outcomes:']);
  expect(above(2)).toEqual([...Array.from({ length: 400 }, () => '  - id: O1'), 'outcomes:']);
  expect(above(4)).toHaveLength(801);
  expect(above(-1)).toEqual([]);
  expect([...linesAbove(text, text.length, () => 0)].map(({ start }) => start)).toEqual([text.indexOf('outcomes')]);
});

it('finds in any text the lines that one finds one by one', () => {
  const indents = fc.oneof({ weight: 8, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: fc.nat(90) });
  const words = fc.constantFrom('', 'a: b', '- a', '# a', '\t- a', 'word', '\r', 'x'.repeat(600));
  const line = fc.tuple(indents, words).map(([indent, word]) => ' '.repeat(indent) + word);
  const lines = fc.array(fc.oneof({ weight: 30, arbitrary: line }, { weight: 1, arbitrary: fc.constant('---') }), {
    minLength: 1,
    maxLength: 60,
    size: 'max',
  });
  const limits = fc.constantFrom(-1, 0, 1, 2, 4, 9, 40, 41, 70, Number.POSITIVE_INFINITY);
  fc.assert(
    fc.property(lines, fc.nat(), limits, (all, at, limit) => {
      const text = all.join('\n');
      const start = all.slice(0, at % all.length).reduce((sum, one) => sum + one.length + 1, 0);
      const found = [...linesAbove(text, start, () => limit)].map(one => [one.start, one.text]);
      expect(found).toEqual(oneByOne(all.slice(0, at % all.length), limit));
    }),
    { numRuns: 2000 },
  );
});

/** Starts and texts of the lines that are meant, nearest first. */
function oneByOne(lines: readonly string[], limit: number): readonly (readonly [number, string])[] {
  const found: [number, string][] = [];
  let start = lines.reduce((sum, one) => sum + one.length + 1, 0);
  for (const line of lines.toReversed()) {
    start -= line.length + 1;
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (indent > limit) continue;
    if (line.startsWith('---')) break;
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (/[^\s#]/.test(text.trimStart().slice(0, 1))) found.push([start, text]);
  }
  return found;
}
