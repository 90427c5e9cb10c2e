import { describe, expect, it } from 'vitest';
import { soundSections } from '../../support/examples.ts';
import { overlaid } from '../../support/overlay.ts';
import { markedBy, newLines, repaired, titles } from '../../support/repairs.ts';

const rule = 'unknown-key';
const contract = (rest: string) =>
  overlaid(`customer:\n  contract: { start_date: "2025-11-01", renewal_date: "2026-11-01", ${rest} }\n`);

describe('a value that a comma tears apart in braces', () => {
  it.each([
    ['arr: $40,000', '$40,000'],
    ['arr: 1,250,000 EUR', '1,250,000 EUR'],
    ['plan_tier: Enterprise, all depots', 'Enterprise, all depots'],
    ['plan_tier: Grid, Plus', 'Grid, Plus'],
    ['plan_tier: Grid, Plus, EMEA', 'Grid, Plus, EMEA'],
    ['plan_tier: Grid, multi-site', 'Grid, multi-site'],
    ['plan_tier: Grid, Ålesund', 'Grid, Ålesund'],
  ])('%s', (written, value) => {
    const text = contract(written);
    expect(markedBy(rule, text).split('\n')[1]?.trim()).toMatch(
      new RegExp(
        `^\\^{${value.length}} unknown-key \\(warning\\): .* so “${value.replace('$', '\\$')}” is torn apart here`,
      ),
    );
    expect(newLines(text, repaired(rule, text, 'Put it in quotes'))).toContain(`: "${value}" }`);
  });

  it('or in brackets', () => {
    const text = overlaid(
      'review_history:\n  - { date: "2026-01-20", attendees: [Dana Ruiz, Priya Shah], decisions: [Spend 1,250 EUR on it] }\n',
    );
    expect(newLines(text, repaired(rule, text, 'Put it in quotes'))).toContain('["Spend 1,250 EUR on it"]');
  });

  it.each([
    'arr: "$40,000"',
    'arr: 40000 USD, plan_tier: Team',
    'x-seats: [100,200,300]',
    'x-ids: [O1,200, R2]',
    'arr: 40000 USD, x-crm-id',
  ])('and none in %s', written => expect(markedBy(rule, contract(written))).toBe(''));
});

describe('offers the right name', () => {
  it.each([
    ['where it is free', 'planTier: Team', ['Change to “plan_tier”', 'Mark as your own: “x-planTier”']],
    ['not where it is taken', 'plan_tier: Team, plan_teir: Team', ['Mark as your own: “x-plan_teir”']],
    ['not where the value does not fit it', 'plan_teir: [Team]', ['Mark as your own: “x-plan_teir”']],
  ])('%s', (_, written, expected) => expect(titles(rule, contract(written))).toEqual(expected));
});

it.each([
  ['customer', 'contact', '  segment:', '  contact: Ken Abe\n  segment:'],
  ['contract', 'mrr', '    arr:', '    mrr: $7,000\n    arr:'],
  ['baseline', 'comment', '      current:', '      comment: as told by Ken\n      current:'],
  [
    'milestone',
    'link',
    '        owner: Ken Abe',
    '        link: https://plans.northwind.example\n        owner: Ken Abe',
  ],
  ['milestone', 'owner_email', '        owner: Ken', '        owner_email: k@northwind.example\n        owner: Ken'],
  ['review', 'location', '    summary:', '    location: Depot in Leeds\n    summary:'],
])('takes other words for what they are: in a %s “%s”', (_, key, before, lines) => {
  const text = soundSections().replace(before, lines);
  expect(text).not.toBe(soundSections());
  expect(titles(rule, text)).toEqual([`Mark as your own: “x-${key}”`]);
  expect(markedBy(rule, text)).toMatch(/; a field of your own begins with x-\.$/);
});

it.each([
  ['onwer', 'owner'],
  ['Target Date', 'target_date'],
  ['dependencies', 'depends_on'],
])('knows “%s” for %s', (key, field) => {
  const text = soundSections().replace(
    new RegExp(`        (?:${field === 'depends_on' ? 'kind' : field}): .*\\n`),
    `        ${key}: Ken Abe\n`,
  );
  expect(markedBy(rule, text)).toMatch(new RegExp(`Did you mean “${field}”\\?$`));
});

it('does not make a field of the team’s own of one that is then asked for', () => {
  const text = soundSections().replace('        owner: Ken Abe', '        responsible: Ken Abe');
  expect(titles(rule, text)).toEqual(['Change to “owner”']);
});

it('nor of what is said of the renewal', () => {
  const text = soundSections().replace('    renewal_evidence:', '    renewal_evidance:');
  expect(titles(rule, text)).toEqual(['Change to “renewal_evidence”']);
});

it.each([
  ['sumary: Faster reports', 'summary'],
  ['amont: $40,000', 'amount'],
])('nor of what a business value is about: %s', (written, field) => {
  const text = soundSections().replace(/business_value: .*/, `business_value:\n      ${written}`);
  expect(titles(rule, text)).toEqual([`Change to “${field}”`]);
});

describe('a key that needs quotes', () => {
  it.each([
    ['keeps them', '"Owner: name": Ken', '  "x-Owner: name": Ken'],
    ['keeps single ones', "'a #b': Ken", "  'x-a #b': Ken"],
  ])('%s', (_, written, expected) => {
    const text = soundSections().replace('  segment:', `  ${written}\n  segment:`);
    expect(newLines(text, repaired(rule, text))).toBe(expected);
  });

  it('is no name where it takes in the line above', () => {
    const text =
      'plan:\n  version: 1\nreview_history:\n- summary: Fine\n  decisions:\n\t- Train them\n  plan_changes: none\n';
    expect(markedBy(rule, text)).toContain('Train them');
    expect(titles(rule, text)).toEqual([]);
  });
});
