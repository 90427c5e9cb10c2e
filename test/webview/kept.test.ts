import { describe, expect, it } from 'vitest';
import { sameBut } from '../../plan/view/same-but.ts';
import { planOf, TEMPLATE } from '../plan/view/support/plans.ts';

const ABOVE = '# Written down after the kick-off\n';
const before = planOf(TEMPLATE).outcomes;
const after = planOf(`${ABOVE}${TEMPLATE}`).outcomes;

describe('what is the same but for its place', () => {
  it('takes text put in above for a move', () => {
    expect(before.length).toBeGreaterThan(1);
    expect(sameBut(ABOVE.length, before, after)).toBe(true);
    expect(sameBut(0, before, after)).toBe(false);
    expect(sameBut(0, before, before)).toBe(true);
    expect(sameBut(1, before, before)).toBe(false);
  });

  it('does so in every part of the lower half', () => {
    const [one, other] = [planOf(TEMPLATE), planOf(`${ABOVE}${TEMPLATE}`)];
    for (const part of ['risks', 'people', 'reviews', 'checklist'] as const) {
      expect(one[part]).toBeDefined();
      expect([part, sameBut(ABOVE.length, one[part], other[part])]).toEqual([part, true]);
    }
  });

  it('sees every other difference', () => {
    const [one] = before;
    expect(sameBut(0, one, { ...one, title: 'Shorter lead times' })).toBe(false);
    expect(sameBut(0, one, { ...one, more: true })).toBe(false);
    expect(sameBut(0, { ...one, more: true }, one)).toBe(false);
    expect(sameBut(0, before, before.slice(1))).toBe(false);
    expect(sameBut(0, null, {})).toBe(false);
    expect(sameBut(0, { x: { y: 1 } }, { x: { y: 2 } })).toBe(false);
  });
});
