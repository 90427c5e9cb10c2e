import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findingsOf, marked } from '../../support/findings.ts';
import { fixedBy, told } from '../../support/told.ts';

const template = readFileSync(new URL('../../fixtures/template.success-plan.yaml', import.meta.url), 'utf8');

it('has one late milestone in the template, which its own log moved', () => {
  const loud = findingsOf(template, '2026-02-10').filter(
    finding => finding.severity === 'error' || finding.severity === 'warning',
  );
  expect(marked(template, loud)).toBe(`        target_date: "2026-01-15"
                     ^^^^^^^^^^^^ milestone-overdue (warning): Milestone “Automated scheduling enabled” of O1 is 26 days late: it was due on 15 Jan 2026 and is blocked. Owner: Mike Torres. Agree on a new date, or mark it complete.
        target_date: "2026-01-15"
                     ^^^^^^^^^^^^ plan-change-not-applied (warning): The review of 1 Feb 2026 moved “Automated scheduling enabled” from 15 Jan to 1 Mar, but the plan still says 15 Jan. Move it, or correct the log.`);
});

it('offers both days that the review names, and either repairs it', () => {
  expect(told(template, '2026-02-10').filter(line => line.includes('not-applied'))).toEqual([
    'warning plan-change-not-applied at "2026-01-15" » Move to 1 Mar 2026, as the log says » Move to 1 Apr 2026, as was decided',
  ]);
  const fixed = fixedBy('Move to 1 Mar 2026, as the log says', template, '2026-02-10');
  expect(fixed).toBe(template.replace('target_date: "2026-01-15"', 'target_date: "2026-03-01"'));
  expect(told(fixed, '2026-02-10').filter(line => /^(?:error|warning)/.test(line))).toEqual([]);
});

/** Everything that is said of the template, each at the level that it was decided to deserve, and why. */
const DECIDED: readonly (readonly [line: number, finding: string, why: string])[] = [
  [4, 'plan-date-order (info)', 'created on the day of its second review: most likely a new copy of an older plan'],
  [10, 'customer-contrast-missing (info)', 'it works without the reason why, and is better with it'],
  [15, 'renewal-not-linked (info)', 'still 172 days to the renewal; a warning from 120 days on'],
  [21, 'executive-sponsor-silent (hint)', 'the sponsor takes part; only her own priorities are not written down'],
  [41, 'outcomes-too-few (info)', 'two good outcomes are a plan, if a narrow one'],
  [42, 'outcome-unmeasured (info)', 'nothing was measured since August'],
  [68, 'milestone-overdue (warning)', 'late, and the customer waits'],
  [68, 'plan-change-not-applied (warning)', 'the log and the plan name two days'],
  [80, 'outcome-unmeasured (info)', 'the review says 64%, the measurements do not'],
  [81, 'outcome-vendor-centric (hint)', 'adoption with a business value: the “so that” is missing, the answer is not'],
  [112, 'risk-severe-without-contingency (info)', 'high and medium make 6, and there is a mitigation'],
];

it('has this much to say of the template, and nothing else', () => {
  const lines = findingsOf(template, '2026-02-10').map(({ start, rule, severity }) => [
    template.slice(0, start).split('\n').length,
    `${rule} (${severity})`,
  ]);
  expect(lines).toEqual(DECIDED.map(([line, finding]) => [line, finding]));
});

it('offers to record the figure that the review names itself', () => {
  expect(
    told(template, '2026-02-10')
      .filter(line => line.includes('outcome-unmeasured at O2'))
      .join(),
  ).toContain('Record 64%, as the review of 1 Feb 2026 says');
});
