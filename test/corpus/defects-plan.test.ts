import { describe, it } from 'vitest';
import { PLAN_DEFECTS } from './defects-plan.ts';
import { expectFound } from './found.ts';

describe.each(PLAN_DEFECTS.map(defect => [`${defect.rule}: ${defect.what}`, defect] as const))('%s', (_, defect) => {
  it.each(defect.into)('in %s, in every layout', name => expectFound(defect, name));
});
