import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { rulesOf } from '../../client/rule-list.ts';
import { ALL_RULES } from '../../plan/generated/rules.ts';

const manifest: unknown = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'));

it('finds every rule with its level and its summary in package.json', () => {
  const rules = ALL_RULES.map(({ id, severity, summary }) => ({ id, level: severity, summary }));
  expect(rulesOf(manifest)).toEqual(rules);
});

it.each([undefined, null, 3, {}, { contributes: { configuration: [] } }])('finds none in %j', x => {
  expect(rulesOf(x)).toEqual([]);
});
