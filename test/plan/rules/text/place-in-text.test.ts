import { expect, it } from 'vitest';
import { readPlanFile } from '../../../../plan/check.ts';
import { placeInText } from '../../../../plan/rules/text/place-in-text.ts';
import { absolute } from '../../../../plan/syntax/tree.ts';

/** What is marked for `O7` in the decision of a review that is written like this. */
function marked(written: string): string {
  const text = `plan:\n  version: 1\nreview_history:\n  - date: 2026-01-20\n    decisions:\n      - ${written}\n`;
  const [model] = readPlanFile(text).documents.map(read => read.model);
  const field = model?.kind === 'plan' ? model.review_history.items[0]?.decisions.items[0] : undefined;
  if (!field || !model) throw new Error('no decision');
  const at = field.node.text.indexOf('O7');
  const { start, end } = absolute(model.syntax, placeInText(field, at, at + 2));
  return text.slice(start, end);
}

it.each([
  ['plain', 'Look at O7 again', 'O7'],
  ['in double quotes', '"Look at O7 again"', 'O7'],
  ['in single quotes', "'Look at O7 again'", 'O7'],
  ['with an escape', '"Look at \\"the\\" O7"', '"Look at \\"the\\" O7"'],
  ['on two lines', 'Look at\n        O7 again', 'Look at\n        O7 again'],
])('marks what is %s', (_, written, expected) => {
  expect(marked(written)).toBe(expected);
});
