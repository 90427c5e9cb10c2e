import { expect, it } from 'vitest';
import { isPlaceholder } from '../../../../plan/rules/text/placeholder.ts';

it.each([
  '',
  ' ',
  'TBD',
  'tba',
  'TBC.',
  '[TBD]',
  '(to be confirmed)',
  '?',
  '???',
  '-',
  '—',
  'n/a',
  'N.A.',
  'none',
  'None identified so far.',
  'Unknown',
  'to be  assigned',
  'no one',
  '<tbd>',
  '…',
])('“%s” stands for nobody yet', text => {
  expect(isPlaceholder(text)).toBe(true);
});

it.each(['Mike Torres', 'CSM', 'Nadia', 'Nona Eunice', 'Xu', 'Customer', '2026-02-01', 'N. A. Okafor', 'Tbilisi team'])(
  '“%s” stands for somebody',
  text => {
    expect(isPlaceholder(text)).toBe(false);
  },
);
