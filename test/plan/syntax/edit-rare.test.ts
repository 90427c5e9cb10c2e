import { describe, expect, it } from 'vitest';
import { applyEdits, readPlanFile } from '../../../plan/check.ts';
import type { Outcome } from '../../../plan/model/index.ts';
import { setField } from '../../../plan/rules/repair/set-field.ts';
import { type Edit, Editor } from '../../../plan/syntax/edit.ts';

/** What people write rarely and YAML allows: every edit of it must still be read as it was meant. */
function edited(body: string, make: (edit: Editor, outcome: Outcome) => Edit | undefined, eol = '\n'): string {
  const text = `x-who: &who Ken Abe\noutcomes:\n${body}`.replaceAll('\n', eol);
  const model = readPlanFile(text).documents[0]?.model;
  const outcome = model?.kind === 'plan' ? model.outcomes.items[0] : undefined;
  if (!model || !outcome) throw new Error('no outcome');
  const edit = make(new Editor(text, model.syntax), outcome);
  const result = edit ? applyEdits(text, [edit]) : 'no edit';
  const { problems, sections } = readPlanFile(result).documents[0]?.model.syntax ?? { problems: [], sections: [] };
  const all = [...problems, ...sections.flatMap(({ part, items = [] }) => [part, ...items].flatMap(p => p.problems))];
  expect(all, result).toEqual([]);
  return result.replaceAll(eol, '\n').replace(/^[\s\S]*outcomes:\n/, '');
}

/** Tried with both line ends. */
function expectEdit(before: string, after: string, make: (edit: Editor, outcome: Outcome) => Edit | undefined) {
  for (const eol of ['\n', '\r\n']) expect(edited(before, make, eol)).toBe(after);
}

describe('setField', () => {
  it.each([
    ['a value with an anchor', '  - owner: &x TBD # ask\n', '  - owner: &x Dana Ruiz # ask\n'],
    ['an anchor without a value', '  - owner: &x # ask\n    id: O1\n', '  - owner: &x Dana Ruiz # ask\n    id: O1\n'],
    ['a value with a tag', '  - owner: !!str TBD\n', '  - owner: !!str Dana Ruiz\n'],
    ['no value behind a tag', '  - owner: !!str\n', '  - owner: !!str Dana Ruiz\n'],
    ['an alias', '  - owner: *who # he?\n', '  - owner: Dana Ruiz # he?\n'],
    [
      'a text over lines',
      '  - owner: somebody\n      or other # ask\n    id: O1\n',
      '  - owner: Dana Ruiz # ask\n    id: O1\n',
    ],
    ['a quoted text over lines', '  - owner: "some\n      body"\n    id: O1\n', '  - owner: "Dana Ruiz"\n    id: O1\n'],
    ['an empty mapping', '  - owner: {} # ask\n', '  - owner: Dana Ruiz # ask\n'],
    ['an empty list', '  - owner: []\n', '  - owner: Dana Ruiz\n'],
    [
      'a dash with nothing behind',
      '  - owner:\n      - # ask\n    id: O1\n',
      '  - owner:\n      - Dana Ruiz # ask\n    id: O1\n',
    ],
    ['an explicit key', '  - id: O1\n    ? owner\n    : TBD\n', '  - id: O1\n    ? owner\n    : Dana Ruiz\n'],
    ['an explicit key alone', '  - id: O1\n    ? owner\n', '  - id: O1\n    ? owner\n    : Dana Ruiz\n'],
    ['a key without a colon in braces', '  - { owner, id: O1 }\n', '  - { owner: Dana Ruiz, id: O1 }\n'],
    ['an empty key in braces', '  - { owner:, id: O1 }\n', '  - { owner: Dana Ruiz, id: O1 }\n'],
    ['a key as JSON has it', '  - {"owner":null,"id":"O1"}\n', '  - {"owner":"Dana Ruiz","id":"O1"}\n'],
  ])('fills %s', (_, before, after) =>
    expectEdit(before, after, (edit, outcome) => setField(edit, outcome, 'owner', 'Dana Ruiz')),
  );
});

describe('insertKey', () => {
  it.each([
    ['behind an explicit key', '  - ? id\n    : O1\n', '  - ? id\n    : O1\n    status: at_risk\n'],
    ['behind an explicit key without a value', '  - ? id\n', '  - ? id\n    status: at_risk\n'],
    ['behind an empty value in braces', '  - { id: }\n', '  - { id:, status: at_risk }\n'],
    ['behind a key without a colon', '  - { id }\n', '  - { id, status: at_risk }\n'],
    ['before the comma at the end', '  - { id: O1, }\n', '  - { id: O1, status: at_risk, }\n'],
  ])('%s', (_, before, after) =>
    expectEdit(before, after, (edit, outcome) => edit.insertKey(outcome, 'status', 'at_risk')),
  );

  it.each([
    ['null', '  - target: null # to come\n    id: O1\n', '  - target: # to come\n      goal: 3%\n    id: O1\n'],
    ['~ in braces', '  - { target: ~, id: O1 }\n', '  - { target: { goal: 3% }, id: O1 }\n'],
    ['nothing in braces', '  - { target: , id: O1 }\n', '  - { target: { goal: 3% } , id: O1 }\n'],
  ])('begins a mapping where %s stands', (_, before, after) =>
    expectEdit(before, after, (edit, { target }) => target && edit.insertKey(target, 'goal', '3%')),
  );
});

describe('appendItem', () => {
  const append = (edit: Editor, { part, acceptance: list }: Outcome) =>
    list.node && edit.appendItem(part, list.node, list.key, 'O2');

  it.each([
    ['in place of null', '  - acceptance: null # ask\n    id: O1\n', '  - acceptance: # ask\n      - O2\n    id: O1\n'],
    ['in place of ~ in braces', '  - { acceptance: ~ }\n', '  - { acceptance: [O2] }\n'],
    ['in empty brackets', '  - acceptance: [] # ask\n', '  - acceptance: [O2] # ask\n'],
    ['in empty brackets over lines', '  - acceptance: [ # ask\n    ]\n', '  - acceptance: [O2 # ask\n    ]\n'],
    ['before the comma at the end', '  - acceptance: [O3,]\n', '  - acceptance: [O3, O2,]\n'],
    [
      'flush with its key',
      '  - acceptance:\n    - O3\n    id: O1\n',
      '  - acceptance:\n    - O3\n    - O2\n    id: O1\n',
    ],
    ['at the end without a line end', '  - acceptance:\n      - O3', '  - acceptance:\n      - O3\n      - O2'],
    ['before ...', '  - acceptance:\n      - O3\n...\n', '  - acceptance:\n      - O3\n      - O2\n...\n'],
    [
      'before ---',
      '  - acceptance:\n      - O3\n---\nqbr: {}\n',
      '  - acceptance:\n      - O3\n      - O2\n---\nqbr: {}\n',
    ],
    ['behind an anchor', '  - acceptance: &first\n    id: O1\n', '  - acceptance: &first\n      - O2\n    id: O1\n'],
  ])('%s', (_, before, after) => expectEdit(before, after, append));

  it.each([
    ['{name: Go}', '{name: Stop}'],
    ['{ name: Go }', '{ name: Stop }'],
    ['{ name: Go}', '{ name: Stop }'],
    ['name: Go', '{ name: Stop }'],
  ])('beside %s', (beside, added) =>
    expectEdit(
      `  - milestones:\n      - ${beside}\n`,
      `  - milestones:\n      - ${beside}\n      - ${added}\n`,
      (edit, { part, milestones: list }) => list.node && edit.appendItem(part, list.node, list.key, '{ name: Stop }'),
    ),
  );
});

describe('removePair', () => {
  const removeStatus = (edit: Editor, { mapping, part }: Outcome) => {
    const pair = mapping?.pairs.find(p => p.key.text === 'status');
    return mapping && pair && edit.removePair(part, mapping, pair);
  };

  it.each([
    ['the only key', '  - status: at_risk\n', '  -\n'],
    ['the only key in braces', '  - { status: at_risk, }\n', '  - {  }\n'],
    ['an explicit key', '  - id: O1\n    ? status\n    : x\n', '  - id: O1\n'],
    ['below a comment in braces', '  - { id: O1, # one\n      status: x }\n', '  - { id: O1, # one\n       }\n'],
  ])('%s', (_, before, after) => expectEdit(before, after, removeStatus));
});
