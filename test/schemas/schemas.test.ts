import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Json = { readonly [key: string]: unknown };

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const entries = (value: unknown): [string, Json][] =>
  isJson(value) ? Object.entries(value).flatMap(([key, entry]) => (isJson(entry) ? [[key, entry]] : [])) : [];
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const template = (name: string): unknown => parse(read(`test/fixtures/template.${name}.yaml`));

function readSchema(name: string): Json {
  const schema: unknown = JSON.parse(read(`schemas/${name}.schema.json`));
  if (!isJson(schema)) throw new Error(`${name}: the schema is not an object`);
  return schema;
}

/** Compiles in ajv's default strict mode; `said` collects whatever ajv would have printed. */
function compile(schema: Json) {
  const said: unknown[] = [];
  const say = (...args: unknown[]) => void said.push(...args);
  const validate = new Ajv({ allErrors: true, logger: { log: say, warn: say, error: say } }).compile(schema);
  return { validate, said };
}

/** Every property of every object, as [owner.field, schema], the document's own included. */
function propertiesOf(schema: Json): [string, Json][] {
  const owners: [string, Json][] = [['', schema], ...entries(schema.definitions)];
  return owners.flatMap(([owner, body]) =>
    entries(body.properties).map(([field, property]): [string, Json] => [`${owner}.${field}`, property]),
  );
}

/** The schema an inner `$ref` leads to, or the schema itself. */
function resolve(schema: Json, node: Json): Json {
  const name = typeof node.$ref === 'string' ? node.$ref.replace('#/definitions/', '') : undefined;
  return entries(schema.definitions).find(([key]) => key === name)?.[1] ?? node;
}

function refsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(refsIn);
  if (!isJson(node)) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value.replace('#/definitions/', '')] : refsIn(value),
  );
}

const SECTIONS = [
  ...['plan', 'customer', 'agreement', 'stakeholders', 'outcomes', 'milestones', 'phases', 'decision'],
  ...['implementation', 'resources', 'communication', 'risks', 'review_history', 'renewal', 'internal'],
];

describe.each([
  { name: 'success-plan', top: SECTIONS, required: ['plan'], spare: ['riskRef'] },
  { name: 'qbr', top: ['qbr'], required: ['qbr'], spare: [] },
])('$name.schema.json', ({ name, top, required, spare }) => {
  const schema = readSchema(name);
  const definitions = entries(schema.definitions);

  it('compiles in ajv’s default strict mode without a word', () => {
    expect(compile(schema).said).toEqual([]);
  });

  it('takes the template as it is', () => {
    const { validate } = compile(schema);
    validate(template(name));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has the sections in the template’s order', () => {
    expect(Object.keys(isJson(schema.properties) ? schema.properties : {})).toEqual(top);
    expect(schema.required).toEqual(required);
    expect(schema.$id).toBe(`${name}.schema.json`);
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  });

  it('closes every object but for the team’s own keys', () => {
    const objects = [schema, ...definitions.map(([, body]) => body)].filter(body => body.type === 'object');
    expect(objects.length).toBeGreaterThan(2);
    for (const body of objects) {
      expect(body, String(body.title)).toMatchObject({ additionalProperties: false, title: expect.any(String) });
      expect(body.patternProperties, String(body.title)).toEqual({ '^x-': {} });
      const known = Object.keys(isJson(body.properties) ? body.properties : {});
      expect(known, String(body.title)).toEqual(expect.arrayContaining(list(body.required)));
    }
  });

  it('gives each definition a title, a description and a use, and refers to nothing else', () => {
    const names = definitions.map(([key]) => key);
    expect([...new Set([...refsIn(schema), ...spare])].sort()).toEqual([...names].sort());
    for (const [key, body] of definitions) {
      expect(body, key).toMatchObject({ title: expect.stringMatching(/\S/), description: expect.stringMatching(/\S/) });
    }
  });

  it('describes every property: one line, then Good, Weak and a question to Ask', () => {
    for (const [place, property] of propertiesOf(schema)) {
      expect(property.description, place).toMatch(
        /^(?!Good|Weak|Ask)\S[^\n]*\S\n\nGood: [^\n]+\n\nWeak: [^\n]+\n\nAsk: [^\n]+$/,
      );
    }
  });

  it('shares one definition between properties instead of writing shapes inline', () => {
    for (const [place, property] of propertiesOf(schema)) {
      const shape = property.type === 'array' ? property.items : property;
      expect(shape, place).toHaveProperty('$ref');
    }
  });

  it('gives every enum value a meaning, once', () => {
    for (const [key, body] of definitions.filter(([, candidate]) => 'oneOf' in candidate)) {
      const values = list(body.oneOf);
      for (const value of values) {
        expect(value, key).toEqual({
          const: expect.stringMatching(/^[a-z0-9_]+$/),
          description: expect.stringMatching(/^[^\n]+\.$/),
        });
      }
      const words = values.map(value => (isJson(value) ? value.const : value));
      expect(new Set(words).size, key).toBe(words.length);
    }
  });

  it('offers only examples and defaults that it accepts itself', () => {
    const ajv = new Ajv().addSchema(schema);
    for (const [place, property] of propertiesOf(schema)) {
      const offered = [...list(property.examples), ...('default' in property ? [property.default] : [])];
      for (const value of offered) {
        expect(ajv.validate(`${name}.schema.json${property.$ref}`, value), `${place}: ${value}`).toBe(true);
      }
    }
  });
});

describe('success-plan.schema.json', () => {
  const schema = readSchema('success-plan');
  const { validate } = compile(schema);
  const errorsOf = (yaml: string): string[] => {
    validate(parse(yaml));
    return [...new Set((validate.errors ?? []).map(error => error.instancePath))];
  };

  it.each([
    ['a status out of its enum', 'plan: { status: activ }', '/plan/status'],
    ['a key nobody knows', 'plan: { nxt_review: 2026-05-01 }', '/plan'],
    ['a date in another order', 'plan: { created: 01/02/2026 }', '/plan/created'],
    ['a section of another shape', 'plan: {}\noutcomes: { id: O1 }', '/outcomes'],
    ['an outcome without its description', 'plan: {}\noutcomes: [{ id: O1 }]', '/outcomes/0'],
    [
      'a measurement without a value',
      'plan: {}\noutcomes: [{ description: x, measurements: [{ date: 2026-02-01 }] }]',
      '/outcomes/0/measurements/0',
    ],
    ['a nameless person', 'plan: {}\nstakeholders: { customer: [{ role: Director }] }', '/stakeholders/customer/0'],
    [
      'a vendor’s type on the customer’s side',
      'plan: {}\nstakeholders: { customer: [{ name: Li Wei, type: support }] }',
      '/stakeholders/customer/0/type',
    ],
    ['a document without its plan', 'customer: { company: Lakeshore Health Group }', ''],
  ])('rejects %s', (_what, yaml, path) => {
    expect(errorsOf(yaml)).toContain(path);
  });

  it.each([
    ['dates without quotes, and open ones', 'plan: { created: 2026-02-01, next_review: }'],
    [
      'the team’s own keys anywhere',
      'x-crm: 1\nplan: { x-team: { a: [1] } }\noutcomes: [{ description: x, x-score: 3 }]',
    ],
    ['several owners of a milestone', 'plan: {}\nmilestones: [{ name: Go-live, owner: [Sarah Chen, Li Wei] }]'],
    ['value as text', 'plan: {}\noutcomes: [{ description: x, business_value: Saves 300 hours }]'],
    [
      'value as an amount',
      'plan: {}\noutcomes: [{ description: x, business_value: { summary: Rework, amount: 18000, per: year } }]',
    ],
    [
      'plain numbers as quantities',
      'plan: {}\noutcomes: [{ description: x, baseline: { current: 31 }, target: { goal: 40 } }]',
    ],
    ['yes and true alike', 'plan: {}\nagreement: { co_created: yes }\ninternal: [anything, { at: all }]'],
    ['plan changes as a list', 'plan: {}\nreview_history: [{ date: 2026-02-01, plan_changes: [O1 goal raised] }]'],
  ])('accepts %s', (_what, yaml) => {
    expect(errorsOf(yaml)).toEqual([]);
  });

  it('explains every section, and every field the template uses, by a good and a weak example', () => {
    const unexplained: string[] = [];
    const visit = (value: unknown, node: Json, path: string): void => {
      if (Array.isArray(value)) {
        const item = isJson(node.items) ? resolve(schema, node.items) : node;
        for (const entry of value) visit(entry, item, path);
        return;
      }
      for (const [field, property] of entries(node.properties)) {
        if (!isJson(value) || !(field in value)) continue;
        if (!String(property.description).includes('\n\nWeak: ')) unexplained.push(`${path}.${field}`);
        visit(value[field], property.type === 'array' ? property : resolve(schema, property), `${path}.${field}`);
      }
    };
    visit(template('success-plan'), schema, '');
    for (const [section, property] of entries(schema.properties)) {
      if (!String(property.description).includes('\n\nAsk: ')) unexplained.push(section);
    }
    expect(unexplained).toEqual([]);
  });
});
