import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { readPlanFile } from '../../plan/check.ts';

/** Typing is reading prefixes: every one of every example gives a model. Minutes of reading, so apart from the unit tests. */
it.each(globSync('examples/*.yaml'))('%s reads up to any character', { timeout: 300_000 }, file => {
  const text = readFileSync(file, 'utf8');
  for (let end = 0; end <= text.length; end++)
    expect(readPlanFile(text.slice(0, end)).documents.length).toBeGreaterThan(0);
});
