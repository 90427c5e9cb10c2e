import { describe, expect, it } from 'vitest';
import { applyEdits, readPlanFile } from '../../../../plan/check.ts';
import type { Plan } from '../../../../plan/model/index.ts';
import { readDocuments } from '../../../../plan/model/index.ts';
import { ascending, movedTo, sortItems } from '../../../../plan/rules/repair/reorder.ts';
import { Editor } from '../../../../plan/syntax/edit.ts';

/** The text with the milestones of its first outcome, or its top-level ones, in the order of their days. */
function sorted(text: string, which: 'inside' | 'outside' = 'inside'): string {
  const source = readPlanFile(text).source;
  const [syntax] = source.documents;
  const plan: Plan | undefined = readDocuments(source).flatMap(({ model }) =>
    model.kind === 'plan' ? [model] : [],
  )[0];
  const list = which === 'inside' ? plan?.outcomes.items[0]?.milestones : plan?.milestones;
  if (!plan || !list || !syntax) throw new Error('no milestones');
  const order = ascending(list.items, milestone => milestone.target_date?.value);
  const edit = sortItems(new Editor(text, syntax), plan.syntax, list, order);
  return edit ? applyEdits(text, [edit]) : 'not moved';
}

const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const inside = (milestones: string) => `plan:\n  version: 1\noutcomes:\n  - id: O1\n    milestones:${milestones}`;

describe('ascending', () => {
  it.each([
    ['sorted already', ['a', 'b', 'c'], [0, 1, 2]],
    ['two swapped', ['b', 'a', 'c'], [1, 0, 2]],
    ['equal keys keep their order', ['b', 'a', 'b', 'a'], [1, 3, 0, 2]],
    ['those without a key stay where they are', ['c', undefined, 'a'], [2, 1, 0]],
    ['nothing', [], []],
  ])('%s', (_, keys, expected) => {
    expect(ascending(keys, key => key)).toEqual(expected);
  });
});

describe('movedTo', () => {
  it.each([
    ['up', 4, 2, 0, [2, 0, 1, 3]],
    ['down', 4, 0, 2, [1, 2, 0, 3]],
    ['nowhere', 3, 1, 1, [0, 1, 2]],
  ])('moves one item %s', (_, count, from, to, expected) => {
    expect(movedTo(count, from, to)).toEqual(expected);
  });
});

describe('sortItems', () => {
  it.each([
    [
      'moves whole items with the comments above, inside and behind them',
      `
      # agreed with Ken
      - name: Depots trained     # all eleven
        target_date: 2026-05-29
        # Ken books the rooms
        owner: Ken Abe
          # and the trainer
      # Priya has the key
      - name: Form connected
        target_date: 2026-03-31

      - name: Confirmed
        target_date: 2026-06-30
  - id: O2
`,
      `
      # Priya has the key
      - name: Form connected
        target_date: 2026-03-31
      # agreed with Ken
      - name: Depots trained     # all eleven
        target_date: 2026-05-29
        # Ken books the rooms
        owner: Ken Abe
          # and the trainer

      - name: Confirmed
        target_date: 2026-06-30
  - id: O2
`,
    ],
    [
      'leaves a heading above the first item and blank lines where they are',
      `
      # working backwards
      - name: Third
        target_date: 2026-06-30

      - name: First
        target_date: 2026-03-31


      - name: Second
        target_date: 2026-05-29
`,
      `
      # working backwards
      - name: First
        target_date: 2026-03-31

      - name: Second
        target_date: 2026-05-29


      - name: Third
        target_date: 2026-06-30
`,
    ],
    [
      'takes the last item without a line end, and block texts',
      `
    - name: Late
      target_date: 2026-06-30
      contingency: |
        Two steps:
        # one is no comment

        the other
    - { name: Early, target_date: 2026-03-31 } # soon`,
      `
    - { name: Early, target_date: 2026-03-31 } # soon
    - name: Late
      target_date: 2026-06-30
      contingency: |
        Two steps:
        # one is no comment

        the other`,
    ],
    [
      'flow style',
      ` [{ name: Late, target_date: 2026-06-30 }, {name: Early, target_date: 2026-03-31}]\n`,
      ` [{name: Early, target_date: 2026-03-31}, { name: Late, target_date: 2026-06-30 }]\n`,
    ],
    [
      'flow style on several lines',
      ` [\n      { name: Late, target_date: 2026-06-30 },\n      { name: Early, target_date: 2026-03-31 },\n    ]\n`,
      ` [\n      { name: Early, target_date: 2026-03-31 },\n      { name: Late, target_date: 2026-06-30 },\n    ]\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(sorted(inside(before))).toBe(inside(after));
    expect(sorted(crlf(inside(before)))).toBe(crlf(inside(after)));
  });

  it('sorts a section whose items are parts of their own, behind a byte order mark and the marker of a document', () => {
    const early = '  - name: Early\n    target_date: 2026-03-31\n';
    const late = '  # for the fair\n  - name: Late\n    target_date: 2026-06-30\n';
    const head = 'plan:\n  version: 1\nmilestones:\n';
    const tail = 'risks: []\n';
    expect(sorted(`${head}${late}${early}${tail}`, 'outside')).toBe(
      // The only comment stands above the first: it is taken for the heading of the list.
      `${head}  # for the fair\n${early}${late.replace('  # for the fair\n', '')}${tail}`,
    );
    expect(sorted(`${head}${early.replace('03-31', '09-30')}${late}${tail}`, 'outside')).toBe(
      `${head}${late}${early.replace('03-31', '09-30')}${tail}`,
    );
    const flow = 'milestones: [{ name: Late, target_date: 2026-06-30 }, { name: Early, target_date: 2026-03-31 }]\n';
    expect(sorted(`# both teams\n---\n${head}${late}  # mail\n${early}`, 'outside')).toBe(
      `# both teams\n---\n${head}  # mail\n${early}${late}`,
    );
    expect(sorted(`\uFEFF${flow}`, 'outside')).toBe(
      '\uFEFFmilestones: [{ name: Early, target_date: 2026-03-31 }, { name: Late, target_date: 2026-06-30 }]\n',
    );
  });

  it.each([
    [
      'an anchor',
      '\n    - &late { name: Late, target_date: 2026-06-30 }\n    - { name: Early, target_date: 2026-03-31 }\n',
    ],
    [
      'a block text that keeps its blank lines',
      '\n    - contingency: |+\n        Ask\n\n      target_date: 2026-06-30\n    - target_date: 2026-03-31\n',
    ],
    [
      'a comment between flow items',
      ' [\n      { target_date: 2026-06-30 }, # Ken\n      { target_date: 2026-03-31 },\n    ]\n',
    ],
    [
      'nothing to sort',
      '\n    - { name: Early, target_date: 2026-03-31 }\n    - { name: Late, target_date: 2026-06-30 }\n',
    ],
  ])('moves nothing where there is %s', (_, milestones) => {
    expect(sorted(inside(milestones))).toBe('not moved');
  });

  it('moves nothing where the first item stands on the line of its key', () => {
    const text = `outcomes:
  - id: O1
    ? milestones
    : - { name: Late, target_date: 2026-06-30 }
      - { name: Early, target_date: 2026-03-31 }
`;
    expect(sorted(text)).toBe('not moved');
  });

  it('moves nothing that stands elsewhere', () => {
    const text = `x-steps: &steps
  - { name: Late, target_date: 2026-06-30 }
  - { name: Early, target_date: 2026-03-31 }
outcomes:
  - id: O1
    milestones: *steps
`;
    expect(sorted(text)).toBe('not moved');
  });
});
