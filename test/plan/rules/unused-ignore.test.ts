import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../plan/check.ts';
import { EXAMPLE_DAY, soundPlan } from '../../support/examples.ts';
import { findingsOf, marked } from '../../support/findings.ts';
import { newLines, repaired, titles } from '../../support/repairs.ts';

const RULE = 'unused-ignore';

/** A plan with one late milestone, and with a comment above the line that is late. */
const LATE = soundPlan().replace('target_date: "2026-02-27"', 'target_date: "2026-01-30"');
const above = (...lines: string[]) =>
  LATE.replace(/^ +target_date: "2026-01-30"/m, `${lines.map(line => (line ? `        ${line}\n` : '\n')).join('')}$&`);
const behind = (comment: string) => LATE.replace('"2026-01-30"', `"2026-01-30"  ${comment}`);
const told = (text: string, ...more: [string?, ReadonlyMap<string, object>?]) =>
  findingsOf(text, ...more).map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`);
const OVERDUE = 'milestone-overdue "2026-01-30"';

describe('a comment that does its work', () => {
  it.each([
    ['above the line', above('# success-plan-ignore milestone-overdue: moved by phone')],
    ['behind the value', behind('# success-plan-ignore milestone-overdue: moved by phone')],
    ['without a reason', above('# success-plan-ignore milestone-overdue')],
    ['for the whole file, far below', `${LATE}\n# success-plan-ignore-file milestone-overdue: frozen until June\n`],
    ['above other comments', above('# success-plan-ignore milestone-overdue: moved', '# Ken confirms on Friday', '#')],
    [
      'one of two above one line',
      above('# success-plan-ignore milestone-overdue: moved', '# success-plan-ignore-file milestone-overdue: all'),
    ],
    [
      'above an item whose name stands further down',
      LATE.replace(
        '      - name: Address check switched on\n        target_date: "2026-01-30"\n        status: in_progress\n        owner: Ken Abe\n',
        '      # success-plan-ignore milestone-owner-missing: agreed\n      - target_date: "2026-02-27"\n        name: Address check switched on\n        status: in_progress\n',
      ),
    ],
    [
      'behind an item of a flow list',
      LATE.replace(
        '[Dana Ruiz, Ken',
        '[Dana Ruiz, Lee Wong, # success-plan-ignore person-unknown: guest\n      Ken',
      ).replace('"2026-01-30"', '"2026-02-27"'),
    ],
    [
      'that silences this rule in turn',
      above('# success-plan-ignore milestone-overdue, risks-missing, unused-ignore: kept'),
    ],
  ])('is left alone: %s', (_, text) => {
    expect(told(text)).toEqual([]);
    expect(told(text.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it.each([
    [
      'in a description',
      LATE.replace(
        'summary: Order form is live',
        'summary: |\n      # success-plan-ignore nothing: here\n      Order form is live',
      ),
    ],
    [
      'in quotes',
      LATE.replace(
        'summary: Order form is live, training has begun.',
        'summary: "see # success-plan-ignore nothing: here"',
      ),
    ],
    ['in prose about them', `# Comments for the checker (success-plan-ignore) are listed in our handbook.\n${LATE}`],
  ])('is none %s', (_, text) => expect(told(text)).toEqual([OVERDUE]));
});

describe('a comment that does nothing', () => {
  it.each([
    ['the rule finds nothing there', above('# success-plan-ignore risks-missing: later'), ['risks-missing']],
    [
      'in a flow list',
      LATE.replace('[Dana Ruiz, Ken', '[Dana Ruiz, # success-plan-ignore person-unknown: guest\n      Ken'),
      ['person-unknown'],
    ],
    ['a blank line parts them', above('# success-plan-ignore milestone-overdue: moved', ''), ['milestone-overdue']],
    [
      'the line is another',
      LATE.replace(
        /^ +status: in_progress\n +owner: Ken Abe\n +- name: Three/m,
        '        # success-plan-ignore milestone-overdue: moved\n$&',
      ),
      ['milestone-overdue'],
    ],
    [
      'one of two rules',
      above('# success-plan-ignore risks-missing, outcome-overdue: both'),
      ['risks-missing', 'outcome-overdue'],
    ],
    ['no such rule', behind('# success-plan-ignore milestone-overdu: moved'), ['milestone-overdu']],
    ['in capitals', behind('# success-plan-ignore Milestone-Overdue: moved'), ['Milestone-Overdue']],
    ['with underscores', behind('# success-plan-ignore milestone_overdue: moved'), ['milestone_overdue']],
    ['no rule at all', behind('# success-plan-ignore'), ['success-plan-ignore']],
    ['only a reason', behind('# success-plan-ignore: moved by phone'), ['success-plan-ignore']],
    ['for the file, but no rule', behind('#success-plan-ignore-file'), ['success-plan-ignore-file']],
    ['another keyword', behind('# Success_Plan_Ignore milestone-overdue: moved'), ['Success_Plan_Ignore']],
    [
      'a keyword of other tools',
      behind('# success-plan-ignore-next-line milestone-overdue'),
      ['success-plan-ignore-next-line'],
    ],
    ['what cannot be silenced', above('# success-plan-ignore-file yaml-syntax: never'), ['yaml-syntax']],
    [
      'silencing this rule for nothing',
      above('# success-plan-ignore-file unused-ignore: just in case'),
      ['unused-ignore'],
    ],
  ])('is marked at the dead name: %s', (_, text, names) => {
    const expected = names.map(name => `${RULE} ${name}`);
    expect(told(text).filter(one => one !== OVERDUE)).toEqual(expected);
    expect(told(text.replaceAll('\n', '\r\n')).filter(one => one !== OVERDUE)).toEqual(expected);
  });

  it('is found behind a byte order mark, which stays', () => {
    const text = `\uFEFF# success-plan-ignore schema: a\n${soundPlan()}`;
    expect(told(text)).toEqual([`${RULE} schema`]);
    expect(applyEdits(text, findingsOf(text)[0]?.fixes()[0]?.edits ?? [])).toBe(`\uFEFF${soundPlan()}`);
  });

  it('is found in each document of a file, and before its first line', () => {
    const text = `# success-plan-ignore risks-missing: a\n---\n${LATE}---\n# success-plan-ignore schema: b\n${LATE}# success-plan-ignore schema: c\n`;
    expect(told(text).filter(one => one !== OVERDUE)).toEqual([
      `${RULE} risks-missing`,
      `${RULE} schema`,
      `${RULE} schema`,
    ]);
  });

  it('says what is wrong and what is meant', () => {
    const text = behind('# success-plan-ignore milestone_overdu: moved');
    expect(
      marked(
        text,
        findingsOf(text).filter(f => f.rule === RULE),
      ),
    ).toContain(
      '^^^^^^^^^^^^^^^^ unused-ignore (warning): There is no rule “milestone_overdu”. Did you mean “milestone-overdue”?',
    );
  });
});

describe('it keeps still', () => {
  it('about a rule that the team switched off, and if it is switched off itself', () => {
    const text = above('# success-plan-ignore risks-missing: later');
    const off = (rule: string) => new Map([[rule, { severity: 'off' as const }]]);
    expect(told(text, EXAMPLE_DAY, off('risks-missing'))).toEqual([OVERDUE]);
    expect(told(text, EXAMPLE_DAY, off(RULE))).toEqual([OVERDUE]);
  });

  it('while part of the file cannot be read', () => {
    const text = above('# success-plan-ignore risks-missing: later').replace('owner: Dana Ruiz', 'owner: "Dana Ruiz');
    expect(told(text).filter(one => one.startsWith(RULE))).toEqual([]);
  });
});

describe('its repairs', () => {
  it.each([
    [
      'a comment that stands alone, with its line',
      above('# Ken knows', '# success-plan-ignore risks-missing: later'),
      above('# Ken knows'),
    ],
    ['a comment behind a value', behind('# success-plan-ignore risks-missing: later'), LATE],
    [
      'the first of two rules',
      behind('# success-plan-ignore risks-missing, milestone-overdue: a'),
      behind('# success-plan-ignore milestone-overdue: a'),
    ],
    [
      'the last of two rules',
      behind('# success-plan-ignore milestone-overdue , risks-missing: a'),
      behind('# success-plan-ignore milestone-overdue: a'),
    ],
    ['a comment behind another', behind('# Ken knows # success-plan-ignore'), behind('# Ken knows')],
    ['the last line of the file', `${LATE}# success-plan-ignore schema: a`, LATE.trimEnd()],
  ])('take out %s', (_, text, clean) => expect(repaired(RULE, text, titles(RULE, text).at(-1))).toBe(clean));

  it('offer the nearest rule where that helps', () => {
    const text = behind('# success-plan-ignore milestone_overdu: moved');
    expect(titles(RULE, text)).toEqual(['Change to “milestone-overdue”', 'Remove the comment']);
    const fix = findingsOf(text)[1]?.fixes()[0];
    const result = applyEdits(text, fix?.edits ?? []);
    expect(newLines(text, result).trim()).toBe(
      'target_date: "2026-01-30"  # success-plan-ignore milestone-overdue: moved',
    );
    expect(told(result)).toEqual([]);
    expect(titles(RULE, behind('# success-plan-ignore risk-missing: moved'))).toEqual(['Remove the comment']);
  });

  it('correct the keyword where that helps', () => {
    const text = behind('# Success-Plan-Ignore milestone-overdue: moved');
    expect(titles(RULE, text)).toEqual(['Write it as “success-plan-ignore”', 'Remove the comment']);
    expect(titles(RULE, behind('# Success-Plan-Ignore risks-missing'))).toEqual(['Remove the comment']);
  });
});

describe('says where the rule does find something', () => {
  it.each([
    [
      'far from it',
      / {4}owner: Ken Abe$/m,
      '$&  # success-plan-ignore milestone-overdue: moved',
      'Give the comment a line of its own',
    ],
    // There it speaks for the name alone: of items in a line each, the next one would be silenced unseen.
    [
      'behind the line above',
      'name: Address check switched on',
      '$& # success-plan-ignore milestone-overdue: moved',
      'Give the comment a line of its own',
    ],
    [
      'in a line of its own elsewhere',
      /^ +status: in_progress\n +owner: Ken Abe\n +- name: Three/m,
      '        # success-plan-ignore milestone-overdue: moved\n$&',
      'Move the comment',
    ],
  ])('%s', (_, at, comment, what) => {
    const text = LATE.replace(at, comment);
    const findings = findingsOf(text);
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual(['milestone-overdue', RULE]);
    const finding = findings.find(one => one.rule === RULE);
    expect(finding?.message).toBe(
      `There is nothing here for milestone-overdue to find: what it finds stands in another line. ${what} right above that one, or remove it.`,
    );
    expect(finding?.related.map(({ start, end }) => text.slice(start, end))).toEqual(['"2026-01-30"']);
  });
});

it('takes thousands of such comments in its stride', () => {
  const comments = '        # success-plan-ignore risks-missing, milestone-overdue: a\n'.repeat(5000);
  expect(told(above('X').replace('        X\n', comments)).filter(one => one.endsWith('risks-missing'))).toHaveLength(
    5000,
  );
});
