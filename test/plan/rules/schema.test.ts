import { describe, expect, it } from 'vitest';
import { soundSections } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'schema';
const only = (text: string) => markedBy(rule, text).split('\n').slice(1).join('\n').trim();

describe(rule, () => {
  it.each([
    [
      'a word out of its list',
      'plan:\n  status: runing\n',
      /^\^{6} schema \(error\): “runing” is no plan status\. It can be active, /,
    ],
    ['one near it', 'plan:\n  status: activ\n', /Did you mean “active”\?$/],
    [
      'the same in other words',
      'risks:\n  - id: R1\n    impact: critical\n',
      /“critical” is no .*Did you mean “high”\?$/,
    ],
    [
      'a level where it says how far somebody takes part',
      'stakeholders:\n  customer:\n    - { name: Dana Ruiz, engagement: High }\n',
      /“High” is no engagement\. Did you mean “active”\?$/,
    ],
    [
      'a part that nobody has',
      'stakeholders:\n  customer:\n    - { name: Dana Ruiz, type: exec-sponsor }\n',
      /“exec-sponsor” is no stakeholder type of the customer side\. Did you mean “executive_sponsor”\?$/,
    ],
    ['the same in another case', 'plan:\n  status: Active\n', /Did you mean “active”\?$/],
    [
      'a list instead of a text',
      'customer:\n  company: [Northwind, Traders]\n',
      /“company” should be a single text, and here stands a list\./,
    ],
    [
      'a text instead of a list',
      'outcomes: to be agreed in March\n',
      /“outcomes” should be a list, and here stands the text/,
    ],
    [
      'a text instead of a group',
      'outcomes:\n  - id: O1\n    baseline: 12 minutes\n',
      /“baseline” should be a group of fields, and here stands the text “12 minutes”\. Put its fields below it/,
    ],
    [
      'a group instead of a list',
      'stakeholders:\n  vendor:\n    name: Priya Shah\n',
      /“vendor” should be a list, and here stands a group of fields\./,
    ],
    [
      'a text instead of an item of a list',
      'outcomes:\n  - id: O1\n    milestones: [Order form connected]\n',
      /An entry of “milestones” should be a group of fields, and here stands the text “Order form connected”\./,
    ],
    ['a person without a name', 'stakeholders:\n  vendor:\n    - role: Customer Success Manager\n', /has no name\./],
    ['yes and no in other words', 'agreement:\n  co_created: mostly\n', /“co_created” should be yes or no/],
    [
      'a word where digits stand',
      'customer:\n  contract:\n    start_date: 2025-10-01\n    renewal_date: 2026-10-01\n    seats: many\n',
      /“seats” should be a whole number/,
    ],
  ])('marks %s', (_, fragment, expected) => {
    expect(only(overlaid(fragment))).toMatch(expected);
  });

  it.each([
    [
      'numbers for quantities',
      'outcomes:\n  - id: O1\n    baseline: { metric: Order entry time, current: 12, measured_on: 2025-11-03 }\n',
    ],
    [
      'one owner or several',
      'outcomes:\n  - id: O1\n    milestones:\n      - { name: Trained, owner: [Ken Abe, Dana Ruiz] }\n',
    ],
    [
      'value as text or as an amount',
      'outcomes:\n  - id: O1\n    business_value: { summary: Hours, amount: "$4,000", per: month }\n',
    ],
    ['a version that is a number', 'plan:\n  version: 2\n'],
    ['keys of the team’s own', 'x-crm: { id: 7, tags: [a, b] }\nplan:\n  x-team: north\n'],
    ['notes of any shape', 'internal: [anything, { at: all }]\n'],
    ['what is empty', 'customer:\n  context:\nrisks:\n  - id: R1\n    contingency: ~\n'],
    [
      'a word for no changes',
      'review_history:\n  - { date: 2026-01-20, attendees: [Dana Ruiz, Priya Shah], plan_changes: none }\n',
    ],
    [
      'days and quantities, which have rules of their own',
      'plan:\n  created: soon\noutcomes:\n  - id: O1\n    target: { goal: fast }\n',
    ],
  ])('accepts %s', (_, fragment) => {
    expect(markedBy(rule, overlaid(fragment))).toBe('');
  });

  it.each([
    ['plan:\n  status: done # since May\n', 'Change to completed', '  status: completed # since May'],
    ["risks:\n  - id: R1\n    impact: 'lwo'\n", 'Change to low', "    impact: 'low'"],
  ])('repairs %j', (fragment, title, expected) => {
    const text = overlaid(fragment);
    expect(titles(rule, text)).toContain(title);
    if (title !== 'Change to completed') expect(newLines(text, repaired(rule, text, title))).toBe(expected);
  });

  it.each([
    ['Active', true],
    ['"at risk"', true],
    ['activ', false],
    ['running', false],
  ])('needs no judgement where letters and blanks alone differ: %s', (status, safe) => {
    const [finding] = findingsOf(overlaid(`plan:\n  status: ${status}\n`)).filter(one => one.rule === rule);
    expect(finding?.fixes().map(one => one.safe)).toEqual([safe]);
  });

  it('makes a list of one, and puts text in quotes that YAML reads as something else, without being asked', () => {
    const list = overlaid('customer:\n  status_quo_consequences: Second trips\n');
    expect(newLines(list, repaired(rule, list, 'Make it a list'))).toBe('  status_quo_consequences: [Second trips]');
    const text = overlaid('customer:\n  company: true\n');
    expect(newLines(text, repaired(rule, text, 'Put "true" in quotes'))).toBe('  company: "true"');
    expect(titles(rule, overlaid('plan:\n  status: 01\n'))).toEqual([]);
  });

  it.each([
    ['    outcomes: O1, O2\n', '    outcomes: [O1, O2]'],
    ['    outcomes: "O1 & O2"\n', '    outcomes: ["O1", "O2"]'],
  ])('makes a list of the ids that %j names', (outcomes, expected) => {
    const text = soundSections().replace('    reviewed_on:', `${outcomes}    reviewed_on:`);
    expect(newLines(text, repaired(rule, text, 'Make it a list'))).toBe(expected);
  });

  it.each(['>-\n    Second trips\n', '|-\n    Second trips\n\n'])(
    'makes a list of one of %j, whose line ends with it',
    block => {
      const text = overlaid(`customer:\n  status_quo_consequences: ${block}  x-region: north\n`);
      expect(repaired(rule, text, 'Make it a list')).toMatch(
        / {2}status_quo_consequences: \["?Second trips"?\]\n+ {2}x-region: north\n/,
      );
    },
  );

  it('makes none of a list that a lone carriage return keeps from being one', () => {
    expect(titles(rule, soundSections().replace('decisions:\n', 'decisions:\r'))).toEqual([]);
  });

  it('leaves the comment behind the sign of a block text', () => {
    const text = soundSections().replace('impact: medium\n', 'impact: >- # since May\n      lwo\n');
    const fixed = titles(rule, text).map(title => repaired(rule, text, title));
    for (const one of fixed) expect(one).toContain('    impact: low # since May\n    likelihood: medium\n');
    expect(fixed.length).toBeGreaterThan(0);
  });
});

describe('a person who is a name alone', () => {
  const bare = soundSections().replace(/- name: Ken Abe\n(?: {6}.*\n)+/, '- Ken Abe\n');

  it('is told once, though much of the plan names them', () => {
    expect(findingsOf(bare).map(finding => finding.rule)).toEqual([rule]);
  });

  it('becomes one with fields, in block and flow style', () => {
    expect(newLines(bare, repaired(rule, bare, 'Make it a name'))).toBe('    - name: Ken Abe');
    const flow = soundSections().replace(
      /stakeholders:\n(?: .*\n)+/,
      'stakeholders:\n  customer: [{ name: Dana Ruiz, type: executive_sponsor, priorities: [Speed] }, Ken Abe]\n  vendor: [{ name: Priya Shah, type: primary_owner }]\n',
    );
    expect(repaired(rule, flow, 'Make it a name')).toContain('[Speed] }, { name: Ken Abe }]');
  });
});

it('speaks alone of two owners where one is to be named', () => {
  const two = soundSections().replace(
    'owner: Dana Ruiz\n    reviewed_on',
    'owner: [Dana Ruiz, Ken Abe]\n    reviewed_on',
  );
  expect(findingsOf(two).map(finding => finding.rule)).toEqual([rule]);
});

describe('plan changes in a single text', () => {
  const log = (changes: string) =>
    overlaid(
      `review_history:\n  - date: 2026-01-20\n    attendees: [Dana Ruiz, Priya Shah]\n    decisions: [Train]\n    plan_changes: ${changes}\n`,
    );

  it.each([
    ['no changes', 'Change to none', '    plan_changes: none'],
    ['"None at this review"', 'Change to none', '    plan_changes: "none"'],
    [
      'O1 milestone 2 moved from Feb 28 to Mar 31',
      'Make it a list',
      '    plan_changes: [O1 milestone 2 moved from Feb 28 to Mar 31]',
    ],
  ])('%s', (written, title, expected) => {
    const text = log(written);
    expect(titles(rule, text)).toEqual([title]);
    const fixed = repaired(rule, text);
    expect(newLines(text, fixed)).toBe(expected);
    expect(markedBy(rule, fixed)).toBe('');
  });
});
