import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'renewal-evidence-missing';

/** O2 of the sound plan, achieved; the renewal section cites O1 only. */
const achieved = (outcome = '', sections = '') =>
  overlaid(
    `${sections}outcomes:\n  - id: O2\n    status: achieved\n    measurements: [{ date: 2026-01-20, value: 2.9% }]\n${outcome}`,
  );
const renewal = (evidence: string) => `renewal:\n  owner: Priya Shah\n${evidence}`;
const RESULT = 'Share of wrong deliveries from 10% on 3 Nov 2025 to 2.9% on 20 Jan 2026';
const FOUND = `  - id: O2\n        ^^ ${rule} (info): Outcome O2 is achieved (${RESULT}), but the renewal section does not cite it. Add it to the evidence while everybody remembers.`;

describe(rule, () => {
  it.each([
    ['achieved and not cited', achieved(), FOUND],
    ['no evidence at all', achieved('', renewal('  evidence:\n')), FOUND],
    ['a placeholder of its own', achieved('    renewal_evidence: TBD\n'), FOUND],
    [
      'achieved by its measurements where no status is written',
      overlaid('outcomes:\n  - id: O2\n    measurements: [{ date: 2026-01-20, value: 2.9% }]\n', [
        'outcomes.O2.status',
      ]),
      FOUND,
    ],
    [
      'achieved by the plan’s word alone',
      overlaid('outcomes:\n  - id: O2\n    status: achieved\n', ['outcomes.O2.measurements']),
      FOUND.replace(RESULT, 'Share of wrong deliveries from 10% on 3 Nov 2025 to the goal of 3%'),
    ],
    ['cited', achieved('', renewal('  evidence: [{ outcome: O2, statement: Returns report }]\n')), ''],
    ['cited in words', achieved('', renewal('  evidence:\n    - statement: Returns report of August (O2)\n')), ''],
    ['evidence of its own', achieved('    renewal_evidence: Returns reports side by side\n'), ''],
    ['still in progress', overlaid('outcomes:\n  - id: O2\n    status: in_progress\n'), ''],
    ['marked achieved against its measurements', achieved().replace('value: 2.9%', 'value: 6%'), ''],
    ['reached, but its status says otherwise', achieved().replace('status: achieved', 'status: in_progress'), ''],
    ['no renewal section', achieved().replace(/renewal:[\s\S]*$/, ''), ''],
    ['an empty renewal section', achieved().replace(/renewal:[\s\S]*$/, 'renewal:\n'), ''],
    ['an outcome without an id', achieved().replace('id: O2', 'description: Wrong deliveries'), ''],
    ['evidence that is no list', achieved('', renewal('  evidence: Returns report\n')), ''],
    [
      'a renewal that is over',
      achieved('', 'customer:\n  contract: { start_date: 2025-02-01, renewal_date: 2026-02-01 }\n'),
      '',
    ],
    ['a completed plan', achieved('', 'plan:\n  status: completed\n'), ''],
    ['an archived plan', achieved('', 'plan:\n  status: archived\n'), ''],
    ['before the sale', achieved('', 'plan:\n  stage: pre_sale\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to the evidence', () => {
    const text = achieved();
    const related = findingsOf(text).find(finding => finding.rule === rule)?.related;
    expect(related?.map(one => text.slice(one.start, one.end))).toEqual(['evidence']);
  });

  it.each([
    ['in block style', achieved(), `    - outcome: O2\n      statement: ${RESULT}`],
    [
      'in the quotes of the others',
      achieved('', renewal('  evidence:\n    - outcome: "O1"\n      statement: "Entry times"   # by depot\n')),
      `    - outcome: "O2"\n      statement: "${RESULT}"`,
    ],
    [
      'behind entries in braces',
      achieved('', renewal('  evidence:\n    - { outcome: O1, statement: Entry times }\n')),
      `    - { outcome: O2, statement: ${RESULT} }`,
    ],
    [
      'into an empty key',
      achieved('', renewal('  evidence:   # to come\n')),
      `    - outcome: O2\n      statement: ${RESULT}`,
    ],
    [
      'into an empty list',
      achieved('', renewal('  evidence: []\n')),
      `  evidence: [{ outcome: O2, statement: ${RESULT} }]`,
    ],
  ])('repairs %s', (_, text, expected) => {
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('repairs a section without the key, in both styles', () => {
    const without = (section: string) => achieved().replace(/renewal:[\s\S]*$/, section);
    const block = without('renewal:\n  owner: Priya Shah\n  expansion: [Two depots]\n').replace(
      'renewal:\n',
      'renewal:   # talks in July\n',
    );
    expect(newLines(block, repaired(rule, block))).toBe(`  evidence:\n    - outcome: O2\n      statement: ${RESULT}`);
    const list = without('renewal: { evidence: [{ outcome: O1, statement: Entry times }], owner: Priya Shah }\n');
    expect(newLines(list, repaired(rule, list))).toBe(
      `renewal: { evidence: [{ outcome: O1, statement: Entry times }, { outcome: O2, statement: ${RESULT} }], owner: Priya Shah }`,
    );
    const flow = without('renewal: { owner: Priya Shah }\n');
    expect(newLines(flow, repaired(rule, flow))).toBe(
      `renewal: { owner: Priya Shah, evidence: [{ outcome: O2, statement: ${RESULT} }] }`,
    );
  });

  it('quotes the customer’s word where there is no figure, and offers nothing where there is neither', () => {
    const word = (fields: string) =>
      overlaid(
        `outcomes:\n  - id: O2\n    kind: qualitative\n    description: Drivers trust the addresses.\n    status: achieved\n${fields}`,
        ['outcomes.O2.baseline', 'outcomes.O2.target', 'outcomes.O2.measurements'],
      );
    expect(titles(rule, word('    acknowledged_by: Dana Ruiz\n    acknowledged_on: 2026-01-20\n'))).toEqual([
      'Cite O2 in the renewal: “Drivers trust the addresses (confirmed by Dana Ruiz on 20 Jan 2026)”',
    ]);
    expect(markedBy(rule, word(''))).toContain('Outcome O2 is achieved, but');
    expect(titles(rule, word(''))).toEqual([]);
  });
});
