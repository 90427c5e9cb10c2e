import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { whileTyping } from '../../plan/authoring/typing/typing.ts';
import { applyEdits } from '../../plan/check.ts';

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
  }[];
}

const configuration: LanguageConfiguration = JSON.parse(
  readFileSync(new URL('../../language/language-configuration.json', import.meta.url), 'utf8'),
);

/** What stands on the new line after Enter at the end of a line: the editor takes the first rule that fits. */
function afterEnter(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const rule = configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line));
  if (!rule) return indent;
  return indent + (rule.action.indent === 'indent' ? '  ' : '') + (rule.action.appendText ?? '');
}

describe('Enter', () => {
  it.each([
    ['a key without a value opens a level', 'customer:', '  '],
    ['a nested one too', '  contract:', '    '],
    ['a block of text is written a level deeper', '  context: |', '    '],
    ['folded text too', '  context: >-', '    '],
    ['a key with a value stays at its level', '  company: Harbor Foods', '  '],
    ['an item’s first key leads to its other keys', '  - name: Elena Duarte', '    '],
    ['an item’s quoted value too', '  - name: "Elena: Duarte"', '    '],
    ['a list in flow style after an item’s key too', '  - attendees: [Elena Duarte, Jane Smith]', '    '],
    ['an item that begins with an open key leads below that key', '  - baseline:', '      '],
    ['an item of words leads to the next item', '  - Faster month end', '  - '],
    ['an item in quotes too', '  - "Say: yes"', '  - '],
    ['an item with a time in it too', '  - Call at 10:30', '  - '],
    ['an item with a link in it too', '  - https://harborfoods.example/plan', '  - '],
    ['an item with a number sign in it too', '  - Ticket#12', '  - '],
    ['an empty item leads nowhere', '  - ', '  '],
    ['a comment is not repeated', '  # the sponsor left', '  '],
    ['a comment with a colon opens nothing', '  # note:', '  '],
    ['an item with a comment behind it is left alone', '  - Faster month end # agreed', '  '],
    ['a document mark is not an item', '---', ''],
  ])('%s', (_, line, expected) => {
    expect(afterEnter(line)).toBe(expected);
  });
});

describe('Enter, with what the server adds while somebody types', () => {
  it.each([
    ['outcomes:', '  - '],
    ['customer:', '  '],
    ['qbr:\n  agenda:', '    - '],
    ['outcomes:\n  - milestones:', '      - '],
    ['outcomes:\n  - id: O1', '    '],
    ['outcomes:\n  - id: O1\n    acceptance:\n      - Signed by Dana', '      - '],
    ['plan:\n  title: |', '    '],
    ['plan:\n  owner: Priya Shah', '  '],
  ])('behind %j stands %j', (above, expected) => {
    const text = `${above}\n${afterEnter(above.slice(above.lastIndexOf('\n') + 1))}`;
    const edits = whileTyping(text, text.length, '\n', 2);
    expect(applyEdits(text, edits).slice(above.length + 1)).toBe(expected);
    // What was put in order stays so.
    const ordered = applyEdits(text, edits);
    expect(whileTyping(ordered, ordered.length, '\n', 2)).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    ['owner: Mike Torres', ['owner', 'Mike', 'Torres']],
    ['- name: "Zoë O’Brien-Łuk"', ['name', 'Zoë', 'O’Brien-Łuk']],
    ['target_date: 2026-02-10', ['target_date', '2026-02-10']],
    ['goal: 1,250 of 2.5 (80%)', ['goal', '1,250', 'of', '2.5', '80']],
    ['attendees: [Elena,Jane]', ['attendees', 'Elena', 'Jane']],
    ['email: elena@harborfoods.example', ['email', 'elena@harborfoods.example']],
    ['x-crm-id: a_b', ['x-crm-id', 'a_b']],
  ])('%s', (line, expected) => {
    const { pattern, flags } = configuration.wordPattern;
    expect(line.match(new RegExp(pattern, `${flags}g`))).toEqual(expected);
  });
});

describe('reindenting', () => {
  it.each([
    ['customer:', true],
    ['  - baseline:  # as measured', true],
    ['  context: |', true],
    ['  company: Harbor Foods', false],
    ['# note:', false],
    ['  - Faster month end', false],
  ])('“%s” opens a level: %s', (line, opens) => {
    expect(new RegExp(configuration.indentationRules.increaseIndentPattern).test(line)).toBe(opens);
  });
});
