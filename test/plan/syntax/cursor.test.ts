import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorAt } from '../../../plan/syntax/cursor.ts';
import { withCursor } from '../../support/cursor.ts';

/** `path | on key | replaced text | keys present`. */
function at(marked: string): string {
  const { text, offset } = withCursor(marked);
  const cursor = cursorAt(text, offset);
  if (!cursor) return 'nothing';
  const replaced = text.slice(cursor.replace.start, cursor.replace.end);
  return [
    cursor.path.join('/'),
    `${cursor.on}${cursor.key === undefined ? '' : ` ${cursor.key}`}`,
    replaced,
    [...cursor.present].join(','),
  ].join(' | ');
}

describe('in block style', () => {
  it.each([
    ['the top of an empty text', '<|>', ' | key |  | '],
    ['a half-typed section', 'plan:\n  status: active\ncust<|>\n', ' | key | cust | plan'],
    [
      'a new key in a section',
      'plan:\n  version: "1"\n  <|>\n  status: active\ncustomer:\n',
      'plan | key |  | version,status',
    ],
    ['a half-typed key', 'plan:\n  version: "1"\n  nex<|>\n', 'plan | key | nex | version'],
    ['a value', 'plan:\n  status: <|>\n', 'plan | value status |  | '],
    [
      'a half-typed value before a comment',
      'plan:\n  status: ac<|>tive  # since May\n',
      'plan | value status | active | ',
    ],
    ['a value in quotes', 'plan:\n  owner: "Ja<|>"\n', 'plan | value owner | "Ja" | '],
    ['a value without a space', 'plan:\n  status:<|>\n', 'plan | value status |  | '],
    ['the first key of an item', 'outcomes:\n  - <|>\n', 'outcomes/0 | item |  | '],
    ['a half-typed first key', 'outcomes:\n  - id: O1\n  - de<|>\n', 'outcomes/0 | item | de | '],
    [
      'a further key of an item',
      'outcomes:\n  - id: O1\n    <|>\n    status: x\n  - id: O2\n    target:\n',
      'outcomes/0 | key |  | id,status',
    ],
    [
      'a key of a nested mapping',
      'outcomes:\n  - id: O1\n    baseline:\n      metric: Time\n      <|>\n    target:\n',
      'outcomes/0/baseline | key |  | metric',
    ],
    [
      'a milestone',
      'outcomes:\n  - id: O1\n    milestones:\n      - name: A\n        owner: B\n      - name: C\n        <|>\n',
      'outcomes/0/milestones/0 | key |  | name',
    ],
    [
      'a milestone in flush lists',
      'outcomes:\n- id: O1\n  milestones:\n  - name: A\n  - name: C\n    <|>\n',
      'outcomes/0/milestones/0 | key |  | name',
    ],
    [
      'an item of a list of names',
      'review_history:\n  - date: x\n    attendees:\n      - Sa<|>\n',
      'review_history/0/attendees/0 | item | Sa | ',
    ],
    [
      'a list not begun',
      'review_history:\n  - date: x\n    attendees:\n      <|>\n',
      'review_history/0/attendees | key |  | ',
    ],
    ['a second document', 'plan:\n  version: 1\n---\nqbr:\n  <|>\n', 'qbr | key |  | '],
    ['CRLF', 'plan:\r\n  version: 1\r\n  st<|>\r\n', 'plan | key | st | version'],
    ['a key before its value', 'plan:\n  sta<|>: active\n', 'plan | key | sta | '],
    [
      'a key that is gone, above its list',
      'stakeholders:\n  <|>\n    - name: Sarah Chen\n      role: VP\n  vendor:\n',
      'stakeholders | key |  | vendor',
    ],
    [
      'a key that is gone, above its fields',
      'outcomes:\n  - id: O1\n    business_value: "40 hours" # a month\n    <|>\n      metric: Time\n    status: x\n',
      'outcomes/0 | key |  | business_value,id,status',
    ],
    [
      'a key that is gone, with its fields far to the right of a section',
      'customer:\n  company: Acme\n<|>\n    metric: Time\n',
      ' | key |  | customer',
    ],
    [
      'a key above the first one, however deep a text goes',
      'plan:\n    <|>\n    version: "1"\n',
      'plan | key |  | version',
    ],
    [
      'a blank line among fields in a text with wide columns',
      'plan:\n    version: "1"\ncustomer:\n  <|>\n    company: Acme\n',
      'customer | key |  | company',
    ],
  ])('%s', (_, text, expected) => expect(at(text)).toBe(expected));
});

describe('in flow style', () => {
  it.each([
    [
      'a list of names',
      'review_history:\n  - attendees: [Sarah Chen, <|>]\n',
      'review_history/0/attendees/1 | item |  | ',
    ],
    [
      'a half-typed name',
      'review_history:\n  - attendees: [Sa<|>, Tom]\n',
      'review_history/0/attendees/0 | item | Sa | ',
    ],
    ['a key', 'outcomes:\n  - baseline: { metric: Time, <|> }\n', 'outcomes/0/baseline | key |  | metric'],
    ['a value', 'outcomes:\n  - { id: O1, status: <|> }\n', 'outcomes/0 | value status |  | id,status'],
    ['over several lines', 'plan: {\n  version: 1,\n  status: ac<|>\n}\n', 'plan | value status | ac | version,status'],
  ])('%s', (_, text, expected) => expect(at(text)).toBe(expected));
});

it.each([
  ['a comment', 'plan: # no<|>\n'],
  ['a text block', 'outcomes:\n  - description: >\n      Reduce the ti<|>me\n'],
  ['a blank line in a text block', 'outcomes:\n  - description: |\n      Reduce\n      <|>\n      more\n'],
])('nothing in %s', (_, text) => expect(at(text)).toBe('nothing'));

it('never throws, whatever the text', () => {
  const piece = fc.constantFrom(
    'plan:',
    '\n',
    '  ',
    '- ',
    'id: O1',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    ': ',
    '>\n',
    'x',
    '\r\n',
    '---\n',
    '\t',
    'é',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), (pieces, at) => {
      const text = pieces.join('');
      const offset = Math.floor(at * text.length);
      const cursor = cursorAt(text, offset);
      if (cursor) {
        expect(cursor.replace.start).toBeLessThanOrEqual(offset);
        expect(cursor.replace.end).toBeGreaterThanOrEqual(offset);
      }
    }),
  );
});

it.each(['\n', '\n\n', '\nplan:\n', '\n  - a'])('stands at the start of %j as anywhere', text => {
  for (let offset = 0; offset <= text.length; offset++)
    expect(cursorAt(text, offset)?.replace.start ?? 0).toBeLessThanOrEqual(offset);
});

it('finds its way up through a hundred thousand lines', () => {
  const item = '  - id: O1\n    milestones:\n      - name: A\n        owner: B\n';
  const { text, offset } = withCursor(
    `outcomes:\n${item.repeat(30_000)}      - name: C\n        <|>\n${item.repeat(100)}`,
  );
  expect(cursorAt(text, offset)?.path).toEqual(['outcomes', 0, 'milestones', 0]);
});
