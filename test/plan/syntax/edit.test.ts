import { describe, expect, it } from 'vitest';
import { applyEdits, readPlanFile } from '../../../plan/check.ts';
import type { Plan } from '../../../plan/model/index.ts';
import { type Edit, Editor } from '../../../plan/syntax/edit.ts';

/** The text after an edit of its first plan. */
function edited(text: string, make: (edit: Editor, plan: Plan) => Edit | undefined): string {
  const file = readPlanFile(text);
  const model = file.documents[0]?.model;
  if (model?.kind !== 'plan') throw new Error('no plan');
  const edit = make(new Editor(text, model.syntax), model);
  return edit ? applyEdits(text, [edit]) : 'no edit';
}

const outcome = (plan: Plan) => {
  const first = plan.outcomes.items[0];
  if (!first) throw new Error('no outcome');
  return first;
};

describe('setValue', () => {
  it.each([
    ['keeps double quotes', 'status: "active"  # since May', 'status: "at_risk"  # since May'],
    ['keeps single quotes', "status: 'active'", "status: 'at_risk'"],
    ['writes behind the colon where nothing is', 'status:   # ask Dana', 'status: at_risk   # ask Dana'],
    ['replaces null', 'status: null', 'status: at_risk'],
    ['works at the end of the text', 'status:', 'status: at_risk'],
  ])('%s', (_, before, after) => {
    for (const eol of ['\n', '\r\n']) {
      const text = `plan:${eol}  version: "1"${eol}  ${before}`;
      const result = edited(text, (edit, plan) => plan.plan?.status && edit.setValue(plan.plan.status, 'at_risk'));
      expect(result).toBe(`plan:${eol}  version: "1"${eol}  ${after}`);
    }
  });

  it('quotes what YAML would read otherwise', () => {
    const result = edited(
      'plan:\n  owner: Jane\n',
      (edit, plan) => plan.plan?.owner && edit.setValue(plan.plan.owner, 'Smith: Jane # 1'),
    );
    expect(result).toBe('plan:\n  owner: "Smith: Jane # 1"\n');
  });
});

it.each([
  ['an empty value', 'owner:', 'owner: "Jane"'],
  ['null', 'owner: null', 'owner: "Jane"'],
])('setValue takes the quotes of its neighbours for %s', (_, before, after) => {
  const result = edited(
    `plan:\n  ${before}\n`,
    (edit, plan) => plan.plan?.owner && edit.setValue(plan.plan.owner, 'Jane', 'double'),
  );
  expect(result).toBe(`plan:\n  ${after}\n`);
});

it.each(['Smith, Jane', 'Jane [acting]', 'Jane {acting}'])(
  'setValue puts %s in quotes, which would end a value in flow style',
  name => {
    const result = edited(
      'plan: { owner: Jo, status: active }\n',
      (edit, plan) => plan.plan?.owner && edit.setValue(plan.plan.owner, name),
    );
    expect(result).toBe(`plan: { owner: "${name}", status: active }\n`);
  },
);

describe('insertKey', () => {
  const insert = (edit: Editor, plan: Plan) =>
    edit.insertKey(outcome(plan), 'status', 'in_progress', ['target', 'description']);

  it.each([
    [
      'behind the key it follows',
      'outcomes:\n  - id: O1\n    description: Cut it  # soon\n    milestones: []\n',
      'outcomes:\n  - id: O1\n    description: Cut it  # soon\n    status: in_progress\n    milestones: []\n',
    ],
    [
      'behind a text block',
      'outcomes:\n  - id: O1\n    description: >\n      Cut it\n      down\n\n  - id: O2\n',
      'outcomes:\n  - id: O1\n    description: >\n      Cut it\n      down\n    status: in_progress\n\n  - id: O2\n',
    ],
    ['in a flush list', 'outcomes:\n- id: O1\n- id: O2\n', 'outcomes:\n- id: O1\n  status: in_progress\n- id: O2\n'],
    [
      'in flow style',
      'outcomes:\n  - { id: O1, description: Cut it, milestones: [] }\n',
      'outcomes:\n  - { id: O1, description: Cut it, status: in_progress, milestones: [] }\n',
    ],
    ['in empty braces', 'outcomes:\n  - {}\n', 'outcomes:\n  - { status: in_progress }\n'],
    [
      'at the end of a text without a last line end',
      'outcomes:\n  - id: O1',
      'outcomes:\n  - id: O1\n    status: in_progress',
    ],
    ['with CRLF', 'outcomes:\r\n  - id: O1\r\n', 'outcomes:\r\n  - id: O1\r\n    status: in_progress\r\n'],
  ])('%s', (_, before, after) => expect(edited(before, insert)).toBe(after));

  it('begins a block under a key that has nothing yet', () => {
    const text = 'outcomes:\n  - id: O1\n    target:   # to be agreed\n    status: in_progress\n';
    const result = edited(text, (edit, plan) => {
      const { target } = outcome(plan);
      return target && edit.insertKey(target, 'goal', '30 minutes');
    });
    expect(result).toBe(
      'outcomes:\n  - id: O1\n    target:   # to be agreed\n      goal: 30 minutes\n    status: in_progress\n',
    );
  });
});

describe('lists', () => {
  it.each([
    [
      'in block style',
      'review_history:\n  - date: 2026-01-01\n    attendees:\n      - Sarah Chen\n    summary: Fine\n',
      'review_history:\n  - date: 2026-01-01\n    attendees:\n      - Sarah Chen\n      - Tom Brown\n    summary: Fine\n',
    ],
    [
      'in flow style',
      'review_history:\n  - date: 2026-01-01\n    attendees: [Sarah Chen]\n',
      'review_history:\n  - date: 2026-01-01\n    attendees: [Sarah Chen, Tom Brown]\n',
    ],
    ['in an empty flow list', 'review_history:\n  - attendees: []\n', 'review_history:\n  - attendees: [Tom Brown]\n'],
    [
      'under a bare key',
      'review_history:\n  - attendees:\n    summary: Fine\n',
      'review_history:\n  - attendees:\n      - Tom Brown\n    summary: Fine\n',
    ],
  ])('grow by an item %s', (_, before, after) => {
    const result = edited(before, (edit, plan) => {
      const list = plan.review_history.items[0]?.attendees;
      return list?.node && list.place ? edit.appendItem(list.place.part, list.node, list.key, 'Tom Brown') : undefined;
    });
    expect(result).toBe(after);
  });

  it('grow by a part of several lines', () => {
    const text = 'plan:\n  version: 1\nrisks:\n  - id: R1\n    description: Late\n\n# The end\nreview_history: []\n';
    const result = edited(text, (edit, plan) => {
      const section = plan.syntax.sections.find(s => s.part.section === 'risks');
      return section && edit.appendPart(section.part, section.items ?? [], 'id: R2\ndescription: Lost');
    });
    expect(result).toBe(
      'plan:\n  version: 1\nrisks:\n  - id: R1\n    description: Late\n  - id: R2\n    description: Lost\n\n# The end\nreview_history: []\n',
    );
  });
});

describe('appendPart puts the first item', () => {
  it.each([
    ['under a bare key', 'risks:   # to come', 'risks:   # to come\n  - id: R1\n    description: Late'],
    ['in place of []', 'risks: []  # to come', 'risks:  # to come\n  - id: R1\n    description: Late'],
    ['in place of a word', 'risks: none', 'risks:\n  - id: R1\n    description: Late'],
    ['in place of {}', 'risks: {}', 'risks:\n  - id: R1\n    description: Late'],
    ['nowhere in a flow list that has items', 'risks: [{ id: R0 }]', undefined],
    ['nowhere in a group of fields', 'risks: { id: R0 }', undefined],
  ])('%s', (_, before, after) => {
    for (const eol of ['\n', '\r\n']) {
      const text = `plan:${eol}  version: 1${eol}${before}${eol}review_history: []${eol}`;
      const result = edited(text, (edit, plan) => {
        const section = plan.syntax.sections.find(s => s.part.section === 'risks');
        return section && edit.appendPart(section.part, section.items ?? [], 'id: R1\ndescription: Late');
      });
      expect(result).toBe(after === undefined ? 'no edit' : text.replace(before, after.replaceAll('\n', eol)));
    }
  });
});

describe('removePair', () => {
  const removeStatus = (edit: Editor, plan: Plan) => {
    const { mapping, part } = outcome(plan);
    const pair = mapping?.pairs.find(p => p.key.text === 'status');
    return mapping && pair && edit.removePair(part, mapping, pair);
  };

  it.each([
    [
      'with its line',
      'outcomes:\n  - id: O1\n    status: at_risk  # since May\n    kind: quantitative\n',
      'outcomes:\n  - id: O1\n    kind: quantitative\n',
    ],
    ['as the first behind the dash', 'outcomes:\n  - status: at_risk\n    id: O1\n', 'outcomes:\n  - id: O1\n'],
    [
      'in flow style',
      'outcomes:\n  - { id: O1, status: at_risk, kind: quantitative }\n',
      'outcomes:\n  - { id: O1, kind: quantitative }\n',
    ],
    ['last in flow style', 'outcomes:\n  - { id: O1, status: at_risk }\n', 'outcomes:\n  - { id: O1 }\n'],
    [
      'with CRLF',
      'outcomes:\r\n  - id: O1\r\n    status: at_risk\r\n    kind: x\r\n',
      'outcomes:\r\n  - id: O1\r\n    kind: x\r\n',
    ],
  ])('%s', (_, before, after) => expect(edited(before, removeStatus)).toBe(after));
});

it('puts a section behind the one it follows', () => {
  const text = 'plan:\n  version: 1\n\ncustomer:\n  company: Acme  # ours\n\noutcomes: []\n';
  const result = edited(text, edit => edit.insertSection('risks:\n  - id: R1', ['customer']));
  expect(result).toBe(
    'plan:\n  version: 1\n\ncustomer:\n  company: Acme  # ours\n\nrisks:\n  - id: R1\n\noutcomes: []\n',
  );
});

describe('prependKey', () => {
  it.each([
    ['behind the dash', '  - description: Fewer calls\n', '  - id: O1\n    description: Fewer calls\n'],
    [
      'below the dash and its comment',
      '  -   # asked for by Dana\n      description: Fewer calls\n',
      '  -   # asked for by Dana\n      id: O1\n      description: Fewer calls\n',
    ],
    ['before a merge key', '  - <<: *base\n', '  - id: O1\n    <<: *base\n'],
    [
      'behind an anchor',
      '  - &first\n    description: Fewer calls\n',
      '  - &first\n    id: O1\n    description: Fewer calls\n',
    ],
    ['in braces', '  - { description: Fewer calls } # one\n', '  - { id: O1, description: Fewer calls } # one\n'],
    ['in braces over lines', '  - {\n      status: x,\n    }\n', '  - {\n      id: O1, status: x,\n    }\n'],
    ['nowhere without a key', '  - {}\n', 'no edit'],
  ])('writes %s', (_, before, after) => {
    for (const eol of ['\n', '\r\n']) {
      const text = `x-base: &base { status: deferred }\nplan:\n  version: 1\noutcomes:\n${before}`.replaceAll(
        '\n',
        eol,
      );
      const result = edited(text, (edit, plan) => edit.prependKey(outcome(plan), 'id', 'O1'));
      expect(result).toBe(
        after === 'no edit' ? after : text.replace(before.replaceAll('\n', eol), () => after.replaceAll('\n', eol)),
      );
    }
  });
});
