import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { readPlanFile } from '../../plan/check.ts';

const EXAMPLES = [...globSync('examples/*.yaml'), 'test/fixtures/template.success-plan.yaml'];

/** Typing is reading prefixes: every one of every example gives a model. A minute of reading, so apart from the unit tests. */
it.each(EXAMPLES)('%s reads up to any character', { timeout: 900_000 }, file => {
  const text = readFileSync(file, 'utf8');
  for (let end = 0; end <= text.length; end++)
    expect(readPlanFile(text.slice(0, end)).documents.length).toBeGreaterThan(0);
});

it.each(EXAMPLES)('%s reads without any one line', { timeout: 60_000 }, file => {
  const lines = readFileSync(file, 'utf8').split('\n');
  for (let skip = 0; skip < lines.length; skip++) {
    expect(readPlanFile(lines.toSpliced(skip, 1).join('\n')).documents.length).toBeGreaterThan(0);
  }
});
