import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'renewal-not-linked';
const template = readFileSync(new URL('../../fixtures/template.success-plan.yaml', import.meta.url), 'utf8');

/** The sound plan with nothing that ties an outcome to the renewal, which is 94 days away. */
const unlinked = (more = '', without: readonly string[] = ['renewal'], renewal = '"2026-05-15"') =>
  overlaid(`customer:\n  contract:\n    start_date: "2025-05-16"\n    renewal_date: ${renewal}\n${more}`, [
    ...without,
    'outcomes.O1.renewal_evidence',
  ]);
const found = (date: string, when: string, severity = 'warning') =>
  `    renewal_date: ${date}\n                  ${'^'.repeat(date.length)} ${rule} (${severity}): The contract renews ${when}, and none of the outcomes says what it will show for it. Write down what the customer will see by then that speaks for going on.`;
const NEAR = found('"2026-05-15"', 'on 15 May 2026, in 94 days');
const O1 = (fields: string) => `outcomes:\n  - id: O1\n${fields}`;
const renewal = (fields: string) => `renewal:\n  owner: Priya Shah\n${fields}`;

describe(rule, () => {
  it.each([
    ['no renewal section and no evidence', unlinked(), NEAR],
    ['a renewal section without evidence', unlinked(renewal('  strategy: Call them in April\n')), NEAR],
    ['empty evidence', unlinked(renewal('  evidence: []\n')), NEAR],
    ['evidence that names no outcome', unlinked(renewal('  evidence:\n    - statement: Logins are up\n')), NEAR],
    ['a placeholder', unlinked(O1('    renewal_evidence: TBD\n')), NEAR],
    ['on the day itself', unlinked('', ['renewal'], '2026-02-10'), found('2026-02-10', 'today')],
    ['120 days before', unlinked('', ['renewal'], '2026-06-10'), found('2026-06-10', 'on 10 Jun 2026, in 120 days')],
    [
      'earlier it is pointed out',
      unlinked('', ['renewal'], '2026-06-11'),
      found('2026-06-11', 'on 11 Jun 2026, in 121 days', 'info'),
    ],
    [
      '240 days before',
      unlinked('', ['renewal'], '2026-10-08'),
      found('2026-10-08', 'on 8 Oct 2026, in 240 days', 'info'),
    ],
    ['a year before', unlinked('', ['renewal'], '2026-10-09'), ''],
    ['a list in place of the renewal section', unlinked('renewal: [Show O1]\n'), ''],
    [
      'a strategy that at least names an outcome',
      unlinked(renewal('  strategy: Show O1 to the new CFO in May\n')),
      found('"2026-05-15"', 'on 15 May 2026, in 94 days', 'info'),
    ],
    [
      'a goal card',
      unlinked('plan:\n  format: goal_card\n'),
      found('"2026-05-15"', 'on 15 May 2026, in 94 days', 'info'),
    ],
    ['the template of the seed', template, found('"2026-08-01"', 'on 1 Aug 2026, in 172 days', 'info')],
    [
      'one outcome that says what it will show',
      unlinked(O1('    renewal_evidence: Entry times, depot by depot\n')),
      '',
    ],
    ['evidence of an outcome', unlinked(renewal('  evidence: [{ outcome: O2, statement: Returns report }]\n')), ''],
    [
      'evidence that names one in its words',
      unlinked(renewal('  evidence:\n    - statement: "o1: from 12 to 4 minutes"\n')),
      '',
    ],
    ['evidence of an outcome that is not there', unlinked(renewal('  evidence: [{ outcome: O9 }]\n')), ''],
    ['evidence that is no list', unlinked(renewal('  evidence: Returns report\n')), ''],
    ['a list where a sentence should be', unlinked(O1('    renewal_evidence: [Entry times, Depots]\n')), ''],
    ['a renewal that is over', unlinked('', ['renewal'], '2026-02-09'), ''],
    ['a renewal that cannot be read', unlinked('', ['renewal'], 'May 2026'), ''],
    ['before the sale', unlinked('plan:\n  stage: pre_sale\n'), ''],
    ['a completed plan', unlinked('plan:\n  status: completed\n'), ''],
    ['a draft', unlinked('plan:\n  status: draft\n'), ''],
    ['no outcomes', unlinked('outcomes: []\n'), ''],
    [
      'outcomes that are put off or missed',
      unlinked('').replaceAll('status: in_progress\n    milestones', 'status: deferred\n    milestones'),
      '',
    ],
    ['a file that cannot be read whole', unlinked('risks:\n  - id: R1\n    description: "The data team\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('leaves an achieved outcome to the rule that names it, until the renewal is near', () => {
    const achieved = (date: string) =>
      unlinked(
        `${O1('    status: achieved\n    measurements: [{ date: 2026-01-20, value: 4 minutes }]\n')}renewal:\n  owner: Priya Shah\n`,
        ['renewal'],
        date,
      );
    expect(markedBy(rule, achieved('2026-07-15'))).toBe('');
    expect(markedBy('renewal-evidence-missing', achieved('2026-07-15'))).not.toBe('');
    expect(markedBy(rule, achieved('2026-05-15'))).not.toBe('');
  });

  it('knows the days that a team has set', () => {
    const settings = new Map([[rule, { options: { days: 60 } }]]);
    const severity = findingsOf(unlinked(), undefined, settings).find(finding => finding.rule === rule)?.severity;
    expect(severity).toBe('info');
  });

  it('offers what the plan knows of its outcomes', () => {
    expect(titles(rule, unlinked())).toEqual([
      'Let O1 speak for the renewal: “Order entry time from 12 minutes on 3 Nov 2025 to 9 minutes on 20 Jan 2026”',
      'Let O3 speak for the renewal: “Median answer time from 6 hours on 3 Nov 2025 to 4 hours on 20 Jan 2026”',
      'Let O2 speak for the renewal: “Share of wrong deliveries from 10% on 3 Nov 2025 to 8% on 20 Jan 2026”',
    ]);
    const wish =
      'plan:\n  status: active\ncustomer:\n  contract: { renewal_date: 2026-05-15 }\noutcomes:\n  - id: O1\n    description: Happier clerks\n';
    expect(markedBy(rule, wish)).toContain('and O1 does not say what it will show');
    expect(titles(rule, wish)).toEqual([]);
  });

  it.each([
    [
      'the template, in its quotes',
      template,
      '    renewal_evidence: "Report generation time measured against 4 hours per report on 15 Aug 2025"',
    ],
    [
      'an empty key',
      unlinked(O1('    renewal_evidence:   # ask Dana\n')),
      '    renewal_evidence: Order entry time from 12 minutes on 3 Nov 2025 to 9 minutes on 20 Jan 2026   # ask Dana',
    ],
    [
      'a placeholder in quotes',
      unlinked(O1('    renewal_evidence: "TBD"\n')),
      '    renewal_evidence: Order entry time from 12 minutes on 3 Nov 2025 to 9 minutes on 20 Jan 2026',
    ],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('repairs flow style', () => {
    const text =
      'plan: { status: active, created: 2025-05-20, owner: Priya Shah }\ncustomer: { company: Northwind Traders, contract: { renewal_date: 2026-05-15 } }\noutcomes:\n  - { id: O1, description: Cut order entry from 12 to 4 minutes, status: in_progress, baseline: { metric: "Entry time, mail orders", current: 12 minutes } }\n';
    expect(repaired(rule, text)).toContain(
      'status: in_progress, renewal_evidence: "Entry time, mail orders measured against 12 minutes", baseline',
    );
  });
});
