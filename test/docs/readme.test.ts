import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import { cli } from '../support/cli.ts';

const README = readFileSync('README.md', 'utf8');

it('shows what the command line prints', async () => {
  const [, args = '', shown = ''] = /^\$ success-plan (.*)\n([\s\S]*?)^```/m.exec(README) ?? [];
  const printed = (await cli(process.cwd(), args.split(' '))).out.split('\n');
  const lines = shown.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) if (line !== '…') expect(printed).toContain(line);
});

it('counts the rules', () => {
  expect(README).toContain(`\n${ALL_RULES.length} rules read what a plan says`);
});
