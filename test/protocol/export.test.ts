import { expect, it } from 'vitest';
import { isExportAnswer } from '../../protocol/export.ts';

const FILE = { type: 'file', fileName: 'acme.html', content: '', leftOut: { gone: ['One comment'], stays: [] } };

it('takes a file with what is left out of it, or a reason', () => {
  expect(isExportAnswer(FILE)).toBe(true);
  expect(isExportAnswer({ type: 'refused', reason: 'There is no success plan in it.' })).toBe(true);
});

it.each([
  null,
  { ...FILE, fileName: '../acme.html' },
  { ...FILE, content: 1 },
  { ...FILE, leftOut: ['One comment'] },
  { ...FILE, leftOut: { gone: ['One comment'] } },
  { ...FILE, leftOut: { gone: [1], stays: [] } },
  { type: 'refused' },
])('believes no answer of another shape: %j', answer => {
  expect(isExportAnswer(answer)).toBe(false);
});
