import { describe, expect, it } from 'vitest';
import type { Found } from '../../cli/checking/findings.ts';
import { unifiedDiff } from '../../cli/unified-diff.ts';
import { repair } from '../../plan/repair.ts';

/** Finds every occurrence of some words; the repair of each is a replacement, made up of one edit a letter if `apart`. */
function finder(words: Readonly<Record<string, string>>, { safe = true, also = '' } = {}) {
  return (text: string): Found[] =>
    Object.entries(words).flatMap(([word, newText]) =>
      [...text.matchAll(new RegExp(word, 'g'))].map(({ index: start }): Found => {
        const edits = [{ start, end: start + word.length, newText }];
        const first = also ? [{ start: 0, end: 0, newText: also }] : [];
        return {
          rule: word,
          severity: 'warning',
          message: '',
          start,
          end: start + word.length,
          related: [],
          fixes: [{ title: '', safe, edits: [...first, ...edits] }],
        };
      }),
    );
}

describe('repairing', () => {
  it('makes every safe fix and says what is left', () => {
    const { text, fixed, findings } = repair('one two one', finder({ one: '1' }));
    expect([text, fixed, findings]).toEqual(['1 two 1', 2, []]);
  });

  it('checks again, and repairs what a repair uncovered', () => {
    expect(repair('a', finder({ a: 'b', b: 'c' }))).toMatchObject({ text: 'c', fixed: 2 });
  });

  it('makes a fix whole or leaves it for the next round', () => {
    // Both want to write at the start of the text: together they would mix.
    expect(repair('one one', finder({ one: '1' }, { also: '#' }))).toMatchObject({ text: '##1 1', fixed: 2 });
    expect(repair('abc', finder({ ab: 'x', bc: 'y' }))).toMatchObject({ text: 'xc', fixed: 1 });
  });

  it('leaves what needs judgement', () => {
    const { text, fixed, findings } = repair('one', finder({ one: '1' }, { safe: false }));
    expect([text, fixed, findings.length]).toEqual(['one', 0, 1]);
  });

  it('gives up on fixes that undo each other', () => {
    const { text, fixed } = repair('a', finder({ a: 'b', b: 'a' }));
    expect([text, fixed]).toEqual(['a', 10]);
  });
});

it('shows a change as a diff that git takes', () => {
  const before = ['plan:', '  a: 1', '  b: 2', '  c: 3', '  d: 4', '  e: 5', ''].join('\n');
  expect(unifiedDiff('plans/acme.yaml', before, before.replace('  e: 5\n', ''))).toBe(
    [
      '--- a/plans/acme.yaml',
      '+++ b/plans/acme.yaml',
      '@@ -3,4 +3,3 @@',
      '   b: 2',
      '   c: 3',
      '   d: 4',
      '-  e: 5',
      '',
    ].join('\n'),
  );
});
