import { describe, expect, it } from 'vitest';
import { Slots } from '../../webview/portfolio/slots.ts';

const numbers = (slots: ReadonlyMap<string, number>) => [...slots].sort(([, a], [, b]) => a - b).map(([key]) => key);

describe('elements of a long list', () => {
  it('stay those of their items', () => {
    const slots = new Slots();
    expect(numbers(slots.assign(['a', 'b', 'c'], undefined))).toEqual(['a', 'b', 'c']);
    expect(Object.fromEntries(slots.assign(['c', 'b'], undefined))).toEqual({ b: 1, c: 2 });
  });

  it('become those of items that are drawn instead', () => {
    const slots = new Slots();
    slots.assign(['a', 'b', 'c'], undefined);
    expect(Object.fromEntries(slots.assign(['b', 'x', 'y'], undefined))).toEqual({ b: 1, x: 0, y: 2 });
  });

  it('become no other’s while the focus is in them', () => {
    const slots = new Slots();
    slots.assign(['a', 'b'], 'a');
    expect(Object.fromEntries(slots.assign(['x', 'y'], 'a'))).toEqual({ x: 1, y: 2 });
  });
});
