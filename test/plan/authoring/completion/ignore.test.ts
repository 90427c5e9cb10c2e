import { expect, it } from 'vitest';
import { accepted, labels, sound } from './support.ts';

it('offers rules in comments that silence them, and the word for it', () => {
  const line = (comment: string) => sound('  segment: enterprise\n', `  segment: enterprise ${comment}\n`);
  expect(labels(line('# <|>'))).toEqual(['success-plan-ignore', 'success-plan-ignore-file']);
  expect(accepted(line('# succ<|>'), 'success-plan-ignore')).toContain('enterprise # success-plan-ignore \n');
  expect(labels(line('# success-plan-ignore <|>'))).toContain('milestone-overdue');
  expect(labels(line('# success-plan-ignore <|>'))).not.toContain('yaml-syntax');
  expect(accepted(line('# success-plan-ignore risks-missing, mile<|>stone: why'), 'milestone-overdue')).toContain(
    '# success-plan-ignore risks-missing, milestone-overdue: why\n',
  );
  expect(labels(line('# success-plan-ignore-file risks-missing, <|>'))).not.toContain('risks-missing');
  expect(labels(line('# success-plan-ignore risks-missing: so <|>'))).toEqual([]);
  expect(labels(line('# so<|>'))).toEqual([]);
});
