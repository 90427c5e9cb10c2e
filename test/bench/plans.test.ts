import { describe, expect, it } from 'vitest';
import { makePlan, PLAN_TODAY, SIZES } from '../../bench/plans.ts';
import { Checker, readPlanFile } from '../../plan/check.ts';
import { partsOf } from '../../plan/syntax/tree.ts';

describe('made plans', () => {
  it('are the same for the same seed and others for another', () => {
    expect(makePlan(7, 300)).toBe(makePlan(7, 300));
    expect(makePlan(8, 300)).not.toBe(makePlan(7, 300));
  });

  it.each([SIZES.typical, SIZES.large])('are as long as asked for: %d lines', lines => {
    const made = makePlan(1, lines).split('\n').length - 1;
    expect(Math.abs(made - lines)).toBeLessThan(45);
  });

  it.each([1, 2])('read without a problem and are nearly sound (seed %d)', seed => {
    for (const lines of [SIZES.typical, SIZES.large]) {
      const file = readPlanFile(makePlan(seed, lines));
      expect(file.documents).toHaveLength(1);
      for (const { model } of file.documents) {
        expect(model.syntax.broken).toBe(false);
        expect([...model.syntax.problems, ...[...partsOf(model.syntax)].flatMap(part => part.problems)]).toEqual([]);
      }
      const { findings, failures } = new Checker().check(file, PLAN_TODAY);
      expect(failures).toEqual([]);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(findings.filter(({ severity }) => severity === 'warning').length).toBeLessThan(lines / 50);
    }
  });
});
