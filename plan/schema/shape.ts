import config from '../../schemas/config.schema.json' with { type: 'json' };
import qbr from '../../schemas/qbr.schema.json' with { type: 'json' };
import plan from '../../schemas/success-plan.schema.json' with { type: 'json' };

/** What may stand in a place, with its guidance: one definition of the JSON Schemas, references followed. */
export interface Shape {
  /** The definition's name, such as `milestone` or `day`; '' for lists and the top level. */
  readonly name: string;
  readonly title: string;
  /** Markdown: what it is for, then good, weak, and a question to ask. The property's own text wins over the definition's. */
  readonly description: string;
  readonly properties: ReadonlyMap<string, Shape> | undefined;
  /** What may stand under keys that have no shape of their own, where those are free. */
  readonly further: Shape | undefined;
  readonly required: readonly string[];
  /** What each item of a list must fit. */
  readonly items: Shape | undefined;
  readonly values: readonly EnumValue[] | undefined;
  readonly examples: readonly string[];
  readonly default: string | undefined;
  /** True where text may stand beside a mapping or a list. */
  readonly orText: boolean;
}

/** A value that a field may have, and what it means. */
export interface EnumValue {
  readonly value: string;
  readonly meaning: string;
}

type Json = Readonly<Record<string, unknown>>;

const built = new Map<string, Shape>();
const defined = new Map<string, Shape>();

/** The shape of a whole success plan. */
export function planShape(): Shape {
  return rootShape('plan', plan);
}

/** The shape of a whole review agenda. */
export function agendaShape(): Shape {
  return rootShape('agenda', qbr);
}

/** The shape of the repository's configuration. */
export function configShape(): Shape {
  return rootShape('config', config);
}

/** The shape of a definition by its name, from either schema. */
export function definitionShape(name: string): Shape | undefined {
  const known = defined.get(name);
  if (known) return known;
  const owner = name in plan.definitions ? plan : name in qbr.definitions ? qbr : undefined;
  const shape = owner && shapeOf({ $ref: `#/definitions/${name}` }, owner);
  if (shape) defined.set(name, shape);
  return shape;
}

/** The shape at a path of keys and indices under a shape; undefined where the format knows nothing. */
export function shapeAt(shape: Shape | undefined, path: readonly (string | number)[]): Shape | undefined {
  let current = shape;
  for (const step of path) {
    if (!current) return undefined;
    current = typeof step === 'number' ? current.items : (current.properties?.get(step) ?? current.further);
  }
  return current;
}

/** True for a word that is a key somewhere in the format. */
export function isFieldName(word: string): boolean {
  return [plan, qbr].some(schema =>
    [schema, ...Object.values(record(schema.definitions))].some(one =>
      Object.hasOwn(record(record(one).properties), word),
    ),
  );
}

/** True for a word under which fields or a list stand, and no text, wherever it is a key of plans or of agendas. */
export function holdsFields(word: string, kind: 'plan' | 'agenda'): boolean {
  const schema = kind === 'plan' ? plan : qbr;
  const shapes = [schema, ...Object.values(record(schema.definitions))].flatMap(one => {
    const properties = record(record(one).properties);
    return Object.hasOwn(properties, word) ? [shapeOf(record(properties[word]), schema)] : [];
  });
  return shapes.length > 0 && shapes.every(one => !one.orText && (one.properties ?? one.items) !== undefined);
}

function rootShape(name: string, schema: Json): Shape {
  const known = built.get(name);
  if (known) return known;
  const shape = shapeOf(schema, schema);
  built.set(name, shape);
  return shape;
}

/** Properties are worked out when they are first asked for: most documents use few, and start-up waits for none. */
function shapeOf(body: Json, root: Json): Shape {
  const { name, target } = follow(body, root);
  const alternatives = list(target.anyOf).map(option => follow(record(option), root).target);
  const isObject = (option: Json) => option.properties !== undefined || option.type === 'object';
  const object = isObject(target) ? target : alternatives.find(isObject);
  const array = target.items ? target : alternatives.find(option => option.items);
  let properties: ReadonlyMap<string, Shape> | undefined;
  let items: Shape | undefined;
  return {
    name,
    title: text(body.title) ?? text(target.title) ?? name,
    description: text(body.description) ?? text(target.description) ?? '',
    get properties() {
      if (!object?.properties) return undefined;
      properties ??= new Map(
        Object.entries(record(object.properties)).map(([key, value]) => [key, shapeOf(record(value), root)]),
      );
      return properties;
    },
    get further() {
      const free = record(object?.additionalProperties || record(object?.patternProperties)['^x-']);
      return Object.keys(free).length > 0 ? shapeOf(free, root) : undefined;
    },
    required: list(object?.required).map(String),
    get items() {
      if (!array?.items) return undefined;
      items ??= shapeOf(record(array.items), root);
      return items;
    },
    values: valuesOf(target) ?? alternatives.map(valuesOf).find(values => values !== undefined),
    examples: list(body.examples ?? target.examples).map(String),
    default: text(body.default) ?? text(target.default),
    orText: alternatives.length > 0 && (object !== undefined || array !== undefined),
  };
}

function follow(body: Json, root: Json): { name: string; target: Json } {
  let name = '';
  let target = body;
  while (typeof target.$ref === 'string') {
    name = target.$ref.replace('#/definitions/', '');
    target = record(record(root.definitions)[name]);
  }
  return { name, target };
}

function valuesOf(target: Json): EnumValue[] | undefined {
  if (!Array.isArray(target.oneOf)) return undefined;
  return list(target.oneOf).map(option => ({
    value: String(record(option).const),
    meaning: text(record(option).description) ?? '',
  }));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
