import { describe, expect, it } from 'vitest';
import { itemAround, placesIn, withoutLetter } from '../../bench/places.ts';
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

describe('the smallest item around a line', () => {
  const text = [
    'outcomes:',
    '  - id: O1',
    '    milestones:',
    '      - name: "Kickoff"',
    '        status: pending',
    '',
    '        owner: "Sarah Chen"',
    '      - name: "Launch"',
    '    status: in_progress',
    '  - id: O2',
    'risks:',
    '',
  ].join('\n');

  it('goes from its dash to the next thing at its indentation', () => {
    const kickoff = text.split('\n').slice(3, 7).join('\n');
    for (const line of [3, 4, 6]) expect(itemAround(text, line)).toBe(`${kickoff}\n`);
    expect(itemAround(text, 7)).toBe('      - name: "Launch"\n');
  });

  it('is the outer item for a key of that, and the whole text outside of lists', () => {
    expect(itemAround(text, 8)).toBe(`${text.split('\n').slice(1, 9).join('\n')}\n`);
    expect(itemAround(text, 0)).toBe(text);
    expect(itemAround(text, 10)).toBe(text);
  });

  it('is a milestone where the bench types', () => {
    const plan = makePlan(3, 1000);
    expect(itemAround(plan, placesIn(plan).value.line)).toMatch(/^ {6}- name: [^\n]+\n(?: {8}[^\n]*\n)+\n?$/);
  });
});
