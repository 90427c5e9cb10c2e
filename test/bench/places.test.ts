import { describe, expect, it } from 'vitest';
import { placesIn, withoutLetter } from '../../bench/places.ts';
import { makePlan } from '../../bench/plans.ts';

describe('places to type at', () => {
  it('are a waiting milestone and a goal in the middle of the plan', () => {
    const text = makePlan(3, 1000);
    const lines = text.split('\n');
    const { value, indent, hover } = placesIn(text);
    expect(lines[value.line]).toBe(`${indent}status: pending`);
    expect(value.character).toBe(lines[value.line]?.length);
    expect(lines[hover.line]?.slice(hover.character - 2, hover.character + 2)).toBe('goal');
    for (const { line } of [value, hover]) expect(Math.abs(line - lines.length / 2)).toBeLessThan(100);
  });

  it('open without the last letter of the value, and that is all that is missing', () => {
    const text = makePlan(3, 300);
    const places = placesIn(text);
    const opened = withoutLetter(text, places).split('\n');
    opened[places.value.line] += places.letter;
    expect(opened.join('\n')).toBe(text);
    expect(withoutLetter(text, places)).toHaveLength(text.length - 1);
  });

  it('are not made up for a text without them', () => {
    expect(() => placesIn('plan:\n  status: active\n')).toThrow('no line like');
  });
});
