import { describe, expect, it } from 'vitest';
import type { PlanView } from '../../plan/view/types.ts';
import { Places } from '../../webview/places.ts';
import { MEASURED, planOf, TEMPLATE } from '../plan/view/support/plans.ts';

const ABOVE = '# Written down after the kick-off\n';

/** Every offset of a drawing, in the order in which it stands there. */
function offsetsIn(data: unknown): number[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, one]: [string, unknown]) =>
    (name === 'at' || name === 'until') && typeof one === 'number' ? [one] : offsetsIn(one),
  );
}

/** The same of what was taken, by asking for each number. */
function offsetsBehind(places: Places<PlanView>, taken: PlanView): (number | undefined)[] {
  return offsetsIn(taken).map(number => places.offset(number));
}

describe('the places of a drawing', () => {
  const before = planOf(TEMPLATE);
  const moved = planOf(`${ABOVE}${TEMPLATE}`);
  const done = planOf(TEMPLATE.replace('status: pending', 'status: complete'));

  it('are found again under their numbers, after every edit', () => {
    const places = new Places<PlanView>();
    const drawings = [before, moved, planOf(TEMPLATE), done, planOf(MEASURED), before];
    for (const drawing of drawings) {
      const taken = places.take(drawing);
      expect(offsetsBehind(places, taken)).toEqual(offsetsIn(drawing));
      expect(offsetsIn(drawing).length).toBeGreaterThan(40);
    }
  });

  it('keep their numbers while text is put in above: the drawing is the same object', () => {
    const places = new Places<PlanView>();
    const first = places.take(before);
    expect(places.take(moved)).toBe(first);
    expect(offsetsBehind(places, first)).toEqual(offsetsIn(moved));
    expect(places.take(planOf(TEMPLATE))).toBe(first);
  });

  it('leave what an edit does not touch as it was', () => {
    const places = new Places<PlanView>();
    const first = places.take(before);
    const second = places.take(done);
    expect(second.timeline).not.toBe(first.timeline);
    expect(second.risks).toBe(first.risks);
    expect(second.outcomes.at(-1)).toBe(first.outcomes.at(-1));
    expect(second.timeline?.lanes.at(-1)).toBe(first.timeline?.lanes.at(-1));
  });

  it('give a new number to a new place, and none to one that is gone', () => {
    const places = new Places<PlanView>();
    const first = places.take({ ...before, outcomes: before.outcomes.slice(1), callouts: [] });
    const known = new Set(offsetsIn(first));
    const all = places.take(before);
    const added = offsetsIn(all).filter(number => !known.has(number));
    expect(added.length).toBeGreaterThan(0);
    expect(new Set(offsetsIn(all)).size).toBe(offsetsIn(all).length);
    places.take({ ...before, outcomes: before.outcomes.slice(1), callouts: [] });
    for (const number of added) expect(places.offset(number)).toBeUndefined();
    expect(places.offset(1e9)).toBeUndefined();
  });

  it('do not change what they are given', () => {
    const places = new Places<PlanView>();
    const copy = structuredClone(before);
    places.take(copy);
    places.take(structuredClone(moved));
    expect(copy).toEqual(before);
  });
});
