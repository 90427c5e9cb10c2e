import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../plan/config/config.ts';

const schema: Record<string, unknown> = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));

describe('config.schema.json', () => {
  const said: unknown[] = [];
  const say = (...args: unknown[]) => void said.push(...args);
  const validate = new Ajv({ allErrors: true, logger: { log: say, warn: say, error: say } }).compile(schema);

  it('compiles in ajv’s default strict mode without a word', () => {
    expect(said).toEqual([]);
  });

  it('explains every setting and every definition', () => {
    const unexplained: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key !== 'properties' && key !== 'definitions') continue;
        for (const [name, body] of Object.entries(value ?? {})) {
          if (typeof body !== 'object' || body === null || !('description' in body))
            unexplained.push(`${path}.${name}`);
          visit(body, `${path}.${name}`);
        }
      }
    };
    visit(schema, '');
    expect(unexplained).toEqual([]);
  });

  /** What the schema refuses the reader refuses too, and the other way round. */
  it.each([
    ['extends: strict', true],
    ['extends: [pre-sale, ../a.yaml]', true],
    ['extends: strikt', false],
    ['plans: [a/*.yaml]', true],
    ['plans: a/*.yaml', false],
    ['rules: { outcomes-too-many: { max: 4 } }', true],
    ['rules: { outcomes-too-many: { max: -4 } }', false],
    ['rules: { outcomes-too-many: { max: 4.5 } }', false],
    ['rules: { nope: off }', false],
    ['rules: { risks-missing: false }', false],
    ['overrides: [{ files: pilots/**, rules: { risks-missing: off } }]', true],
    ['overrides: [{ rules: { risks-missing: off } }]', false],
    ['overrides: [{ files: [pilots/**] }]', false],
    ['vocabulary: { segments: [a, b], statuses: { plan: { on_hold: at_risk } } }', true],
    ['vocabulary: { statuses: { plan: { on_hold: paused } } }', false],
    ['vocabulary: { words: [a] }', false],
    ['custom_fields: { x-crm: { type: text, in: customer, pattern: "a+" } }', true],
    ['custom_fields: { crm: { type: text } }', false],
    ['custom_fields: { x-crm: { type: words } }', false],
    ['custom_fields: { x-crm: { type: text, in: [nowhere] } }', false],
    ['fiscal_year_start: 12', true],
    ['fiscal_year_start: April', true],
    ['fiscal_year_start: apr', true],
    ['fiscal_year_start: 0', false],
    ['fiscal_year_start: spring', false],
    ['redact: [customer.context, outcomes.x-margin]', true],
    ['redact: [customer.contexts]', false],
    ['x-ours: { any: thing }', true],
    ['ours: 1', false],
  ])('%s', (text, sound) => {
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(sound);
    expect(readConfig(text).problems.length === 0, JSON.stringify(readConfig(text).problems)).toBe(sound);
  });
});
