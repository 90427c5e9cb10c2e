import qbr from '../../schemas/qbr.schema.json' with { type: 'json' };
import plan from '../../schemas/success-plan.schema.json' with { type: 'json' };
import type { Mapping, Node, Scalar } from '../syntax/tree.ts';

/**
 * A quick look at a node: true means that it fits the definition. False says nothing: it may fit all the same, and what is wrong with it is for
 * the validators to tell, which need a copy of the node as plain data. Nearly every part fits. Never throws.
 */
export function fits(node: Node, definition: string): boolean {
  const schema = definition in plan.definitions ? plan : definition in qbr.definitions ? qbr : undefined;
  return schema !== undefined && isFitting(node, formOf(definition, schema));
}

type Json = Readonly<Record<string, unknown>>;

/** What a definition lets stand in a place; nothing at all where it is of a kind that our schemas have not had so far. */
interface Form {
  anything: boolean;
  strings: boolean;
  /** Of strings: the only ones, or what they look like. */
  values: ReadonlySet<string> | undefined;
  pattern: RegExp | undefined;
  numbers: 'none' | 'whole' | 'all';
  least: number;
  booleans: boolean;
  nulls: boolean;
  items: Form | undefined;
  fields: ReadonlyMap<string, Form> | undefined;
  required: readonly string[];
}

/** Aliases are left to the validators: what they stand for may be without end. */
function isFitting(node: Node, form: Form): boolean {
  if (form.anything) return true;
  if (node.kind === 'scalar') return isScalarFitting(node, form);
  if (node.kind === 'mapping') return isMappingFitting(node, form);
  if (node.kind === 'alias' || !form.items) return false;
  for (const item of node.items) if (!isFitting(item, form.items)) return false;
  return true;
}

function isScalarFitting(
  { value }: Scalar,
  { strings, values, pattern, numbers, least, booleans, nulls }: Form,
): boolean {
  switch (typeof value) {
    case 'string':
      return strings && (!values || values.has(value)) && (!pattern || pattern.test(value));
    case 'number':
      return (
        (numbers === 'all' ? Number.isFinite(value) : numbers === 'whole' && Number.isInteger(value)) && value >= least
      );
    case 'boolean':
      return booleans;
    default:
      return nulls;
  }
}

/** Fields of their own that a team has begin with `x-`, and hold whatever they want. */
function isMappingFitting({ pairs }: Mapping, { fields, required }: Form): boolean {
  if (!fields) return false;
  for (const { key, value } of pairs) {
    const form = fields.get(key.text);
    if (form ? !isFitting(value, form) : !key.text.startsWith('x-')) return false;
  }
  for (const name of required) if (!pairs.some(({ key }) => key.text === name)) return false;
  return true;
}

const known = new Map<Json, Map<string, Form>>([
  [plan, new Map()],
  [qbr, new Map()],
]);

/** A definition's form, put together when it is first asked for. */
function formOf(name: string, root: Json): Form {
  const forms = known.get(root);
  const before = forms?.get(name);
  if (before) return before;
  const form = emptyForm();
  // Kept before it is filled, as definitions may hold themselves.
  forms?.set(name, form);
  allow(form, record(record(root.definitions)[name]), root);
  return form;
}

function emptyForm(): Form {
  return {
    anything: false,
    strings: false,
    values: undefined,
    pattern: undefined,
    numbers: 'none',
    least: Number.NEGATIVE_INFINITY,
    booleans: false,
    nulls: false,
    items: undefined,
    fields: undefined,
    required: [],
  };
}

/** The form of what stands in a mapping or a list. */
function inner(body: Json, root: Json): Form {
  const keywords = keywordsOf(body);
  if (keywords.length === 1 && typeof body.$ref === 'string') return formOf(named(body.$ref), root);
  const form = emptyForm();
  allow(form, body, root);
  return form;
}

/** What tells nothing about a value. */
const NOTES: ReadonlySet<string> = new Set(['title', 'description', 'examples', 'default']);

function keywordsOf(body: Json): readonly string[] {
  return Object.keys(body).filter(key => !NOTES.has(key));
}

/** Adds what a schema lets stand. Of two choices of one kind the first counts; a schema with words that are not known here lets nothing stand. */
function allow(form: Form, body: Json, root: Json): void {
  const keywords = keywordsOf(body);
  const only = (...names: readonly string[]) => keywords.every(key => names.includes(key));
  if (keywords.length === 0) form.anything = true;
  else if (only('$ref')) allow(form, record(record(root.definitions)[named(String(body.$ref))]), root);
  else if (only('anyOf')) for (const option of list(body.anyOf)) allow(form, record(option), root);
  else if (only('oneOf') && !form.strings) {
    form.strings = true;
    form.values = new Set(list(body.oneOf).map(option => String(record(option).const)));
  } else if (only('type', 'required', 'properties', 'patternProperties', 'additionalProperties'))
    allowFields(form, body, root);
  else if (only('type', 'items')) form.items ??= inner(record(body.items), root);
  if (only('type', 'pattern', 'minimum')) allowScalars(form, body);
}

function allowFields(form: Form, body: Json, root: Json): void {
  const free = record(body.patternProperties);
  const isOurs = body.additionalProperties === false && Object.keys(free).join() === '^x-';
  if (!isOurs || keywordsOf(record(free['^x-'])).length > 0 || form.fields) return;
  form.required = list(body.required).map(String);
  form.fields = new Map(
    Object.entries(record(body.properties)).map(([name, value]) => [name, inner(record(value), root)]),
  );
}

function allowScalars(form: Form, { type, pattern, minimum }: Json): void {
  for (const kind of Array.isArray(type) ? list(type) : [type]) {
    if (kind === 'string' && !form.strings) {
      form.strings = true;
      form.pattern = typeof pattern === 'string' ? new RegExp(pattern, 'u') : undefined;
    } else if ((kind === 'number' || kind === 'integer') && form.numbers === 'none') {
      form.numbers = kind === 'number' ? 'all' : 'whole';
      form.least = typeof minimum === 'number' ? minimum : form.least;
    } else if (kind === 'boolean') form.booleans = true;
    else if (kind === 'null') form.nulls = true;
  }
}

function named(reference: string): string {
  return reference.replace('#/definitions/', '');
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
