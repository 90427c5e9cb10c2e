import { describe, expect, it } from 'vitest';
import { MARKDOWN, PLAIN } from '../../../../plan/authoring/hover/pen.ts';

describe('what a plan says never becomes markup', () => {
  it.each([
    ['[Open me](command:workbench.action.quit)', '\\[Open me\\](command:workbench.action.quit)'],
    ['`rm -rf` now', '\\`rm -rf\\` now'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['**Late** and _slow_, in_progress', '\\*\\*Late\\*\\* and \\_slow\\_, in_progress'],
    ['R&D &amp; &#91;x', 'R&D \\&amp; \\&#91;x'],
    ['https://plans.example or www.plans.example', 'https\\://plans.example or www\\.plans.example'],
    ['dana@northwind.example', 'dana\\@northwind.example'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
    ['# title', '\\# title'],
    ['two\n\nlines', 'two lines'],
    ['back\\slash', 'back\\\\slash'],
    ['$(alert) costs $5', '\\$(alert) costs $5'],
  ])('%s', (words, written) => {
    expect(MARKDOWN.text(words)).toBe(written);
    expect(PLAIN.text(words)).toBe(words.replaceAll(/\s+/g, ' '));
  });
});

it('writes addresses that end where they end', () => {
  expect(MARKDOWN.link('O1', 'file:///plans/a (b).yaml#L3,5')).toBe('[O1](file:///plans/a%20%28b%29.yaml#L3,5)');
  expect(MARKDOWN.link('O1', undefined)).toBe('O1');
  expect(PLAIN.link('O1', 'file:///plans/a.yaml#L3,5')).toBe('O1');
});

it('leaves no marks in bare text', () => {
  expect(PLAIN.ours('**Plan** — *Good:* `2.0` after in_progress, see [the page](file:///x)')).toBe(
    'Plan — Good: 2.0 after in_progress, see the page',
  );
});
