import { describe, expect, it } from 'vitest';
import { day } from '../../../plan/day.ts';
import { shifted, signed, spoken } from '../../../webview/hand/words.ts';

const APRIL = day('2026-04-01');
const LATER = day('2026-04-22');
const BEFORE = day('2026-03-31');

describe('words for a move', () => {
  it('stand beside the mark', () => {
    expect(signed(APRIL, LATER)).toBe('+21 days');
    expect(signed(APRIL, BEFORE)).toBe('−1 day');
  });

  it('are part of a sentence', () => {
    expect(shifted(APRIL, LATER)).toBe('21 days later');
    expect(shifted(APRIL, BEFORE)).toBe('1 day earlier');
    expect(shifted(APRIL, APRIL)).toBe('the day it was');
  });

  it('are spoken, with what the checks would say', () => {
    expect(spoken(APRIL, LATER, undefined)).toBe('22 Apr 2026, 21 days later.');
    expect(spoken(APRIL, LATER, ['Too late.'])).toBe('22 Apr 2026, 21 days later. Warning: Too late.');
    expect(spoken(APRIL, LATER, ['Too late.', 'O2 waits.'])).toBe(
      '22 Apr 2026, 21 days later. 2 warnings: Too late. O2 waits.',
    );
  });
});
