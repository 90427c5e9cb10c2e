import { existsSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/** `npm run new-rule -- my-rule-id`: the file of a rule and its test, ready to be filled in. */
const id = process.argv[2] ?? '';
const root = path.resolve(import.meta.dirname, '..');
const rule = path.join(root, 'plan/rules/catalogue', `${id}.ts`);
const test = path.join(root, 'test/plan/rules', `${id}.test.ts`);

if (!/^[a-z]+(-[a-z]+)*$/.test(id))
  fail('Give the rule’s id, small letters with dashes: npm run new-rule -- outcome-without-milestones');
if (existsSync(rule) || existsSync(test)) fail(`${id} exists already.`);

writeFileSync(
  rule,
  `import { defineRule } from '../rule.ts';

export default defineRule({
  id: '${id}',
  severity: 'warning',
  summary: 'What it finds, in one line',
  why: \`Why it matters to the customer or the renewal.\`,
  looksAt: ['outcome'],
  reads: [],
  examples: [{ bad: 'outcomes:\\n  - id: O1\\n', good: 'outcomes:\\n  - id: O1\\n' }],
  check(outcome, { report }) {
    if (outcome.label === '') report({ at: outcome, message: 'What is wrong here, with names and days; what to do.' });
  },
});
`,
);
writeFileSync(
  test,
  `import { expect, it } from 'vitest';
import { wholePlan } from '../../support/examples.ts';
import { markedBy } from '../../support/repairs.ts';

it('marks the place and says what to do', () => {
  const plan = wholePlan(\`outcomes: []
\`);
  expect(markedBy('${id}', plan)).toContain('what to do');
});
`,
);
console.log(
  `Written: ${path.relative(root, rule)} and ${path.relative(root, test)}. Then: npm run generate, npm run unit.`,
);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
