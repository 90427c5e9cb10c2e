import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits, Checker, readPlanFile } from '../../plan/check.ts';
import { day } from '../../plan/day.ts';
import { ALL_RULES } from '../../plan/generated/rules.ts';
import { defineRule } from '../../plan/rules/rule.ts';
import { soundPlan } from '../support/examples.ts';
import { findingsOf } from '../support/findings.ts';

/** A plan whose only weakness is one late milestone: 11 days on the day of the examples. */
const LATE = soundPlan().replace('target_date: "2026-02-27"', 'target_date: "2026-01-30"');

const brief = (text: string, ...more: [string?, ReadonlyMap<string, object>?]) =>
  findingsOf(text, ...more).map(f => `${f.severity} ${f.rule} ${text.slice(f.start, f.end)}`);

describe('a team’s settings', () => {
  it('give a rule another severity, switch it off, and set its options', () => {
    expect(brief(LATE)).toEqual(['warning milestone-overdue "2026-01-30"']);
    expect(brief(LATE, undefined, new Map([['milestone-overdue', { severity: 'error' }]]))).toEqual([
      'error milestone-overdue "2026-01-30"',
    ]);
    expect(brief(LATE, undefined, new Map([['milestone-overdue', { severity: 'off' }]]))).toEqual([]);
    const two = new Map([['outcomes-too-many', { options: { max: 2 } }]]);
    expect(findingsOf(soundPlan(), undefined, two).map(f => f.rule)).toEqual(['outcomes-too-many']);
  });

  it('make no report louder than they say, and leave a quieter one as it is', () => {
    const guest = soundPlan().replace(
      '[Dana Ruiz, Ken Abe, Priya Shah]',
      '[Dana Ruiz, Ken Abe, Priya Shah, Lee Wong (guest)]',
    );
    const set = (severity: string) => new Map([['person-unknown', { severity }]]);
    expect(brief(guest)).toEqual(['info person-unknown Lee Wong (guest)']);
    expect(brief(guest, undefined, set('hint'))).toEqual(['hint person-unknown Lee Wong (guest)']);
    expect(brief(guest, undefined, set('error'))).toEqual(['info person-unknown Lee Wong (guest)']);
  });

  it('leave out options of another kind, and unknown ones', () => {
    const wrong = new Map([['outcomes-too-many', { options: { max: 'two', maximum: 1 } }]]);
    expect(findingsOf(soundPlan(), undefined, wrong)).toEqual([]);
  });
});

describe('ignore comments', () => {
  const at = (comment: string, where: RegExp) => LATE.replace(where, `${comment}$&`);
  const line = /^ +target_date: "2026-01-30"/m;

  it('silence a rule on the line below and on their own line', () => {
    expect(brief(at('        # success-plan-ignore milestone-overdue: moved verbally\n', line))).toEqual([]);
    expect(brief(LATE.replace('"2026-01-30"', '"2026-01-30"  # success-plan-ignore milestone-overdue: moved'))).toEqual(
      [],
    );
    expect(brief(at('        # success-plan-ignore risks-missing, milestone-overdue\n', line))).toEqual([
      'warning unused-ignore risks-missing',
    ]);
  });

  it('do not reach further, nor silence another rule', () => {
    expect(brief(`# success-plan-ignore milestone-overdue: too far away\n${LATE}`)).toEqual([
      'warning unused-ignore milestone-overdue',
      'warning milestone-overdue "2026-01-30"',
    ]);
    expect(brief(at('        # success-plan-ignore risks-missing: another rule\n', line))).toEqual([
      'warning unused-ignore risks-missing',
      'warning milestone-overdue "2026-01-30"',
    ]);
  });

  it('silence a rule in the whole file', () => {
    expect(brief(`${LATE}\n# success-plan-ignore-file milestone-overdue: frozen until the audit\n`)).toEqual([]);
  });

  it('are none inside a value', () => {
    const text = LATE.replace(
      'summary: Order form is live, training has begun.',
      'summary: "x # success-plan-ignore-file milestone-overdue: y"',
    );
    expect(brief(text)).toEqual(['warning milestone-overdue "2026-01-30"']);
  });

  it('cannot silence what YAML cannot read', () => {
    const broken = 'plan:\n  # success-plan-ignore yaml-syntax: later\n  owner: @jane\n';
    expect(findingsOf(broken).map(f => f.rule)).toEqual(['yaml-syntax']);
  });
});

it('leaves out a rule that throws, says so, and goes on with the others', () => {
  const faulty = defineRule({
    id: 'faulty',
    severity: 'error',
    summary: 'Throws on every milestone',
    why: 'For this test.',
    looksAt: ['milestone'],
    examples: [],
    check() {
      throw new Error('as expected');
    },
  });
  const { findings, failures } = new Checker(new Map(), [faulty, ...ALL_RULES]).check(
    readPlanFile(LATE),
    day('2026-02-10'),
  );
  expect(findings.map(f => f.rule)).toEqual(['milestone-overdue']);
  expect(failures.length).toBeGreaterThan(3);
  expect(failures[0]).toMatchObject({ rule: 'faulty', error: new Error('as expected') });
});

it('judges each document of a file by itself, and tells findings in text order', () => {
  const agenda = 'qbr:\n  duration: 60 minutes\n  agenda:\n    - topc: Progress\n      topic: Progress\n';
  const text = `${LATE}---\n${agenda}---\n${LATE.replace('"2026-01-30"', '"2026-01-29"')}`;
  expect(brief(text)).toEqual([
    'warning milestone-overdue "2026-01-30"',
    'warning unknown-key topc',
    'warning milestone-overdue "2026-01-29"',
  ]);
  const [first, second, third] = findingsOf(text);
  expect(third?.message).toContain('12 days late');
  expect((first?.start ?? 0) < (second?.start ?? 0)).toBe(true);
});

it('keeps still behind a place that cannot be read, and about what may be missing only because of it', () => {
  const text = LATE.replace('    - name: Dana Ruiz\n', '    - name: "Dana Ruiz\n').replace(
    '      - name: Address',
    '      - nam: Address',
  );
  const rules = findingsOf(text).map(f => f.rule);
  expect(rules).toContain('yaml-syntax');
  expect(rules).not.toContain('person-unknown');
  expect(rules).not.toContain('stakeholder-single-threaded');
});

it('applies all safe fixes of a file together, and what is fixed stays fixed', () => {
  const text = LATE.replace('  segment: enterprise\n', '  segment: enterprise\n  segment: enterprise\n');
  const safe = findingsOf(text).flatMap(f =>
    f
      .fixes()
      .filter(fix => fix.safe)
      .flatMap(fix => fix.edits),
  );
  const fixed = applyEdits(text, safe);
  expect(fixed).toBe(LATE);
});

describe('files that are checked together', () => {
  const today = day('2026-02-10');
  const texts = [
    ...globSync('{examples,test/fixtures}/**/*.yaml')
      .sort()
      .map(file => readFileSync(file, 'utf8')),
    `${LATE}---\n${soundPlan()}`,
    'outcomes: [',
    '',
  ];
  const files = texts.map(text => readPlanFile(text));

  it('have the findings, related places and fixes that each has alone', () => {
    const checker = new Checker();
    const together = checker.checkAll(
      files.map(file => ({ file, known: {} })),
      today,
    );
    expect(together).toHaveLength(files.length);
    for (const [index, { findings }] of together.entries()) {
      const alone = checker.check(readPlanFile(texts[index] ?? ''), today).findings;
      const told = (all: typeof alone) => all.map(one => ({ ...one, fixes: one.fixes() }));
      expect(told(findings)).toEqual(told(alone));
    }
  });

  it('keep what a rule says of the others when it breaks at one', () => {
    const broken = defineRule({
      id: 'breaks-at-late',
      severity: 'info',
      summary: 'Breaks at one plan',
      why: 'To see what becomes of the others.',
      looksAt: ['plan'],
      examples: [],
      check(plan, { report }) {
        if (plan.outcomes.items.length === 0) throw new Error('no outcomes');
        report({ at: plan.outcomes, message: 'There are outcomes' });
      },
    });
    const three = [LATE, 'plan:\n  version: 1\n', LATE].map(text => ({ file: readPlanFile(text), known: {} }));
    const results = new Checker(new Map(), [broken]).checkAll(three, today);
    expect(results.map(({ findings, failures }) => [findings.length, failures.length])).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
  });
});
