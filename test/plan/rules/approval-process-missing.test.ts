import { describe, expect, it } from 'vitest';
import { soundPlan } from '../../support/examples.ts';
import { findingsOf } from '../../support/findings.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'approval-process-missing';

const CRITERIA = '  criteria: [Orders are typed once]\n';
const DATE = '  decision_date: "2026-04-30"\n';
const step = (name: string, kind = '', due = '2026-03-31') =>
  `    - { name: ${name},${kind && ` kind: ${kind},`} owner: Dana Ruiz, target_date: ${due} }\n`;
const ALL = step('Terms', 'legal') + step('Supplier form', 'procurement') + step('Questionnaire', 'security');
const preSale = (rest: string, fields = '') => overlaid(`plan:\n  stage: pre_sale\n${fields}${rest}`);
const decision = (body: string, fields = '') => preSale(`decision:\n${body}`, fields);
const found = (line: string, marks: string, message: string, severity = 'warning') =>
  `${line}\n${' '.repeat(line.indexOf(marks))}${'^'.repeat(marks.length)} ${rule} (${severity}): ${message}`;
const ASK = 'Ask the customer how they last bought something of this size, and write it down with names and days.';
const HOW = 'which approvals it takes';
const BY = 'what they will judge by';
const WHEN = 'on which day they decide';
const NOTHING = found(
  'plan:',
  'plan',
  `This plan is written before the sale, but it does not say ${HOW}, ${BY} or ${WHEN}. ${ASK}`,
);
const lacks = (line: string, marks: string, what: string, severity = 'warning') =>
  found(line, marks, `The decision does not say ${what}. ${ASK}`, severity);
const without = (kinds: string, it: string) =>
  found(
    '  steps:',
    'steps',
    `No step of the decision is for ${kinds}. Ask whether ${it} a say, and plan the step with the person who gives the word.`,
    'info',
  );

describe(rule, () => {
  it.each([
    ['no section', preSale(''), NOTHING],
    ['a draft', preSale('', '  status: draft\n'), NOTHING.replace('(warning)', '(info)')],
    ['an empty section', preSale('decision:\n'), lacks('decision:', 'decision', `${HOW}, ${BY} or ${WHEN}`)],
    ['no steps', decision(CRITERIA + DATE), lacks('decision:', 'decision', HOW)],
    ['empty steps', decision(`${CRITERIA}${DATE}  steps: []\n`), lacks('  steps: []', 'steps', HOW)],
    ['no criteria', decision(`${DATE}  steps:\n${ALL}`), lacks('decision:', 'decision', BY)],
    [
      'criteria to be told',
      decision(`${DATE}  criteria: [TBD]\n  steps:\n${ALL}`),
      lacks('  criteria: [TBD]', 'criteria', BY),
    ],
    ['no date', decision(`${CRITERIA}  steps:\n${ALL}`), lacks('decision:', 'decision', WHEN)],
    [
      'an empty date',
      decision(`${CRITERIA}  decision_date:\n  steps:\n${ALL}`),
      lacks('  decision_date:', 'decision_date', WHEN),
    ],
    [
      'no date, but the day of the signature',
      decision(`${CRITERIA}  steps:\n${ALL}${step('Contract signed', 'executive')}`),
      lacks('decision:', 'decision', WHEN),
    ],
    [
      'no legal step',
      decision(`${CRITERIA}${DATE}  steps:\n${ALL.replace(step('Terms', 'legal'), '')}`),
      without('legal', 'it has'),
    ],
    [
      'other steps only',
      decision(
        `${CRITERIA}${DATE}  steps:\n${step('Pilot evaluated', 'technical')}${step('Contract signed', 'executive')}`,
      ),
      without('legal, procurement or security', 'they have'),
    ],
    ['all of it', decision(`${CRITERIA}${DATE}  steps:\n${ALL}`), ''],
    [
      'told by their names',
      decision(`${CRITERIA}${DATE}  steps:\n${step('MSA redlines')}${step('Purchase order')}${step('InfoSec review')}`),
      '',
    ],
    [
      'approvals as milestones',
      decision(CRITERIA + DATE).concat(
        `milestones:\n${['Legal review', 'Procurement', 'SOC 2 report read'].map(name => `  - { name: ${name}, kind: approval, owner: Ken Abe, target_date: 2026-03-31 }\n`).join('')}`,
      ),
      '',
    ],
    [
      'one of them as a milestone',
      decision(`${CRITERIA}${DATE}  steps:\n${ALL.replace(step('Terms', 'legal'), '')}`).concat(
        'milestones:\n  - { name: Contract approved by Legal, kind: approval, owner: Ken Abe, target_date: 2026-03-31 }\n',
      ),
      '',
    ],
    [
      'one of them as a milestone that was skipped',
      decision(`${CRITERIA}${DATE}  steps:\n${ALL.replace(step('Terms', 'legal'), '')}`).concat(
        'milestones:\n  - { name: Contract approved by Legal, kind: approval, owner: Ken Abe, status: skipped }\n',
      ),
      without('legal', 'it has'),
    ],
    [
      'a single approval as a milestone, and no steps',
      decision(CRITERIA + DATE).concat(
        'milestones:\n  - { name: Contract approved by Legal, kind: approval, owner: Ken Abe, target_date: 2026-03-31 }\n',
      ),
      lacks('decision:', 'decision', HOW),
    ],
    ['a date that cannot be read', decision(`${CRITERIA}  decision_date: mid-April\n  steps:\n${ALL}`), ''],
    ['a text in place of the section', preSale('decision: by their board in April\n'), ''],
    ['a list in place of the section', preSale('decision:\n  - Terms\n'), ''],
    ['the sound plan, which is past the sale', soundPlan(), ''],
    ['onboarding', preSale('').replace('pre_sale', 'onboarding'), ''],
    ['a mutual action plan without a stage', overlaid('plan:\n  format: mutual_action_plan\n'), ''],
    ['a goal card', preSale('', '  format: goal_card\n'), ''],
    ['a completed plan', preSale('', '  status: completed\n'), ''],
    ['a file that cannot be read whole', preSale('customer:\n  company: "Northwind\n'), ''],
  ])('%s', (_, text, expected) => {
    expect(markedBy(rule, text)).toBe(expected);
  });

  it('points to the stage', () => {
    const text = preSale('');
    const [finding] = findingsOf(text).filter(one => one.rule === rule);
    expect(finding?.related.map(({ start, end }) => text.slice(start, end))).toEqual(['pre_sale']);
  });

  const people = `stakeholders:
  customer:
    - { name: Dana Ruiz, role: VP Operations, type: executive_sponsor }
    - { name: Ken Abe, role: Buyer, type: procurement }
    - { name: Ingrid Solheim, role: Security Officer, type: security }
  vendor:
    - { name: Priya Shah, type: primary_owner }
`;
  const twoMissing = (steps: string) => preSale(`${people}decision:\n${CRITERIA}${DATE}  steps:${steps}`);
  const block = '\n    - name: "Terms"\n      kind: legal\n      owner: "Dana Ruiz"\n      target_date: "2026-03-31"\n';

  it.each([
    [
      'block style',
      twoMissing(block),
      '    - name: "Procurement approval"\n      kind: procurement\n      owner: "Ken Abe"\n      target_date: "2026-04-30"\n      status: pending\n    - name: "Security approval"\n      kind: security\n      owner: "Ingrid Solheim"\n      target_date: "2026-04-30"\n      status: pending\n',
    ],
    [
      'braces',
      twoMissing(`\n${step('Terms', 'legal')}`),
      '    - { name: Procurement approval, kind: procurement, owner: Ken Abe, target_date: 2026-04-30, status: pending }\n    - { name: Security approval, kind: security, owner: Ingrid Solheim, target_date: 2026-04-30, status: pending }\n',
    ],
    [
      'brackets',
      twoMissing(' [{ name: Terms, kind: legal, owner: Dana Ruiz, target_date: 2026-03-31 }]\n'),
      ', { name: Procurement approval, kind: procurement, owner: Ken Abe, target_date: 2026-04-30, status: pending }, { name: Security approval, kind: security, owner: Ingrid Solheim, target_date: 2026-04-30, status: pending }]\n',
    ],
  ])('repairs %s', (_, text, expected) => {
    expect(titles(rule, text)).toEqual([
      'Add a procurement approval by Ken Abe and a security approval by Ingrid Solheim, due with the decision on 30 Apr 2026',
    ]);
    expect(repaired(rule, text)).toContain(expected);
  });

  it('invents neither a person nor a day', () => {
    expect(titles(rule, decision(`${CRITERIA}${DATE}  steps:\n${step('Terms', 'legal')}`))).toEqual([]);
    const text = twoMissing(block);
    expect(titles(rule, text.replace('2026-04-30', '2026-01-30'))).toEqual([]);
    expect(titles(rule, preSale(''))).toEqual([]);
    expect(newLines(text, repaired(rule, text))).not.toContain('Dana Ruiz');
  });
});
