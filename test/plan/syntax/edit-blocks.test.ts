import { describe, expect, it } from 'vitest';
import { applyEdits, readPlanFile } from '../../../plan/check.ts';
import { Editor } from '../../../plan/syntax/edit.ts';

function opened(text: string) {
  const file = readPlanFile(text);
  const model = file.documents[0]?.model;
  if (model?.kind !== 'plan') throw new Error('not a plan');
  return { plan: model, edit: new Editor(text, model.syntax) };
}

describe('setValue on a block text', () => {
  it.each(['>', '|', '>-', '|+'])('%s leaves the line below where it is', sign => {
    const text = `outcomes:\n  - id: O1\n    description: ${sign}\n      Cut the time\n      in half\n    status: in_progress\n`;
    for (const version of [text, text.replaceAll('\n', '\r\n')]) {
      const { plan, edit } = opened(version);
      const description = plan.outcomes.items[0]?.description;
      if (!description) throw new Error('no description');
      const eol = version === text ? '\n' : '\r\n';
      expect(applyEdits(version, [edit.setValue(description, 'Short')])).toBe(
        ['outcomes:', '  - id: O1', '    description: Short', '    status: in_progress', ''].join(eol),
      );
    }
  });
});

describe('insertItem', () => {
  const insert = (text: string, index: number, item: string) => {
    const { plan, edit } = opened(text);
    const outcome = plan.outcomes.items[0];
    const list = outcome?.milestones;
    if (!outcome || !list?.node || !list.key) throw new Error('no milestones');
    const added = edit.insertItem(outcome.part, list.node, list.key, index, item);
    return added && applyEdits(text, [added]);
  };
  const block =
    'outcomes:\n  - id: O1\n    milestones: # in order\n      # first\n      - name: One\n      # second\n      - name: Two\n';

  it.each([
    [
      0,
      'outcomes:\n  - id: O1\n    milestones: # in order\n      - name: New\n        owner: Ken Abe\n      # first\n      - name: One\n      # second\n      - name: Two\n',
    ],
    [
      1,
      'outcomes:\n  - id: O1\n    milestones: # in order\n      # first\n      - name: One\n      - name: New\n        owner: Ken Abe\n      # second\n      - name: Two\n',
    ],
    [
      2,
      'outcomes:\n  - id: O1\n    milestones: # in order\n      # first\n      - name: One\n      # second\n      - name: Two\n      - name: New\n        owner: Ken Abe\n',
    ],
  ])('before item %i', (index, expected) => {
    expect(insert(block, index, 'name: New\nowner: Ken Abe')).toBe(expected);
    expect(insert(block.replaceAll('\n', '\r\n'), index, 'name: New\nowner: Ken Abe')).toBe(
      expected.replaceAll('\n', '\r\n'),
    );
  });

  it('keeps a list at the column of its key there', () => {
    expect(insert('outcomes:\n- id: O1\n  milestones:\n  - name: One\n', 0, 'name: New')).toBe(
      'outcomes:\n- id: O1\n  milestones:\n  - name: New\n  - name: One\n',
    );
  });

  it('works in brackets', () => {
    expect(insert('outcomes:\n  - id: O1\n    milestones: [{ name: One }, { name: Two }]\n', 1, '{ name: New }')).toBe(
      'outcomes:\n  - id: O1\n    milestones: [{ name: One }, { name: New }, { name: Two }]\n',
    );
  });
});
