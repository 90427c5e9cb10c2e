import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../plan/check.ts';
import { readConfig } from '../../../plan/config/config.ts';
import { configFindings } from '../../../plan/config/finding.ts';

/** What is marked and what is said of it; the fix behind an arrow, as what would stand there. */
function told(text: string): string[] {
  return configFindings(readConfig(text).problems).map(finding => {
    const [fix] = finding.fixes();
    const edit = fix?.edits[0];
    return `${text.slice(finding.start, finding.end)} | ${finding.message}${edit ? ` → ${edit.newText}` : ''}`;
  });
}

const PATHS = 'Write the field with what it stands in, such as customer.context or outcomes.business_value.';

describe('what cannot be followed is marked where it stands', () => {
  it.each<[string, string[]]>([
    ['extends: strikt\n', ['strikt | There is no preset “strikt”. Did you mean “strict”? → strict']],
    [
      'extends: everything\n',
      [
        'everything | There is no preset “everything”. Presets are recommended, strict and pre-sale; a path ends with .yaml.',
      ],
    ],
    ['extends: [strict, ]\nplans: []\n', []],
    [
      'extends:\n  - strict\n  -\n',
      ['- | “extends” takes the name of a preset or the path of another configuration, or a list of such.'],
    ],
    [
      'extends: https://plans.example/base.yaml\n',
      [
        'https://plans.example/base.yaml | A configuration that is extended is named by its path from this file, such as ../standards/plans.yaml.',
      ],
    ],
    [
      'rules:\n  outcomes-too-many: { max: -1 }\n',
      ['-1 | “max” of outcomes-too-many should be a whole number from 0 on, such as 5.'],
    ],
    [
      'rules:\n  outcomes-too-many: { max: 2.5 }\n',
      ['2.5 | “max” of outcomes-too-many should be a whole number from 0 on, such as 5.'],
    ],
    [
      'rules:\n  "risks-mising": off\n',
      ['"risks-mising" | There is no rule “risks-mising”. Did you mean “risks-missing”? → "risks-missing"'],
    ],
    ['overrides: {}\n', ['{} | “overrides” should be a list: each entry with “files”, and with “rules” for them.']],
    [
      'overrides:\n  - rules: { risks-missing: off }\n',
      ['rules | This override names no files. Add “files” with a glob, such as pilots/**.'],
    ],
    [
      'overrides:\n  - files: []\n    rules: { risks-missing: off }\n',
      ['files | This override names no files. Add “files” with a glob, such as pilots/**.'],
    ],
    [
      'overrides:\n  - files: [pilots/**]\n',
      ['files | This override sets nothing. Add “rules” with a rule and its level.'],
    ],
    [
      'overrides:\n  - file: [pilots/**]\n    rules: { risks-missing: of }\n',
      [
        'file | An override has no “file”. Did you mean “files”? → files',
        'file | This override names no files. Add “files” with a glob, such as pilots/**.',
        'of | “of” is no level. Did you mean “off”? → off',
      ],
    ],
    [
      'overrides:\n  - files: [../pilots/**, "!/archive/**"]\n    rules: { risks-missing: off }\n',
      [
        '../pilots/** | “../pilots/**” leads out of this file’s folder, so it fits no plan. Globs count from there: pilots/**.',
        '"!/archive/**" | “!/archive/**” leads out of this file’s folder, so it fits no plan. Globs count from there: pilots/**.',
      ],
    ],
    [
      'plans: [accounts/, "!accounts/old/", /crm/**, "D:/crm/*.yaml", ../crm/**]\n',
      [
        'accounts/ | “accounts/” is a folder, so it fits no plan. What is in it: accounts/**. → accounts/**',
        '"!accounts/old/" | “!accounts/old/” is a folder, so it fits no plan. What is in it: !accounts/old/**. → "!accounts/old/**"',
        '/crm/** | “/crm/**” leads out of this file’s folder, so it fits no plan. Globs count from there: accounts/**.',
        '"D:/crm/*.yaml" | “D:/crm/*.yaml” leads out of this file’s folder, so it fits no plan. Globs count from there: accounts/**.',
      ],
    ],
    [
      'overrides:\n  - { files: pilots/, rules: { risks-missing: off } }\n',
      ['pilots/ | “pilots/” is a folder, so it fits no plan. What is in it: pilots/**. → pilots/**'],
    ],
    ['overrides:\n  - pilots/**\n', ['pilots/** | An override is a group: “files” with globs, and “rules” for them.']],
    [
      'vocabulary: { segment: [strategic] }\n',
      ['segment | A vocabulary has no “segment”. Did you mean “segments”? → segments'],
    ],
    [
      'vocabulary: { segments: strategic }\n',
      ['strategic | “segments” should be a list of words, such as [strategic, growth].'],
    ],
    ['vocabulary: { plan_tiers: [Gold, {}] }\n', ['{} | “plan_tiers” holds words, and here stands a group.']],
    [
      'vocabulary: { customer_types: [champion, regional_lead] }\n',
      ['champion | “champion” is a standard type already. Leave it out.'],
    ],
    [
      'vocabulary:\n  statuses:\n    outcome: { green: in_progres }\n',
      ['in_progres | “in_progres” is no standard status of an outcome. Did you mean “in_progress”? → in_progress'],
    ],
    [
      'vocabulary:\n  statuses:\n    risk: { parked: zzz }\n',
      ['zzz | “zzz” is no standard status of a risk. It can be open, mitigated, accepted, occurred or closed.'],
    ],
    [
      'vocabulary:\n  statuses:\n    milestone: { complete: skipped }\n',
      ['complete | “complete” is a standard word already, and keeps its meaning. Leave it out.'],
    ],
    [
      'vocabulary:\n  statuses:\n    plan: { on_hold: }\n',
      ['on_hold | “on_hold” should stand for one standard word: active, completed, at_risk, archived or draft.'],
    ],
    [
      'vocabulary:\n  statuses:\n    outcomes: { green: achieved }\n',
      ['outcomes | Nothing called “outcomes” has a status. Did you mean “outcome”? → outcome'],
    ],
    [
      'custom_fields:\n  crm-id: { type: text }\n',
      ['crm-id | Keys of your own begin with “x-”, which keeps them apart from the format’s: “x-crm-id”. → x-crm-id'],
    ],
    [
      'custom_fields:\n  x-crm-id: text\n',
      ['text | “x-crm-id” should be a group that says its type, such as { type: text }.'],
    ],
    [
      'custom_fields:\n  x-crm-id: { in: [customer] }\n',
      ['x-crm-id | “x-crm-id” has no type. It can be text, number, date, money, quantity, yes_no, one_of or list.'],
    ],
    [
      'custom_fields:\n  x-live: { type: yesno, in: [custmer] }\n',
      [
        'yesno | “yesno” is no type of a field. Did you mean “yes_no”? → yes_no',
        'custmer | “custmer” is no group of fields of a success plan. Did you mean “customer”? → customer',
      ],
    ],
    [
      'custom_fields:\n  x-tier: { type: one_of }\n',
      ['x-tier | “x-tier” is one of which values? List them under “values”.'],
    ],
    [
      'custom_fields:\n  x-tier: { type: one_of, values: [] }\n',
      ['[] | “values” should be a list of the values to choose from.'],
    ],
    [
      'custom_fields:\n  x-seats: { type: number, values: [1, 2], pattern: "1" }\n',
      [
        'values | “values” belongs to fields of type one_of or list, and this one is of type number.',
        'pattern | “pattern” belongs to fields of type text, and this one is of type number.',
      ],
    ],
    [
      'custom_fields:\n  x-crm: { type: text, pattern: "[a-" }\n',
      ['"[a-" | “pattern” should be a regular expression that the whole text must match, such as "[A-Z]{2}-[0-9]+".'],
    ],
    [
      'custom_fields:\n  x-crm: { type: text, inn: [customer] }\n',
      ['inn | An own field has no “inn”. Did you mean “in”? → in'],
    ],
    ['fiscal_year_start: 13\n', ['13 | “fiscal_year_start” is a month, 1 to 12 or its name, and here stands “13”.']],
    [
      'fiscal_year_start: Aprill\n',
      [
        'Aprill | “fiscal_year_start” is a month, 1 to 12 or its name, and here stands “Aprill”. Did you mean “april”? → april',
      ],
    ],
    [
      'redact: customer.context\n',
      ['customer.context | “redact” should be a list of fields, such as [customer.context].'],
    ],
    [
      'redact: [customer.contxt]\n',
      [
        'customer.contxt | A success plan has no field “customer.contxt”. Did you mean “customer.context”? → customer.context',
      ],
    ],
    [
      'redact: [everything else there may be]\n',
      [`everything else there may be | A success plan has no field “everything else there may be”. ${PATHS}`],
    ],
    ['redact: [[]]\n', [`[] | “redact” holds fields, and here stands a list. ${PATHS}`]],
    [
      'redact: [nowhere.x-crm]\n',
      [expect.stringContaining('nowhere.x-crm | A success plan has no field “nowhere.x-crm”.')],
    ],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('a fix puts the word there and leaves the rest', () => {
    const text = '# Ours\nextends: strikt   # for signatures\n';
    const [finding] = configFindings(readConfig(text).problems);
    expect(applyEdits(text, finding?.fixes()[0]?.edits ?? [])).toBe('# Ours\nextends: strict   # for signatures\n');
  });
});

describe('what can be followed', () => {
  it('is everything that the page says', () => {
    const { config, problems } = readConfig(`extends: [strict, ../standards/plans.yaml]
plans: [customers/**/*.yaml, "!customers/archive/**"]
overrides:
  - files: pilots/**
    rules: { risks-missing: off, outcomes-too-many: { max: 3 } }
vocabulary:
  segments: [strategic]
  plan_tiers: [Gold]
  customer_types: [regional_lead]
  vendor_types: [csm]
  statuses:
    plan: { on_hold: at_risk }
    action: { todo: open }
custom_fields:
  x-crm-id: { type: text, in: [customer, document], description: Account, pattern: "[0-9]{4}g.*" }
  x-tier: { type: one_of, values: [a, b] }
fiscal_year_start: Apr
redact: [customer.context, outcomes.business_value, internal.notes, outcomes.x-margin, x-region]
`);
    expect(problems).toEqual([]);
    expect(config.extends.map(base => base.name)).toEqual(['strict', '../standards/plans.yaml']);
    expect(config.overrides).toEqual([
      {
        files: ['pilots/**'],
        rules: new Map([
          ['risks-missing', { severity: 'off' }],
          ['outcomes-too-many', { options: { max: 3 } }],
        ]),
      },
    ]);
    expect(config.vocabulary.texts.get('customer.segment')).toEqual(['strategic']);
    expect(config.vocabulary.words.get('planStatus')).toEqual(new Map([['on_hold', 'at_risk']]));
    expect(config.vocabulary.words.get('customerPersonType')?.has('regional_lead')).toBe(true);
    expect(config.customFields.get('x-crm-id')).toMatchObject({ type: 'text', in: ['customer', 'document'] });
    expect(config.fiscalYearStart).toBe(4);
    expect(config.redact).toHaveLength(5);
  });

  it.each(['4', 'april', 'Apr', '"4"', 'APRIL'])('the year may begin in %s', month => {
    expect(readConfig(`fiscal_year_start: ${month}\n`)).toMatchObject({ config: { fiscalYearStart: 4 }, problems: [] });
  });

  it('a merge key lends what it names', () => {
    const text = `x-quiet: &quiet { risks-missing: off }
overrides:
  - files: [pilots/**]
    rules: { <<: *quiet, outcomes-too-many: info }
`;
    const { config, problems } = readConfig(text);
    expect(problems).toEqual([]);
    expect([...(config.overrides[0]?.rules.keys() ?? [])]).toEqual(['outcomes-too-many', 'risks-missing']);
  });
});

describe('any text', () => {
  const FULL = `x-quiet: &quiet { risks-missing: off }
extends: [strikt, ../standards/plans.yaml]
overrides:
  - files: [pilots/**]
    rules: { <<: *quiet, outcomes-too-mny: { max: -1 } }
vocabulary:
  segments: [strategic]
  statuses: { plan: { on_hold: at_rsk } }
custom_fields:
  x-crm-id: { type: txt, in: [custmer], pattern: "[" }
fiscal_year_start: aprl
redact: [customer.contxt]
rules: *quiet
`;

  function inside(text: string): void {
    for (const { start, end, meant } of readConfig(text).problems) {
      expect(0 <= start && start <= end && end <= text.length + 1, text).toBe(true);
      if (meant !== undefined) expect(meant).not.toBe(text.slice(start, end));
    }
  }

  it('is read from every beginning and without every line, places inside the text', () => {
    for (let end = 0; end <= FULL.length; end++) inside(FULL.slice(0, end));
    const lines = FULL.split('\n');
    for (let skip = 0; skip < lines.length; skip++) inside(lines.toSpliced(skip, 1).join('\r\n'));
  });

  it('is read when it is random', () => {
    const words = [
      'extends',
      'rules',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      'off',
      '*a',
      '&a ',
      '<<',
      '"',
      '#',
      'x-a',
      '!',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), parts => inside(parts.join(''))),
      { numRuns: 300 },
    );
  });
});
