import { describe, expect, it } from 'vitest';
import { selections } from '../../../../plan/authoring/selection/selection.ts';
import { parse } from '../../../../plan/syntax/parse.ts';
import { ALL_PLANS } from '../../../support/plans.ts';

const PLAN = `plan:
  version: "1.2"
outcomes:
  # first
  # and foremost
  - id: O1
    description: "Cut order entry to 4 minutes"
    owner: Priya Shah
    baseline: { metric: Order entry time, current: 12 minutes }
  - id: O2
    so_that: |
      clerks have time
      for callers
risks: []
`;

/** What is selected step by step from the mark on, each on one line. */
function growing(mark: string, text = PLAN): string[] {
  const at = text.indexOf(mark);
  return selections(parse(text), at + 1).map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' '));
}

/** The first word or two of each step. */
function steps(mark: string): string[] {
  return growing(mark).map(step => step.slice(0, 28));
}

describe('growing selections', () => {
  it('goes from the word over the quotes, the field, the item and the section to the text', () => {
    expect(steps('order entry')).toEqual([
      'order',
      'Cut order entry to 4 minutes',
      '"Cut order entry to 4 minute',
      'description: "Cut order entr',
      'id: O1 description: "Cut ord',
      '- id: O1 description: "Cut o',
      '- id: O1 description: "Cut o',
      'outcomes: # first # and fore',
      'plan: version: "1.2" outcome',
      'plan: version: "1.2" outcome',
    ]);
  });

  it('knows braces', () => {
    expect(growing('minutes }').slice(0, 4)).toEqual([
      'minutes',
      '12 minutes',
      'current: 12 minutes',
      '{ metric: Order entry time, current: 12 minutes }',
    ]);
  });

  it('knows keys', () => {
    expect(growing('owner').slice(0, 2)).toEqual(['owner', 'owner: Priya Shah']);
  });

  it('knows the lines of a text block', () => {
    expect(growing('for callers').slice(0, 4)).toEqual([
      'for',
      'for callers',
      'clerks have time for callers',
      '| clerks have time for callers',
    ]);
  });

  it('knows comments', () => {
    expect(growing('foremost').slice(0, 4)).toEqual([
      'foremost',
      'and foremost',
      '# and foremost',
      '# first # and foremost',
    ]);
  });

  it('takes a name with all its letters', () => {
    expect(growing('ë', 'plan:\n  owner: Zoë Łuk-O’Brien\n').slice(0, 2)).toEqual(['Zoë', 'Zoë Łuk-O’Brien']);
  });

  it.each(ALL_PLANS)('always grows, around every place of %s', (_, text) => {
    const source = parse(text);
    for (let at = 0; at <= text.length; at += 3) {
      const all = selections(source, at);
      let [last] = all;
      expect(last && last.start <= at && at <= last.end).toBe(true);
      for (const next of all.slice(1)) {
        if (!last || next.start > last.start || next.end < last.end || next.end - next.start <= last.end - last.start)
          throw new Error(`at ${at}: ${JSON.stringify(all)}`);
        last = next;
      }
      expect(last).toEqual({ start: 0, end: text.length });
    }
  });

  it('has something to say of an empty text', () => {
    expect(selections(parse(''), 0)).toEqual([{ start: 0, end: 0 }]);
  });
});
