import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { nearestIds } from '../../../plan/rules/ids/nearest-ids.ts';

describe('the ids that one which nothing has may mean', () => {
  it.each([
    ['another case', 'o2-m1', ['O2-M1', 'O2-M2', 'O2-M3', 'O2-M4'], ['O2-M1']],
    ['other signs', 'O2 M1', ['O2-M1', 'O2-M2', 'O2-M3', 'O2-M4'], ['O2-M1']],
    ['the next number first', 'M7', ['M1', 'M5', 'M6', 'M8', 'M12'], ['M6', 'M8', 'M5']],
    ['a letter away', 'O2-M1x', ['O1-M1', 'O2-M1', 'O2-M2', 'O3-M1'], ['O2-M1', 'O1-M1', 'O3-M1']],
    ['one that stands in it', 'O1 – order entry', ['O1', 'O2', 'O3', 'O4'], ['O1']],
    ['of few all', 'ORDERS', ['O1', 'O2', 'R1'], ['O1', 'R1', 'O2']],
    ['of many none that is far', 'ORDERS', ['O1', 'O2', 'R1', 'R2'], []],
  ])('%s', (_, written, candidates, meant) => {
    expect(nearestIds(written, candidates)).toEqual(meant);
  });

  it('leaves out what cannot be meant, and counts it nowhere', () => {
    const candidates = ['M1', 'M2', 'M3', 'M4', 'M5'];
    expect(nearestIds('M2x', candidates, at => at !== 1)).toEqual(['M1', 'M3', 'M4']);
    expect(nearestIds('depot', candidates, at => at < 2)).toEqual(['M1', 'M2']);
  });

  it('is what comparing with each of them finds', () => {
    const letters = fc.string({
      unit: fc.constantFrom('O', 'M', 'o', '-', ' ', '1', '2', '3', '12', 'é'),
      maxLength: 7,
    });
    const candidates = fc.array(fc.record({ id: letters, may: fc.boolean() }), { maxLength: 12 });
    fc.assert(
      fc.property(letters, candidates, (written, all) => {
        const ids = all.map(({ id }) => id);
        const allowed = all.filter(({ may }) => may).map(({ id }) => id);
        expect(nearestIds(written, ids, at => all[at]?.may ?? false)).toEqual(comparedWithEach(written, allowed));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The same, said plainly. */
function comparedWithEach(written: string, candidates: readonly string[]): readonly string[] {
  const bare = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const number = (text: string) => Number(/(\d{1,9})\D*$/.exec(text)?.[1] ?? 0);
  const all = [...new Set(candidates)].filter(id => id !== '');
  const same = all.filter(id => bare(id) === bare(written));
  if (same.length > 0) return same.slice(0, 3);
  const words = new Set(written.split(/[^\p{L}\p{N}_-]+/u));
  const named = all.filter(id => words.has(id));
  if (named.length === 1) return named;
  const limit = all.length <= 3 && all.every(id => id.length <= 12) ? 12 : Math.ceil(written.length * 0.4);
  return all
    .map(id => ({ id, apart: distance(bare(id), bare(written)), steps: Math.abs(number(id) - number(written)) }))
    .filter(({ apart }) => apart <= limit)
    .sort((a, b) => a.apart - b.apart || a.steps - b.steps)
    .slice(0, 3)
    .map(({ id }) => id);
}
