import { describe, expect, it } from 'vitest';
import { whileTyping } from '../../../../plan/authoring/typing/typing.ts';
import { applyEdits } from '../../../../plan/check.ts';
import { ALL_PLANS } from '../../../support/plans.ts';

/** The text after a character was typed at `|`, with the cursor at `|` where the edits leave it. */
function typed(marked: string, character: string, width = 2): string {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const edits = whileTyping(text, at, character, width);
  const before = edits.filter(({ end, newText }) => end < at || (end === at && newText !== ''));
  const moved = before.reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
  const result = applyEdits(text, edits);
  return `${result.slice(0, at + moved)}|${result.slice(at + moved)}`;
}

describe('after Enter', () => {
  it.each([
    ['begins a list where only a list may stand', 'outcomes:\n|\n', 'outcomes:\n  - |\n'],
    ['also where the editor has indented already', 'outcomes:\n  |\n', 'outcomes:\n  - |\n'],
    [
      'also in an item',
      'outcomes:\n  - id: O1\n    milestones:\n    |\n',
      'outcomes:\n  - id: O1\n    milestones:\n      - |\n',
    ],
    ['also behind a dash', 'outcomes:\n  - milestones:\n|', 'outcomes:\n  - milestones:\n      - |'],
    ['also with a comment behind the key', 'risks: # open ones\n|', 'risks: # open ones\n  - |'],
    ['before the items that are there', 'risks:\n|\n- id: R1\n', 'risks:\n- |\n- id: R1\n'],
    ['before deeper items', 'risks:\n  |\n    - id: R1\n', 'risks:\n    - |\n    - id: R1\n'],
    ['indents below a key of fields', 'customer:\n|', 'customer:\n  |'],
    [
      'as the fields that are there',
      'customer:\n|\n    company: Northwind\n',
      'customer:\n    |\n    company: Northwind\n',
    ],
    ['leaves it open where one value may stand too', 'plan:\n  owner:\n|', 'plan:\n  owner:\n    |'],
    ['goes on with a list of words', 'internal:\n  - Call them\n|', 'internal:\n  - Call them\n  - |'],
    ['unless the editor did', 'internal:\n  - Call them\n  - |', 'internal:\n  - Call them\n  - |'],
    [
      'ends a list at an empty item',
      'plan:\n  a:\n    - x\n    - \n    |\nrisks: []\n',
      'plan:\n  a:\n    - x\n  |\nrisks: []\n',
    ],
    ['ends a flush list', 'a:\n- x\n- \n|', 'a:\n- x\n|'],
    ['knows the agenda', 'qbr:\n  agenda:\n|', 'qbr:\n  agenda:\n    - |'],
    ['knows the configuration', 'overrides:\n|', 'overrides:\n  - |'],
    ['leaves a field alone', 'plan:\n  version: "1"\n  |', 'plan:\n  version: "1"\n  |'],
    ['leaves words behind the cursor alone', 'outcomes:\n|risks', 'outcomes:\n|risks'],
    [
      'leaves a text block alone',
      'plan:\n  title: |-\n    so:\n    ¦'.replace('|-', '>-').replace('¦', '|'),
      'plan:\n  title: >-\n    so:\n    |',
    ],
    ['leaves comments alone', '# outcomes:\n|', '# outcomes:\n|'],
    ['leaves braces alone', 'plan: {\n|', 'plan: {\n|'],
    ['closes a text again', 'plan:\n  owner: "Zoë\n  |"\n', 'plan:\n  owner: "Zoë"\n  |\n'],
    ['closes single quotes', "plan:\n  owner: 'd''Or\n  |'", "plan:\n  owner: 'd''Or'\n  |"],
    [
      'closes brackets, and what is in them',
      'x:\n  - date: 2026-01-20\n    attendees: [Ken Abe, "Lee \n    |"]\n',
      'x:\n  - date: 2026-01-20\n    attendees: [Ken Abe, "Lee"]\n    |\n',
    ],
    ['closes braces', 'a:\n  - { b: 1, c: "x"  \n    |}', 'a:\n  - { b: 1, c: "x"}\n    |'],
    ['closes an item, and goes on', 'internal:\n  - "Call: them\n  |"', 'internal:\n  - "Call: them"\n  - |'],
    ['leaves a list alone that goes on', 'a: [x,\n  |]', 'a: [x,\n  |]'],
    ['leaves open brackets alone', 'a: [\n  |]', 'a: [\n  |]'],
    ['leaves other quotes alone', 'a: "x\n  |\'', 'a: "x\n  |\''],
    ['leaves plain texts alone', 'a: it is "x\n  |"', 'a: it is "x\n  |"'],
    ['leaves quotes in text blocks alone', 'a: >\n  he says: "x\n  |"', 'a: >\n  he says: "x\n  |"'],
    ['leaves a long text alone', `a: "${'x '.repeat(50)}\n  |"`, `a: "${'x '.repeat(50)}\n  |"`],
    ['leaves what goes on alone', 'internal:\n  - "Call\n|', 'internal:\n  - "Call\n|'],
  ])('%s', (_, before, expected) => {
    expect(typed(before, '\n')).toBe(expected);
  });

  it('takes the editor’s width of a level', () => {
    expect(typed('risks:\n|', '\n', 4)).toBe('risks:\n    - |');
  });

  it('knows CRLF', () => {
    expect(typed('risks:\r\n|\r\nrenewal:\r\n', '\n')).toBe('risks:\r\n  - |\r\nrenewal:\r\n');
    expect(typed('a: "x\r\n|"\r\n', '\n')).toBe('a: "x"\r\n|\r\n');
  });
});

describe('after a dash', () => {
  const ITEM = 'outcomes:\n  - id: O1\n    milestones:\n      - name: Depots trained\n        status: pending\n';
  it.each([
    ['below the fields of an item goes to the dashes', `${ITEM}        -|`, `${ITEM}      -|`],
    ['below the first field of an item too', 'risks:\n  - id: R1\n    -|', 'risks:\n  - id: R1\n  -|'],
    [
      'below deeper fields too',
      'risks:\n  - id: R1\n    x-a:\n      b: 1\n      -|',
      'risks:\n  - id: R1\n    x-a:\n      b: 1\n  -|',
    ],
    ['in the dashes’ column stays', `${ITEM}      -|`, `${ITEM}      -|`],
    ['that begins a list stays', 'plan:\n  a: 1\n  b:\n  -|', 'plan:\n  a: 1\n  b:\n  -|'],
    ['that begins a deeper list stays', 'risks:\n  - id:\n    -|', 'risks:\n  - id:\n    -|'],
    ['where there is no list stays', 'plan:\n  a: 1\n  -|', 'plan:\n  a: 1\n  -|'],
    ['in a word stays', 'risks:\n  - id: R1\n    x-|', 'risks:\n  - id: R1\n    x-|'],
    ['in a text that goes on stays', 'risks:\n  - id: "R\n    -|', 'risks:\n  - id: "R\n    -|'],
    ['in a text block stays', 'risks:\n  - id: >\n    a: b\n    -|', 'risks:\n  - id: >\n    a: b\n    -|'],
  ])('%s', (_, before, expected) => {
    expect(typed(before, '-')).toBe(expected);
  });
});

it.each(ALL_PLANS)(
  'only blanks and dashes of the line are touched, and what closes a value, anywhere in %s',
  (_, text) => {
    const said = (one: string) => one.replaceAll(/[-\s]/g, '');
    for (let at = 0; at < text.length; at += 7) {
      for (const one of ['\n', '-', ':']) {
        const now = text.slice(0, at) + one + text.slice(at);
        const edits = whileTyping(now, at + 1, one, 2);
        if (edits.length > 0) expect(said(applyEdits(now, edits))).toBe(said(now));
        for (const edit of edits) {
          expect(now.slice(edit.start, edit.end)).toMatch(/^[-\s]*$|^["'\]} ]+$/);
          expect(edit.newText).toMatch(/^ *(?:- )?$|^["'][\]} ]*$|^[\]} ]+$/);
          const start = now.lastIndexOf('\n', at - 1);
          expect(start <= edit.end && edit.start <= at + 1).toBe(true);
        }
      }
    }
  },
);
