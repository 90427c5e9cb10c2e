import { expect, it } from 'vitest';
import { Documents } from '../../server/documents.ts';

const URI = 'file:///acme.success-plan.yaml';
const PLAN = 'plan:\n  status: active\ncustomer:\n  company: Acme\n';

it('a plan that was read keeps the text of its version, whatever is typed afterwards', async () => {
  const documents = new Documents();
  documents.open(URI, 'success-plan', 1, PLAN);
  const first = await documents.read(URI);
  expect(first?.text).toBe(documents.text(URI));
  const start = { line: 0, character: 0 };
  documents.change(URI, [{ range: { start, end: start }, text: '# Acme\n' }], 2);
  expect([first?.version, first?.text.version, first?.text.getText(), first?.file.text]).toEqual([1, 1, PLAN, PLAN]);
  expect(first?.text.positionAt(PLAN.indexOf('customer'))).toEqual({ line: 2, character: 0 });
  const second = await documents.read(URI);
  expect([second?.text.version, second?.text.getText(), second?.file.text]).toEqual([
    2,
    `# Acme\n${PLAN}`,
    `# Acme\n${PLAN}`,
  ]);
  expect(second?.text).toBe(documents.text(URI));
});
