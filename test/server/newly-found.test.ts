import { expect, it } from 'vitest';
import type { Finding } from '../../plan/finding.ts';
import { newlyFound } from '../../server/newly-found.ts';

function finding(
  rule: string,
  start: number,
  severity: Finding['severity'] = 'warning',
  related: number[] = [],
): Finding {
  return {
    rule,
    severity,
    start,
    end: start + 1,
    message: `${rule} at ${start}`,
    related: related.map(at => ({ start: at, end: at + 1, message: '' })),
    fixes: () => [],
  };
}

it('what was found before an edit is known at the place where it stands then, whatever it says', () => {
  const edits = [
    { start: 10, end: 20, newText: '2026-04-15' },
    { start: 30, end: 30, newText: 'more' },
  ];
  const before = [finding('late', 10), finding('order', 40, 'warning', [50]), finding('late', 60)];
  const after = [finding('late', 10), finding('order', 44, 'warning', [54]), finding('late', 64)];
  expect(newlyFound(before, after, edits)).toEqual([]);
});

it('another rule, another place, another related place or a second finding there is new, the worst first', () => {
  const before = [finding('late', 10), finding('order', 40, 'warning', [50])];
  const after = [
    finding('late', 10),
    finding('late', 10, 'hint'),
    finding('order', 40, 'warning', [70]),
    finding('gap', 10, 'error'),
    finding('late', 11, 'info'),
  ];
  const found = newlyFound(before, after, []);
  expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
    'gap error',
    'order warning',
    'late info',
    'late hint',
  ]);
});
