import { expect, it } from 'vitest';
import { daysIn } from '../../server/spoken-days.ts';

it('says days in another language, with and without the year', () => {
  const german = daysIn('de');
  expect(['15 Jan 2026', '1 Mar 2026', '31 May', '29 Feb'].map(german)).toEqual([
    '15. Jan. 2026',
    '1. März 2026',
    '31. Mai',
    '29. Feb.',
  ]);
});

it('leaves all else as it is', () => {
  const german = daysIn('de');
  const others = [
    'Rollout of 15 Jan 2026',
    '15 Jam 2026',
    '2026-01-15',
    '',
    'May',
    '30 Feb 2026',
    '31 Jun',
    '1 Jan 0050',
    15,
  ];
  expect(others.map(german)).toEqual(others);
});

it.each(['', 'no language', 'qps-ploc'])('leaves days in English where %j is no language', language => {
  expect(daysIn(language)('15 Jan 2026')).toBe('15 Jan 2026');
});
