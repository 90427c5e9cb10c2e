import { describe, expect, it } from 'vitest';
import { blanked } from '../../../plan/syntax/blank.ts';

describe('what goes', () => {
  it('may be of any length', () => {
    const text = `a: 1\ninternal: [${'x,'.repeat(350_000)}]\n`;
    const { text: left } = blanked(text, offset => offset === 5);
    expect(left).toHaveLength(text.length);
    expect(left.trimEnd()).toBe('a: 1\n#');
  }, 20_000);
});
