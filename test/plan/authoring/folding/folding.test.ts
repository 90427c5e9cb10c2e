import { describe, expect, it } from 'vitest';
import { folds } from '../../../../plan/authoring/folding/folding.ts';
import { parse } from '../../../../plan/syntax/parse.ts';
import { ALL_PLANS, laidOutPlans } from '../../../support/plans.ts';

const PLAN = `# Northwind, second year
# kept by Priya
plan:
  version: "1.2"
  status: active

customer:
  company: Northwind Traders
  context: |
    Regional freight forwarder.

    Eleven depots.
  contract: {
    arr: "$84,000",
    seats: 40 }
  # renewed early

outcomes:
  - id: O1
    milestones:
      - name: Order form connected
        status: complete
      # the last of them
      - name: All depots trained
    # agreed in May
    # by both sides

  - id: O2
# region people
stakeholders:
  customer:
  - name: Dana Ruiz
    role: VP Operations
  - name: Ken Abe
  vendor: []
# endregion
`;

/** Each fold as the first and last words of its lines. */
function folded(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return folds(parse(text)).map(
    ({ start, end, kind }) => `${lines[start]?.trim()} … ${lines[end]?.trim()}${kind ? ` (${kind})` : ''}`,
  );
}

const EXPECTED = [
  '# Northwind, second year … # kept by Priya (comment)',
  'plan: … status: active',
  'customer: … # renewed early',
  'context: | … Eleven depots.',
  'contract: { … seats: 40 }',
  'outcomes: … - id: O2',
  '- id: O1 … # by both sides',
  'milestones: … - name: All depots trained',
  '- name: Order form connected … status: complete',
  '# agreed in May … # by both sides (comment)',
  '# region people … # endregion (region)',
  'stakeholders: … vendor: []',
  'customer: … - name: Ken Abe',
  '- name: Dana Ruiz … role: VP Operations',
];

describe('folding', () => {
  it('folds sections, items, fields, texts, brackets, comments and regions', () => {
    expect(folded(PLAN)).toEqual(EXPECTED);
  });

  it('is the same with CRLF, and behind a byte order mark', () => {
    expect(folded(PLAN.replaceAll('\n', '\r\n'))).toEqual(EXPECTED);
    expect(folded(`\uFEFF${PLAN}`).slice(1)).toEqual(EXPECTED.slice(1));
  });

  it('goes by indentation where YAML cannot read a part, and leaves the others alone', () => {
    const broken = PLAN.replace('status: complete', 'status: "complete').replace('- id: O2', '- id: O2\n  - name: [');
    expect(folded(broken)).toEqual(
      expect.arrayContaining([
        'context: | … Eleven depots.',
        'milestones: … - name: All depots trained',
        '- name: Order form connected … status: "complete',
        'outcomes: … - name: [',
        'customer: … - name: Ken Abe',
      ]),
    );
  });

  it('folds each of several documents', () => {
    expect(folded('plan:\n  version: "1"\n---\n# the next\nplan:\n  version: "2"\n  status: active\n')).toEqual([
      'plan: … version: "1"',
      '--- … status: active',
      'plan: … status: active',
    ]);
  });

  it('leaves the deepest out where there are too many', () => {
    expect(folds(parse(PLAN), 6)).toHaveLength(6);
    const lines = PLAN.split('\n');
    expect(folds(parse(PLAN), 6).map(({ start }) => lines[start])).toContain('outcomes:');
  });

  it.each([...ALL_PLANS, ...laidOutPlans()])(
    'ends each fold of %s on a line with content, one to a line, nested',
    (_, text) => {
      const lines = text.split('\n');
      for (const whole of [text, text.slice(0, text.length / 2)]) {
        const all = folds(parse(whole));
        expect(new Set(all.map(({ start }) => start)).size).toBe(all.length);
        for (const { start, end, kind } of all) {
          expect(end).toBeGreaterThan(start);
          expect(lines[start]?.trim()).not.toBe('');
          expect(lines[end]?.trim()).not.toBe('');
          const crossing = kind ? [] : all.filter(o => !o.kind && o.start > start && o.start <= end && o.end > end);
          expect(crossing).toEqual([]);
        }
      }
    },
  );

  it.each(['', '\n', '#', '# a', '---\n', '\uFEFF', '\t\n- [', '- - - a\n    b'])('never throws: %j', text => {
    expect(Array.isArray(folds(parse(text)))).toBe(true);
  });
});
