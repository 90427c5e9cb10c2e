import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** The JSON Schemas as the generators see them: definitions with their kind worked out. */
export interface Schema {
  readonly properties: readonly Property[];
  readonly definitions: readonly Definition[];
}

/** A named definition: an object (`properties`), an enum (`values`), or a value type (neither). */
export interface Definition {
  readonly name: string;
  readonly title: string;
  readonly properties: readonly Property[] | undefined;
  readonly values: readonly string[] | undefined;
}

/** A property and the definition that its value, or each item of its list, must fit. */
export interface Property {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  readonly object: boolean;
  readonly values: boolean;
}

const root = path.resolve(import.meta.dirname, '..');

/** Reads one of the schemas. Throws if the file breaks the conventions that the generators rely on. */
export function readSchema(file: string): Schema {
  const json: unknown = JSON.parse(readFileSync(path.join(root, 'schemas', file), 'utf8'));
  const definitions = record(record(json).definitions);
  const properties = (owner: Record<string, unknown>): Property[] =>
    Object.entries(record(owner.properties)).map(([name, body]) => property(name, record(body), definitions));
  return {
    properties: properties(record(json)),
    definitions: Object.entries(definitions).map(([name, value]) => {
      const body = record(value);
      return {
        name,
        title: String(body.title ?? name),
        properties: body.properties ? properties(body) : undefined,
        values: valuesOf(body),
      };
    }),
  };
}

function property(name: string, body: Record<string, unknown>, definitions: Record<string, unknown>): Property {
  const list = body.type === 'array';
  const reference = list ? record(body.items).$ref : body.$ref;
  if (typeof reference !== 'string') throw new Error(`schemas: property ${name} refers to no definition`);
  const type = reference.replace('#/definitions/', '');
  if (type === 'businessValueOrText') return { name, type: 'businessValue', list: false, object: true, values: false };
  const target = record(definitions[type]);
  return { name, type, list, object: target.properties !== undefined, values: valuesOf(target) !== undefined };
}

function valuesOf(body: Record<string, unknown>): string[] | undefined {
  if (!Array.isArray(body.oneOf)) return undefined;
  return body.oneOf.map(option => String(record(option).const));
}

/** An object of a schema as it was read. Throws where something else stands. */
export function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('schemas: an object was expected');
  return { ...value };
}
