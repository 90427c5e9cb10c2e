import { describe, expect, it } from 'vitest';
import { completeConfig } from '../../../plan/authoring/config/complete.ts';
import { explainConfig } from '../../../plan/authoring/config/hover.ts';
import { applyEdits } from '../../../plan/check.ts';
import { ALL_RULES } from '../../../plan/generated/rules.ts';
import { parse } from '../../../plan/syntax/parse.ts';
import { withCursor } from '../../support/cursor.ts';

function labels(marked: string): string[] {
  const { text, offset } = withCursor(marked);
  return completeConfig(text, offset).map(one => one.label);
}

function accepted(marked: string, label: string): string {
  const { text, offset } = withCursor(marked);
  const one = completeConfig(text, offset).find(candidate => candidate.label === label);
  if (!one) throw new Error(`${label} is not offered, but ${labels(marked).join(', ')}`);
  return applyEdits(text, [{ ...one.replace, newText: one.insert }]);
}

const LEVELS = ['off', 'hint', 'info', 'warning', 'error'];
const RULES = ALL_RULES.map(rule => rule.id);

describe('what is offered in a configuration', () => {
  it.each<[string, readonly string[]]>([
    [
      'extends: strict\n<|>',
      ['plans', 'rules', 'overrides', 'vocabulary', 'custom_fields', 'fiscal_year_start', 'redact'],
    ],
    ['extends: <|>\n', ['recommended', 'strict', 'pre-sale']],
    ['extends: [strict, <|>]\n', ['recommended', 'pre-sale']],
    ['extends:\n  - <|>\n', ['recommended', 'strict', 'pre-sale']],
    ['rules:\n  <|>\n', RULES],
    ['rules:\n  risks-missing: off\n  <|>\n', RULES.filter(id => id !== 'risks-missing')],
    ['rules:\n  risks-missing: <|>\n', LEVELS],
    ['rules:\n  outcomes-too-many: { <|> }\n', ['severity', 'max']],
    ['rules:\n  outcomes-too-many: { severity: <|> }\n', LEVELS],
    ['rules:\n  outcomes-too-many:\n    severity: error\n    <|>\n', ['max']],
    ['overrides:\n  - <|>\n', ['files', 'rules']],
    ['overrides:\n  - files: [pilots/**]\n    rules:\n      risks-missing: <|>\n', LEVELS],
    ['vocabulary:\n  <|>\n', ['segments', 'plan_tiers', 'customer_types', 'vendor_types', 'statuses']],
    ['vocabulary:\n  statuses:\n    <|>\n', ['plan', 'outcome', 'milestone', 'risk', 'action']],
    ['vocabulary:\n  statuses:\n    plan: { on_hold: <|> }\n', ['active', 'completed', 'at_risk', 'archived', 'draft']],
    [
      'vocabulary:\n  statuses:\n    risk:\n      parked: <|>\n',
      ['open', 'mitigated', 'accepted', 'occurred', 'closed'],
    ],
    ['custom_fields:\n  x-crm-id:\n    <|>\n', ['type', 'in', 'description', 'values', 'pattern']],
    [
      'custom_fields:\n  x-crm-id: { type: <|> }\n',
      ['text', 'number', 'date', 'money', 'quantity', 'yes_no', 'one_of', 'list'],
    ],
    ['vocabulary:\n  statuses:\n    plan:\n      <|>\n', ['on_hold']],
    ['plans:\n  - <|>\n', ['customers/**/*.yaml', '!customers/archive/**']],
    ['custom_fields:\n  <|>\n', ['x-crm-id']],
    ['plans: <|>\n', ['[customers/**/*.yaml, "!customers/archive/**"]']],
    ['# <|>\n', []],
  ])('%j', (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  it('fields with what they stand in', () => {
    expect(labels('redact: [<|>]\n')).toEqual(
      expect.arrayContaining(['customer.context', 'outcomes.milestones.owner']),
    );
    expect(accepted('redact:\n  - cust<|>\n', 'customer.context')).toBe('redact:\n  - customer.context\n');
    expect(labels('custom_fields:\n  x-crm-id: { in: [<|>] }\n')).toEqual(
      expect.arrayContaining(['document', 'customer', 'customer.contract', 'outcomes.milestones']),
    );
    expect(labels('custom_fields:\n  x-crm-id: { in: <|> }\n')).not.toContain('customer.context');
    expect(labels('fiscal_year_start: <|>\n')).toContain('april');
  });

  it('goes on where a value or a group follows', () => {
    expect(accepted('rules:\n  risks<|>\n', 'risks-missing')).toBe('rules:\n  risks-missing: \n');
    expect(accepted('<|>', 'rules')).toBe('rules:\n  ');
    expect(accepted('<|>', 'extends')).toBe('extends: ');
    expect(accepted('<|>', 'overrides')).toBe('overrides:\n  - ');
  });
});

describe('what hover says in a configuration', () => {
  const text = `extends: pre-sale
rules:
  risks-missing: off
  outcomes-too-many: { severity: info, max: 4 }
overrides:
  - files: [pilots/**]
    rules: { milestone-overdue: error }
vocabulary:
  statuses:
    plan: { on_hold: at_risk }
custom_fields:
  x-crm-id: { type: money, in: [outcomes.milestones] }
redact: [customer.context]
`;
  const said = (word: string, from = 0) =>
    explainConfig(parse(text), text.indexOf(word, from) + 1, rule => `page:${rule}`)?.markdown;

  it.each([
    ['extends', '**extends** — What this file builds on'],
    ['pre-sale', '**pre-sale** — For plans before the signature'],
    ['risks-missing', '**risks-missing** — A plan without a single risk. Unless said: warning.'],
    ['risks-missing', '[Why it matters, with an example](page:risks-missing)'],
    ['off', '**off** — It does not speak at all.'],
    ['severity', '**severity** — How loudly the rule speaks.'],
    ['info', '**info** — A better plan would have it.'],
    ['max', '**max** — How many outcomes may be pursued at once. Unless said: 5.'],
    ['files', '**files** — The plans that this is for'],
    ['milestone-overdue', '(page:milestone-overdue)'],
    ['on_hold', '**on_hold** — Your word for the status of a plan. It counts as at_risk everywhere.'],
    ['at_risk', '**at_risk** — '],
    ['money', '**money** — An amount, such as $12,000.'],
    ['outcomes.milestones', '**outcomes.milestones** — '],
    ['customer.context', '**customer.context** — '],
  ])('%s', (word, expected) => {
    expect(said(word)).toContain(expected);
  });

  it('nothing on comments, globs and between', () => {
    expect(said('pilots')).toBeUndefined();
    expect(explainConfig(parse('# ours\n'), 3, () => undefined)).toBeUndefined();
  });

  it('works at every place of it, and of every beginning of it', () => {
    for (let end = 0; end <= text.length; end += 7) {
      const prefix = text.slice(0, end);
      expect(() => completeConfig(prefix, end)).not.toThrow();
      expect(() => explainConfig(parse(prefix), end, () => undefined)).not.toThrow();
    }
  });
});
