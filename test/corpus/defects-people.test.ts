import { describe, it } from 'vitest';
import { PEOPLE_DEFECTS } from './defects-people.ts';
import { expectFound } from './found.ts';

describe.each(PEOPLE_DEFECTS.map(defect => [`${defect.rule}: ${defect.what}`, defect] as const))('%s', (_, defect) => {
  it.each(defect.into)('in %s, in every layout', name => expectFound(defect, name));
});
