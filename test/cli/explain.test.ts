import { expect, it } from 'vitest';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import { cli, folderWith } from '../support/cli.ts';

it('lists every rule with its level and what it finds', async () => {
  const { code, out } = await cli(folderWith({}), ['explain']);
  expect(code).toBe(0);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map(line => line.split(/ {2,}/)),
  ).toEqual(ALL_RULES.map(rule => [rule.id, rule.severity, rule.summary]));
});

it.each(ALL_RULES.map(rule => rule.id))('shows the page of %s in plain text', async id => {
  const { code, out, err } = await cli(folderWith({}), ['explain', id]);
  expect([code, err]).toEqual([0, '']);
  expect(out.startsWith(`${id}\n\n`)).toBe(true);
  for (const part of ['Why it matters', 'Found here', 'Nothing is found here', 'Setting it'])
    expect(out).toContain(part);
  expect(out).not.toMatch(/```|\*\*|<!--/);
});

it('colours headings on a terminal', async () => {
  expect(
    (await cli(folderWith({}), ['explain', 'duplicate-key'], { colour: true })).out.startsWith(
      '\u001b[1mduplicate-key\u001b[22m\n',
    ),
  ).toBe(true);
});
