import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { readSchema, record } from './schema-source.ts';

const root = path.resolve(import.meta.dirname, '..');

type Json = Readonly<Record<string, unknown>>;

/** The validators: one a definition that a part of a document must fit, put together from `plan/schema/checks.ts`. */
export function generateValidators(): string {
  const writer = new Writer();
  const doors: string[] = [];
  for (const file of ['success-plan.schema.json', 'qbr.schema.json']) {
    const schema: unknown = JSON.parse(readFileSync(path.join(root, 'schemas', file), 'utf8'));
    const definitions = record(record(schema).definitions);
    for (const { type, list, object } of readSchema(file).properties) {
      if (object || list) doors.push(`export const ${type} = validator(${writer.definition(type, definitions)});`);
    }
  }
  return [
    '// Generated from schemas/ by `npm run generate`. Do not edit.',
    `import { ${[...writer.used, 'validator'].sort().join(', ')} } from '../schema/checks.ts';`,
    '',
    ...writer.lines,
    '',
    ...doors,
  ].join('\n');
}

/** Writes each definition once, after those that it refers to. */
class Writer {
  readonly lines: string[] = [];
  readonly used = new Set<string>();
  private readonly open = new Set<string>();

  /** The name of a definition's check, which is written now if it is not yet. */
  definition(name: string, definitions: Json): string {
    if (this.open.has(name)) throw new Error(`schemas: ${name} contains itself`);
    this.open.add(name);
    const check = this.check(record(definitions[name]), definitions);
    this.open.delete(name);
    // Both schemas have a text and a day, which say the same.
    const written = this.lines.find(line => line.startsWith(`const ${name}Check = `));
    const line = `const ${name}Check = ${check};`;
    if (written === undefined) this.lines.push(line);
    else if (written !== line) throw new Error(`schemas: there are two different definitions of ${name}`);
    return `${name}Check`;
  }

  private check(body: Json, definitions: Json): string {
    const { $ref, type, properties, patternProperties, additionalProperties, required, items, ...more } = body;
    const { oneOf, anyOf, pattern, minimum, const: constant, ...rest } = more;
    for (const key of Object.keys(rest))
      if (!GUIDANCE.has(key)) throw new Error(`schemas: there is no check for ${key} (plan/schema/checks.ts)`);
    if (typeof $ref === 'string') return this.definition($ref.replace('#/definitions/', ''), definitions);
    if (properties) {
      if (additionalProperties !== false || JSON.stringify(patternProperties) !== '{"^x-":{}}')
        throw new Error('schemas: an object takes its own properties and those that begin with x-');
      const fields = Object.entries(record(properties)).map(
        ([name, field]) => `  ${name}: ${this.check(record(field), definitions)},\n`,
      );
      return this.call('object', `{\n${fields.join('')}}`, ...(required ? [JSON.stringify(required)] : []));
    }
    if (items) return this.call('list', this.check(record(items), definitions));
    if (Array.isArray(oneOf)) return this.call('oneOf', ...oneOf.map(option => JSON.stringify(record(option).const)));
    if (Array.isArray(anyOf)) return this.either(anyOf.map(record), definitions);
    if (constant !== undefined) throw new Error('schemas: a constant stands only in oneOf');
    const checks = [
      ...(type === undefined ? [] : [this.call('type', ...[type].flat().map(name => JSON.stringify(name)))]),
      ...(minimum === undefined ? [] : [this.call('atLeast', JSON.stringify(minimum))]),
      ...(pattern === undefined ? [] : [this.call('pattern', JSON.stringify(pattern))]),
    ];
    const [only] = checks;
    return only && checks.length === 1 ? only : this.call('all', ...checks);
  }

  /** A choice between plain types is one check. */
  private either(options: readonly Json[], definitions: Json): string {
    const plain = options.every(option => Object.keys(option).every(key => key === 'type' || GUIDANCE.has(key)));
    return plain
      ? this.call('type', ...options.map(option => JSON.stringify(option.type)))
      : this.call('either', ...options.map(option => this.check(option, definitions)));
  }

  private call(name: string, ...args: readonly string[]): string {
    this.used.add(name);
    return `${name}(${args.join(', ')})`;
  }
}

/** Keywords for people. */
const GUIDANCE: ReadonlySet<string> = new Set(['title', 'description', 'examples', 'default']);
