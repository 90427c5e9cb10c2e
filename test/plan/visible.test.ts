import { describe, expect, it } from 'vitest';
import { visible } from '../../plan/visible.ts';

describe('text that may be written anywhere', () => {
  it.each([
    ['an escape sequence', 'Go-live\u001b[2J', 'Go-live␛[2J'],
    ['a rubout and a bell', 'a\u007fb\u0007', 'a␡b␇'],
    ['the other controls', 'a\u0085b', 'a�b'],
    ['what turns the direction of writing', 'owner\u202eyraM', 'owner�yraM'],
    ['line ends that editors hide', 'one\u2028two', 'one�two'],
    ['half a character', 'a\ud83db', 'a�b'],
  ])('shows %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('leaves every other character alone', () => {
    const alone = /[^\p{Cc}\p{Cs}\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
    const wrong: number[] = [];
    for (let code = 0; code <= 0x2_ffff; code++) {
      const text = `a${String.fromCodePoint(code)}b`;
      if ((visible(text) === text) !== alone.test(text.slice(1, -1))) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });
});
