import { expect, it } from 'vitest';
import { configLinks, linksIn } from '../../../plan/authoring/links/links.ts';
import { readPlanFile } from '../../../plan/check.ts';
import { parse } from '../../../plan/syntax/parse.ts';

const told = (text: string) =>
  linksIn(readPlanFile(text)).map(({ start, end, to, target }) => [to, text.slice(start, end), target]);

it('finds addresses in values of all styles, and the rules of comments', () => {
  expect(
    told(
      'plan:\n  title: "See (http://a.example/x), or \\"https://b.example\\""\n  x-t: >-\n    on\n    HTTPS://c.example/?q=1&r=[2].\n',
    ),
  ).toEqual([
    ['web', 'http://a.example/x', 'http://a.example/x'],
    ['web', 'https://b.example', 'https://b.example'],
    ['web', 'HTTPS://c.example/?q=1&r=[2]', 'HTTPS://c.example/?q=1&r=[2]'],
  ]);
  expect(told('# success-plan-ignore-file risks-missing, x: y\nplan:\n')).toEqual([
    ['rule', 'risks-missing', 'risks-missing'],
    ['rule', 'x', 'x'],
  ]);
});

it('leaves out brackets that are closed twice, however many', () => {
  expect(told(`plan:\n  title: "(http://a.example/(x)[1])]${')'.repeat(90_000)}"\n`)).toEqual([
    ['web', 'http://a.example/(x)[1]', 'http://a.example/(x)[1]'],
  ]);
});

it('knows no other schemes', () => {
  expect(
    told(
      'plan:\n  title: file:///etc/passwd javascript:alert(1) command:x vscode://x xhttps://a ftp://b mailto:a@b.example\n',
    ),
  ).toEqual([]);
  expect(told('qbr:\n  plan: /etc/passwd\n')).toEqual([]);
  expect(told('qbr:\n  plan: file:///etc/passwd\n')).toEqual([]);
});

it('finds the plan of an agenda, and what a configuration extends', () => {
  expect(told("qbr:\n  plan: 'a.success-plan.yaml'\n")).toEqual([
    ['file', 'a.success-plan.yaml', 'a.success-plan.yaml'],
  ]);
  const text = 'extends:\n  - recommended\n  - "./team.yaml"\nrules: {}\n';
  expect(configLinks(parse(text)).map(({ start, end }) => text.slice(start, end))).toEqual(['./team.yaml']);
  expect(configLinks(parse('extends: ../x.yml')).length).toBe(1);
  expect(configLinks(parse(''))).toEqual([]);
});
