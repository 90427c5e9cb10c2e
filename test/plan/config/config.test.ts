import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../plan/config/config.ts';
import { defineRule } from '../../../plan/rules/rule.ts';

const RULES = [
  defineRule({
    id: 'milestone-overdue',
    severity: 'warning',
    summary: '',
    why: '',
    looksAt: ['milestone'],
    examples: [],
    check: () => undefined,
  }),
  defineRule({
    id: 'outcomes-too-many',
    severity: 'warning',
    summary: '',
    why: '',
    looksAt: ['plan'],
    options: { most: 5, strict: false, except: ['okr'] },
    examples: [],
    check: () => undefined,
  }),
];

/** The problems as text: what is marked, and what is said about it. */
function problemsOf(text: string): string[] {
  return readConfig(text, RULES).problems.map(({ start, end, message }) => `${text.slice(start, end)} → ${message}`);
}

describe('what a team sets', () => {
  it('reads globs, levels and options', () => {
    const text = `plans:
  - customers/**/*.yaml
rules:
  milestone-overdue: error
  outcomes-too-many: { severity: hint, most: 3, strict: true, except: [okr, goal_card] }
`;
    const { config, problems } = readConfig(text, RULES);
    expect(problems).toEqual([]);
    expect(config.plans).toEqual(['customers/**/*.yaml']);
    expect(Object.fromEntries(config.rules)).toEqual({
      'milestone-overdue': { severity: 'error', options: undefined },
      'outcomes-too-many': { severity: 'hint', options: { most: 3, strict: true, except: ['okr', 'goal_card'] } },
    });
  });

  it.each(['', '# nothing set yet\n', 'plans:\nrules:\n', 'x-owner: Priya Shah\n'])(
    'takes %j for a team that set nothing',
    text => {
      const { config, problems } = readConfig(text, RULES);
      expect(problems).toEqual([]);
      expect(config).toMatchObject({ extends: [], plans: undefined, overrides: [], redact: [] });
      expect([config.rules.size, config.customFields.size, config.vocabulary.words.size]).toEqual([0, 0, 0]);
    },
  );

  it('follows anchors and aliases', () => {
    const text =
      'x-level: &quiet hint\nx-globs: &globs [crm/*.yaml]\nplans: *globs\nrules: { milestone-overdue: *quiet }\n';
    const { config, problems } = readConfig(text, RULES);
    expect(problems).toEqual([]);
    expect(config.plans).toEqual(['crm/*.yaml']);
    expect(config.rules.get('milestone-overdue')?.severity).toBe('hint');
  });

  it('knows the rules of the catalogue unless told otherwise', () => {
    expect(readConfig('rules:\n  duplicate-key: warning\n').config.rules.get('duplicate-key')?.severity).toBe(
      'warning',
    );
  });
});

describe('what cannot be followed', () => {
  it.each([
    [
      'rules:\n  milestone-overdu: error\n',
      ['milestone-overdu → There is no rule “milestone-overdu”. Did you mean “milestone-overdue”?'],
    ],
    ['rules:\n  zzz: error\n', ['zzz → There is no rule “zzz”. “success-plan explain” lists all rules.']],
    ['rules:\n  milestone-overdue: loud\n', ['loud → “loud” is no level. Write off, hint, info, warning or error.']],
    ['rules:\n  milestone-overdue: eror\n', ['eror → “eror” is no level. Did you mean “error”?']],
    ['rules:\n  milestone-overdue: false\n', ['false → “false” is no level. Write off, hint, info, warning or error.']],
    [
      'rules:\n  milestone-overdue:\n',
      [
        'milestone-overdue → “rules: milestone-overdue” has no level. Write off, hint, info, warning or error behind it.',
      ],
    ],
    [
      'rules:\n  milestone-overdue: [error]\n',
      ['[error] → “rules: milestone-overdue” should be one level: off, hint, info, warning or error.'],
    ],
    [
      'rules:\n  outcomes-too-many: { severity: 3 }\n',
      ['3 → “3” is no level. Write off, hint, info, warning or error.'],
    ],
    [
      'rules:\n  outcomes-too-many: { mst: 3 }\n',
      ['mst → The rule outcomes-too-many has no option “mst”. Did you mean “most”?'],
    ],
    [
      'rules:\n  milestone-overdue: { toString: 3 }\n',
      ['toString → The rule milestone-overdue has no option “toString”. It has severity.'],
    ],
    [
      'rules:\n  outcomes-too-many: { most: many }\n',
      ['many → “most” of outcomes-too-many should be a whole number from 0 on, such as 5.'],
    ],
    ['rules:\n  outcomes-too-many: { strict: 1 }\n', ['1 → “strict” of outcomes-too-many should be true or false.']],
    [
      'rules:\n  outcomes-too-many: { except: okr }\n',
      ['okr → “except” of outcomes-too-many should be a list of texts, such as [okr].'],
    ],
    ['rules: off\n', ['off → “rules” should be a group: one rule a line, then a colon and its level.']],
    [
      'plans: crm/*.yaml\n',
      ['crm/*.yaml → “plans” should be a list of globs. Put each on a line of its own, with a dash in front.'],
    ],
    ['plans:\n  - crm/*.yaml\n  - 7\n', ['7 → This should be a glob, such as “customers/**/*.yaml”.']],
    ['rule:\n  milestone-overdue: off\n', ['rule → There is no setting “rule”. Did you mean “rules”?']],
    [
      'owners: []\n',
      [
        'owners → There is no setting “owners”. Settings are extends, plans, rules, overrides, vocabulary, custom_fields, fiscal_year_start and redact.',
      ],
    ],
    [
      '- milestone-overdue\n',
      [
        '- milestone-overdue\n → A configuration is a group of settings, such as “rules:” with a rule and its level below.',
      ],
    ],
    ['rules: {}\nrules: {}\n', ['rules → “rules” stands twice here. Keep one.']],
    ['rules:\n  milestone-overdue: "off\n', ['"off → A quote is opened here and never closed. Add the closing quote.']],
    ['rules:\n\tmilestone-overdue: off\n', [expect.stringContaining('A tab indents this line.')]],
  ])('%j', (text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  it('keeps what can be read beside it', () => {
    const text =
      'rules:\n  outcomes-too-many: { severity: loud, most: 4, strict: 2 }\n  milestone-overdue: off\nplans: [a.yaml, {}]\n';
    const { config, problems } = readConfig(text, RULES);
    expect(problems).toHaveLength(3);
    expect(config.rules.get('outcomes-too-many')?.options).toEqual({ most: 4 });
    expect(config.rules.get('outcomes-too-many')?.severity).toBeUndefined();
    expect(config.rules.get('milestone-overdue')?.severity).toBe('off');
    expect(config.plans).toEqual(['a.yaml']);
  });

  it('says that a second document is not read', () => {
    const { config, problems } = readConfig(
      'rules:\n  milestone-overdue: off\n---\nrules:\n  outcomes-too-many: off\n',
      RULES,
    );
    expect(problems.map(problem => problem.message)).toEqual([
      'A configuration is one document: what follows “---” is not read.',
    ]);
    expect([...config.rules.keys()]).toEqual(['milestone-overdue']);
  });

  it('marks places inside the text, in order, for every beginning of a file', () => {
    const text =
      'plans: [a, 7, {b: c}]\nrules:\n  outcomes-too-many: { severity: "loud", most: [1], nope: 2 }\n  milestone-overdu: 1\nvocab: *x\n';
    for (let length = 0; length <= text.length; length++) {
      const prefix = text.slice(0, length);
      const { problems } = readConfig(prefix, RULES);
      const starts = problems.map(problem => problem.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      for (const { start, end } of problems)
        expect(start <= end && start >= 0 && end <= length + 1, `${length}: ${start}-${end}`).toBe(true);
    }
  });
});
