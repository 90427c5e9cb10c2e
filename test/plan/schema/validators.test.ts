import { globSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import * as validators from '../../../plan/generated/validators.ts';
import { oneOf, type, type Validator, validator } from '../../../plan/schema/checks.ts';
import { parse } from '../../../plan/syntax/parse.ts';
import type { Node, Scalar } from '../../../plan/syntax/tree.ts';

/*
 * The validators are our own; ajv, with the schemas as they are published, says what they must find: the same places, for the same
 * reasons.
 */

type Json = { readonly [key: string]: unknown };

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const schemas = ['success-plan', 'qbr'].map(name => {
  const schema: unknown = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'));
  if (!isJson(schema) || !isJson(schema.definitions)) throw new Error(`${name} has no definitions`);
  return { name, definitions: schema.definitions, simpler: simpler(schema) };
});

/** Choices between constants as an enum and between plain types as a list of types: the same, but each is one error. */
function simpler(schema: Json): Json {
  return JSON.parse(
    JSON.stringify(schema, (_, value: unknown) => {
      if (!isJson(value)) return value;
      const { oneOf: constants, anyOf: options, ...rest } = value;
      if (Array.isArray(constants) && constants.every(option => 'const' in option))
        return { ...rest, enum: constants.map(option => option.const) };
      if (Array.isArray(options) && options.every(option => Object.keys(option).join() === 'type'))
        return { ...rest, type: options.map(option => option.type) };
      return value;
    }),
  );
}

const ajv = new Ajv({ allErrors: true, strict: false, strictNumbers: true });
for (const { name, simpler: schema } of schemas) ajv.addSchema(schema, name);

const doors: [name: string, ours: Validator, theirs: ValidateFunction, definition: unknown, definitions: Json][] =
  Object.entries(validators).map(([name, ours]) => {
    const schema = schemas.find(({ definitions }) => name in definitions);
    const theirs = schema && ajv.getSchema(`${schema.name}#/definitions/${name}`);
    if (!schema || !theirs) throw new Error(`no schema defines ${name}`);
    return [name, ours, theirs, schema.definitions[name], schema.definitions];
  });

/** Both must agree on a value. Ours looks at keys as they stand in the text, ajv as they do in the schema. */
function compare(ours: Validator, theirs: ValidateFunction, data: unknown): void {
  const fits = theirs(data);
  expect(ours(nodeOf(data))).toBe(fits);
  expect(inOrder(ours.errors)).toEqual(inOrder(theirs.errors));
}

function inOrder(errors: Validator['errors'] | ValidateFunction['errors']): readonly string[] | undefined {
  return errors?.map(({ instancePath, keyword, params }) => JSON.stringify({ instancePath, keyword, params })).sort();
}

const NOWHERE = { start: 0, end: 0 };

/** The tree of a text that says this. */
function nodeOf(data: unknown): Node {
  if (Array.isArray(data)) return { ...NOWHERE, kind: 'sequence', flow: true, items: data.map(nodeOf), dashes: [] };
  if (!isJson(data)) return scalar(isValue(data) ? data : null);
  const pairs = Object.entries(data).map(([key, value]) => ({ ...NOWHERE, key: scalar(key), value: nodeOf(value) }));
  return { ...NOWHERE, kind: 'mapping', flow: true, pairs };
}

function scalar(value: Scalar['value']): Scalar {
  return { ...NOWHERE, kind: 'scalar', value, text: String(value), style: 'plain' };
}

function isValue(data: unknown): data is Scalar['value'] {
  return data === null || ['string', 'number', 'boolean'].includes(typeof data);
}

const anything = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 1.5, Number.NaN, '', 'yes', 'none', '2026-01-15', 'soon', '__proto__'),
  // In YAML a key `<<` brings in another mapping: it is no key of its own, as it is in JSON.
  fc.jsonValue({ maxDepth: 2 }).filter(value => !JSON.stringify(value).includes('"<<":')),
);

/** Values as the schema has them, and now and then something else. */
function valuesFor(body: unknown, definitions: Json): fc.Arbitrary<unknown> {
  if (!isJson(body)) return anything;
  const right = rightFor(body, definitions);
  return fc.oneof({ arbitrary: right, weight: 12 }, { arbitrary: anything, weight: 1 });
}

function rightFor(body: Json, definitions: Json): fc.Arbitrary<unknown> {
  if (typeof body.$ref === 'string')
    return valuesFor(definitions[body.$ref.replace('#/definitions/', '')], definitions);
  if (isJson(body.properties)) {
    const fields = Object.entries(body.properties).map(([name, field]) => [name, valuesFor(field, definitions)]);
    const own: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields);
    const strange = fc.dictionary(fc.constantFrom('x-crm', 'extra', 'a/b', 'a~b', 'toString'), anything, {
      maxKeys: 1,
    });
    return fc
      .tuple(fc.record(own, { requiredKeys: [] }), fc.oneof({ arbitrary: fc.constant({}), weight: 4 }, strange))
      .map(([known, more]) => Object.assign(Object.create(null), known, more));
  }
  if (body.items) return fc.array(valuesFor(body.items, definitions), { maxLength: 3 });
  const options = Array.isArray(body.oneOf) ? body.oneOf : Array.isArray(body.anyOf) ? body.anyOf : undefined;
  if (options)
    return fc.oneof(
      ...options.map(option => ('const' in option ? fc.constant(option.const) : valuesFor(option, definitions))),
    );
  return fc.constantFrom('Sarah Chen', '2026-01-15', '12 days', 'none', 'Yes', 3, 0, true, null);
}

it.each(doors)('finds in %s what ajv finds', (_, ours, theirs, definition, definitions) => {
  fc.assert(
    fc.property(valuesFor(definition, definitions), data => compare(ours, theirs, data)),
    { numRuns: 300 },
  );
});

it('finds in every section of every example what ajv finds', () => {
  let compared = 0;
  for (const file of globSync('examples/**/*.yaml')) {
    for (const document of parseAllDocuments(readFileSync(file, 'utf8'), { uniqueKeys: false })) {
      const plan: unknown = 'toJS' in document ? document.toJS() : undefined;
      for (const value of Object.values(isJson(plan) ? plan : {})) {
        for (const part of Array.isArray(value) ? value : [value]) {
          // A section is also held against every other definition: that is a value full of mistakes.
          for (const [, ours, theirs] of doors) compare(ours, theirs, part);
          compared++;
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(50);
});

it('says of each value anew what does not fit', () => {
  const one = validator(type('string'));
  const other = validator(oneOf('active'));
  expect(one(scalar(1))).toBe(false);
  const { errors } = one;
  expect(other(scalar('late'))).toBe(false);
  expect(one.errors).toBe(errors);
  expect(errors).toEqual([{ instancePath: '', keyword: 'type', params: { type: 'string' } }]);
  expect(one(scalar('text'))).toBe(true);
  expect(one.errors).toBeNull();
});

/** What the first outcome below some anchors misses. */
function missesOf(text: string): readonly string[] {
  const plan = parse(text).documents[0];
  const outcome = plan?.sections.find(({ part }) => part.section === 'outcomes')?.items?.[0]?.node;
  if (!outcome) throw new Error('there is no outcome');
  return validators.outcome(outcome) ? [] : (inOrder(validators.outcome.errors) ?? []);
}

it('follows aliases, and takes what a merge key brings in as there', () => {
  const outcome = 'outcomes:\n  - id: O1\n    ';
  const status = (value: string) => `x-said: &said ${value}\n${outcome}description: Fewer calls\n    status: *said\n`;
  expect(missesOf(status('in_progress'))).toEqual([]);
  expect(missesOf(status('late'))).toEqual([expect.stringContaining('"/status"')]);
  expect(missesOf(`${outcome}owner: Ken Abe\n`)).toEqual([expect.stringContaining('missingProperty')]);
  expect(missesOf(`x-base: &base { description: Fewer calls, odd: 1 }\n${outcome}<<: *base\n`)).toEqual([]);
  expect(missesOf(`x-base: &base { description: Fewer calls }\n${outcome}<<: [*base, *base]\n`)).toEqual([]);
});
