import qbr from '../../schemas/qbr.schema.json' with { type: 'json' };
import plan from '../../schemas/success-plan.schema.json' with { type: 'json' };
import type { Node, Pair, Scalar } from '../syntax/tree.ts';

/**
 * A quick look at a node: true means that it fits the definition. False says nothing: it may fit all the same, and what is wrong with it is for
 * the validators to tell, which need a copy of the node as plain data. Nearly every part fits. Never throws.
 */
export function fits(node: Node, definition: string): boolean {
  const schema = definition in plan.definitions ? plan : definition in qbr.definitions ? qbr : undefined;
  return schema !== undefined && definitionTest(definition, schema)(node);
}

type Json = Readonly<Record<string, unknown>>;
type Test = (node: Node) => boolean;

const unsure: Test = () => false;
const anything: Test = () => true;

/** What tells nothing about a value. */
const NOTES: ReadonlySet<string> = new Set(['title', 'description', 'examples', 'default']);

const known = new Map<unknown, Map<string, Test>>();

/** A definition's test, put together when it is first asked for: definitions hold each other. */
function definitionTest(name: string, root: Json): Test {
  const tests = known.get(root) ?? new Map<string, Test>();
  known.set(root, tests);
  let test = tests.get(name);
  if (!test) {
    test = testOf(record(record(root.definitions)[name]), root);
    tests.set(name, test);
  }
  return test;
}

/** The test for a schema of a form that our schemas have; unsure of any other. */
function testOf(body: Json, root: Json): Test {
  const keywords = Object.keys(body).filter(key => !NOTES.has(key));
  const only = (...names: readonly string[]) => keywords.every(key => names.includes(key));
  if (keywords.length === 0) return anything;
  const { $ref, anyOf, oneOf, type } = body;
  if (typeof $ref === 'string' && only('$ref')) {
    const name = $ref.replace('#/definitions/', '');
    let test: Test | undefined;
    return node => {
      test ??= definitionTest(name, root);
      return test(node);
    };
  }
  if (Array.isArray(anyOf) && only('anyOf')) {
    const tests = anyOf.map(option => testOf(record(option), root));
    return node => tests.some(test => test(node));
  }
  if (Array.isArray(oneOf) && only('oneOf')) {
    const values: ReadonlySet<unknown> = new Set(oneOf.map(option => record(option).const));
    return node => node.kind === 'scalar' && typeof node.value === 'string' && values.has(node.value);
  }
  if (type === 'object' && only('type', 'required', 'properties', 'patternProperties', 'additionalProperties'))
    return mappingTest(body, root);
  if (type === 'array' && only('type', 'items')) {
    const items = testOf(record(body.items), root);
    return node => node.kind === 'sequence' && node.items.every(items);
  }
  if (only('type', 'pattern', 'minimum')) return scalarTest(body);
  return unsure;
}

/** Fields of their own that a team has begin with `x-`, and hold whatever they want. */
function mappingTest(body: Json, root: Json): Test {
  const isClosed = body.additionalProperties === false;
  const patterns = record(body.patternProperties);
  const free = Object.keys(patterns);
  if (!isClosed || free.some(pattern => pattern !== '^x-' || Object.keys(record(patterns[pattern])).length > 0))
    return unsure;
  const properties = new Map(
    Object.entries(record(body.properties)).map(([name, value]) => [name, testOf(record(value), root)]),
  );
  const required = Array.isArray(body.required) ? body.required.map(String) : [];
  const fitting = ({ key, value }: Pair) => {
    const test = properties.get(key.text);
    return test ? test(value) : free.length > 0 && key.text.startsWith('x-');
  };
  return node =>
    node.kind === 'mapping' &&
    node.pairs.every(fitting) &&
    required.every(name => node.pairs.some(({ key }) => key.text === name));
}

function scalarTest({ type, pattern, minimum }: Json): Test {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  const form = typeof pattern === 'string' ? new RegExp(pattern, 'u') : undefined;
  const least = typeof minimum === 'number' ? minimum : Number.NEGATIVE_INFINITY;
  const [strings, numbers, integers] = ['string', 'number', 'integer'].map(name => types.includes(name));
  const [booleans, nulls] = ['boolean', 'null'].map(name => types.includes(name));
  const isFitting = ({ value }: Scalar) => {
    if (typeof value === 'string') return strings === true && (form?.test(value) ?? true);
    if (typeof value === 'number')
      return (numbers || (integers && Number.isInteger(value))) === true && Number.isFinite(value) && value >= least;
    return (typeof value === 'boolean' ? booleans : nulls) === true;
  };
  return node => node.kind === 'scalar' && isFitting(node);
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
