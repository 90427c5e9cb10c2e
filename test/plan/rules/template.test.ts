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
