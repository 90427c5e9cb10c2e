import { isTorn } from '../../syntax/tree.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'yaml-syntax',
  severity: 'error',
  summary: 'YAML that cannot be read',
  why: `A plan that cannot be read shows nothing to anybody: no attainment, no late milestone, no review. All places that
cannot be read are named in one go, so that one pass repairs them.`,
  looksAt: ['problem'],
  reads: [],
  examples: [
    {
      bad: `customer:
  company: "Northwind Traders
  industry: Logistics
`,
      good: `customer:
  company: "Northwind Traders"
  industry: Logistics
`,
    },
  ],
  check({ problem, part }, { report }) {
    if (!isTorn(problem) || problem.follows) return;
    report({ at: { part, start: problem.start, end: problem.end }, message: problem.message });
  },
});
