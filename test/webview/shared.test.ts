import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike } from '../../plan/view/alike.ts';
import { shared } from '../../webview/shared.ts';

const tree = () =>
  fc.letrec<{ tree: unknown }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom('O1', 'R1', undefined, null, true),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('key', 'name', 'lanes'), tie('tree'), { noNullPrototype: true }),
    ),
  })).tree;

describe('what is shared with the drawing before', () => {
  it('says what the new one says, is the old one where both say the same, and changes neither', () => {
    fc.assert(
      fc.property(tree(), tree(), (before, after) => {
        const [oldCopy, newCopy] = [structuredClone(before), structuredClone(after)];
        const both = shared(before, after);
        expect(both).toStrictEqual(newCopy);
        expect(before).toStrictEqual(oldCopy);
        expect(after).toStrictEqual(newCopy);
        expect(shared(before, structuredClone(before))).toBe(before);
        expect(alike(before, after)).toBe(both === before || Object.is(before, after));
      }),
    );
  });

  it('is every part that has not changed', () => {
    const before = {
      lanes: [
        { key: 'outcome/0', marks: [1] },
        { key: 'outcome/1', marks: [2] },
      ],
      today: '2026-03-01',
    };
    const both = shared(before, { ...structuredClone(before), today: '2026-03-02' });
    expect(both).not.toBe(before);
    expect(both.lanes).toBe(before.lanes);
    const other = shared(before, { ...before, lanes: [before.lanes[0], { key: 'outcome/1', marks: [3] }] });
    expect(other.lanes[0]).toBe(before.lanes[0]);
    expect(other.lanes[1]).toEqual({ key: 'outcome/1', marks: [3] });
  });
});
