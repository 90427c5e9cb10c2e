import { expect, it } from 'vitest';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import { OUTCOME_DEFECTS } from './defects-outcomes.ts';
import { PEOPLE_DEFECTS } from './defects-people.ts';
import { PLAN_DEFECTS } from './defects-plan.ts';
import { expectFound } from './found.ts';
import { SLIPS } from './slips.ts';

/** One defect a rule, in one layout: what takes little time. `npm run corpus` puts all of them into every plan and layout. */
const all = [...PLAN_DEFECTS, ...PEOPLE_DEFECTS, ...OUTCOME_DEFECTS];
const firsts = all.filter((defect, at) => all.findIndex(({ rule }) => rule === defect.rule) === at);

it.each(firsts.map(defect => [defect.rule, defect] as const))('%s', (_, defect) => {
  const [name] = defect.into;
  if (name === undefined) throw new Error('put into no plan');
  expectFound(defect, name, layout => layout === 'BOM and CRLF');
});

it('leaves no rule out', () => {
  const put = new Set([...all, ...SLIPS].map(({ rule }) => rule));
  expect(ALL_RULES.map(({ id }) => id).filter(id => !put.has(id))).toEqual([]);
});
