import { describe, expect, it } from 'vitest';
import { readDuration } from '../../../plan/quantity/index.ts';

describe('readDuration', () => {
  it.each([
    ['60 minutes', 60],
    ['20 min', 20],
    ['1h 30m', 90],
    ['1:30', 90],
    ['1.5 hours', 90],
    ['half an hour', 30],
    ['about 45 min', 45],
    ['90', 90],
    [45, 45],
    ['0 min', 0],
    ['90 seconds', 1.5],
  ])('%s is %d minutes', (written, minutes) => {
    expect(readDuration(written)).toBe(minutes);
  });

  it.each([
    'TBD',
    '',
    null,
    undefined,
    'an agenda point',
    '50%',
    '$20',
    '3 topics',
    '-20 min',
    '+20 min',
    '20-30 min',
    'at least 20 min',
    'x2',
    -5,
  ])('%s plans no length', written => {
    expect(readDuration(written)).toBeUndefined();
  });
});
