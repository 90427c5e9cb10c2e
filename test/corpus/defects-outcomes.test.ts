import { describe, it } from 'vitest';
import { OUTCOME_DEFECTS } from './defects-outcomes.ts';
import { expectFound } from './found.ts';

describe.each(OUTCOME_DEFECTS.map(defect => [`${defect.rule}: ${defect.what}`, defect] as const))('%s', (_, defect) => {
  it.each(defect.into)('in %s, in every layout', name => expectFound(defect, name));
});
