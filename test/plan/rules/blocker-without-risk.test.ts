import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, repaired, titles } from '../../support/repairs.ts';

const rule = 'blocker-without-risk';

const FILE = 'The postcode file of the southern region is missing';
const milestones = (fields: string, plan = '') =>
  overlaid(
    `${plan}milestones:\n  - id: M9\n    name: Address check live in Faro\n    outcome: O2\n    target_date: 2026-05-29\n    owner: Ken Abe\n${fields}`,
  );
const blocked = (blocker: string, status = 'blocked') =>
  milestones(`    status: ${status}\n    blockers:\n      - ${blocker}\n`);
const withRisk = (fields: string) =>
  overlaid(
    `risks:\n  - id: R2\n    description: Rain in spring\n    mitigation: Tents\n    owner: Dana Ruiz\n${fields}`,
  ).concat(blocked(FILE).slice(blocked(FILE).indexOf('milestones:\n  - id: M9')));
const found = (line: string, marks: string, message: string) =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (info): Milestone “Address check live in Faro” of O2 ${message}`;
const held = (text: string) =>
  `is held up by “${text}”, but no risk of the plan speaks of it, although O2 depends on it. Write it down as a risk, with somebody who clears it.`;
const SAID = found(`      - ${FILE}`, FILE, held(FILE));
const UNSAID = 'is blocked, and nobody can read by what. Write the blocker down, and who can clear it.';

describe(rule, () => {
  it.each([
    ['blocked', blocked(FILE), SAID],
    ['in progress with a blocker', blocked(FILE, 'in_progress'), SAID],
    [
      'in brackets and quotes',
      milestones(`    status: blocked\n    blockers: ["${FILE}"]\n`),
      found(`    blockers: ["${FILE}"]`, `"${FILE}"`, held(FILE)),
    ],
    ['a risk of other things', withRisk(''), SAID],
    ['a risk of the outcome that is closed', withRisk('    status: closed\n    outcomes: [O2]\n'), SAID],
    ['one shared word of many', withRisk('    contingency: A new region\n'), SAID],
    ['blocked without a blocker', milestones('    status: blocked\n'), found('    status: blocked', 'blocked', UNSAID)],
    [
      'blocked, and the list is empty',
      milestones('    blockers: []\n    status: blocked\n'),
      found('    status: blocked', 'blocked', UNSAID),
    ],
    [
      'blocked, and the blocker is to be told',
      milestones('    blockers: [TBD]\n    status: "blocked"\n'),
      found('    status: "blocked"', '"blocked"', UNSAID),
    ],
    ['the sound plan', soundPlan(), ''],
    ['words that a risk shares', withRisk('    contingency: Ask the southern post office for postcodes\n'), ''],
    ['a risk that names the milestone by id', withRisk('    contingency: M9 moves to June\n'), ''],
    ['a risk that names the milestone', withRisk('    contingency: We check addresses in Faro by hand\n'), ''],
    ['a risk of the same outcome', withRisk('    outcomes: [O2]\n'), ''],
    ['a blocker that names the risk', blocked('Waiting for the data lead, see R1'), ''],
    ['done', blocked(FILE, 'complete'), ''],
    ['skipped', blocked(FILE, 'skipped'), ''],
    ['words for none', blocked('None at the moment', 'in_progress'), ''],
    ['a blocker that is over', blocked('"Resolved 2 Feb: postcode file"', 'in_progress'), ''],
    ['a text in place of the list', milestones(`    status: blocked\n    blockers: ${FILE}\n`), ''],
    ['the plan has no risks at all', blocked(FILE).replace(/risks:\n(?: .*\n)+/, 'risks: []\n'), ''],
    [
      'an outcome that is put off',
      blocked(FILE).replaceAll('status: in_progress\n    milestones', 'status: deferred\n    milestones'),
      '',
    ],
    ['a completed plan', milestones(`    status: blocked\n`, 'plan:\n  status: completed\n'), ''],
    ['a goal card', milestones(`    status: blocked\n`, 'plan:\n  format: goal_card\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('speaks of a blocker that is not yet resolved', () => {
    expect(markedBy(rule, blocked('Postcode file not yet resolved'))).toContain('is held up by');
  });

  it('finds words in other forms', () => {
    const template = 'Requires API access approval from IT security';
    const text = blocked(template);
    expect(markedBy(rule, text)).not.toBe('');
    const risk = 'IT security has yet to approve the API';
    expect(markedBy(rule, text.replace('Weekly slot agreed with the data lead', risk))).toBe('');
  });

  it.each([
    [
      'block style',
      blocked(FILE),
      `  - id: R2\n    description: ${FILE}\n    status: occurred\n    owner: Ken Abe\n    outcomes: [O2]`,
    ],
    [
      'the quotes and numbers of the other risks',
      blocked(FILE).replace(
        '- id: R1\n    description: The data team is busy with a migration until March',
        '- id: RISK-09\n    description: "The data team is busy"',
      ),
      `  - id: RISK-10\n    description: "${FILE}"\n    status: occurred\n    owner: "Ken Abe"\n    outcomes: [O2]`,
    ],
    [
      'risks in braces',
      overlaid('risks:\n  - { id: R4, description: Rain, mitigation: Tents, owner: Dana Ruiz }\n').concat(
        blocked('A visa, a stamp').slice(blocked('A visa, a stamp').indexOf('milestones:\n  - id: M9')),
      ),
      '  - { id: R5, description: "A visa, a stamp", status: occurred, owner: Ken Abe, outcomes: [O2] }',
    ],
  ])('repairs %s', (_, text, expected) => {
    expect(repaired(rule, text)).toContain(`\n${expected}\n`);
  });

  it('offers a risk only where somebody of the plan owns the milestone', () => {
    expect(titles(rule, blocked(FILE))).toEqual([
      'Add “The postcode file of the southern regio…” as risk R2 that has come true, for Ken Abe to clear',
    ]);
    expect(
      titles(rule, blocked(FILE).replace('owner: Ken Abe\n    status: blocked', 'owner: IT\n    status: blocked')),
    ).toEqual([]);
    expect(titles(rule, milestones('    status: blocked\n'))).toEqual([]);
  });
});
