import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { readSchema } from './schema-source.ts';

const root = path.resolve(import.meta.dirname, '..');

/** The validators that ajv compiles ahead of time: one a definition that a part of a document must fit. */
export function generateValidators(): { code: string; types: string } {
  const ajv = new Ajv({
    allErrors: true,
    inlineRefs: false,
    code: { source: true, esm: true, optimize: 2 },
    logger: false,
  });
  const references: Record<string, string> = {};
  for (const file of ['success-plan.schema.json', 'qbr.schema.json']) {
    const json: unknown = JSON.parse(readFileSync(path.join(root, 'schemas', file), 'utf8'));
    ajv.addSchema(simpler(json), file);
    for (const { type, list, object } of readSchema(file).properties) {
      if (object || list) references[type] = `${file}#/definitions/${type}`;
    }
  }
  const code = standaloneCode(ajv, references);
  if (/\brequire\(/.test(code))
    throw new Error('ajv emitted a require(): a keyword in the schemas needs a runtime helper');
  const header = '// Generated from schemas/ by `npm run generate`. Do not edit.\n';
  const types = [
    header.trimEnd(),
    'interface Violation {',
    '  instancePath: string;',
    '  schemaPath: string;',
    '  keyword: string;',
    '  params: Record<string, unknown>;',
    '}',
    'interface Validator {',
    '  (data: unknown): boolean;',
    '  errors?: Violation[] | null;',
    '}',
    ...Object.keys(references).map(name => `export declare const ${name}: Validator;`),
  ];
  return { code: header + code, types: types.join('\n') };
}

/** Without guidance; choices between constants as an enum, and between plain types as a list of types: they mean the same and compile to a fraction of the code. */
function simpler(json: unknown): AnySchemaObject {
  const text = JSON.stringify(json, (key, value: unknown) => {
    // Guidance is text under these keys; a field that is called so is an object.
    if (['title', 'description', 'examples'].includes(key) && (typeof value === 'string' || Array.isArray(value)))
      return undefined;
    if (typeof value !== 'object' || value === null) return value;
    if ('oneOf' in value) return whole(value.oneOf, 'const', 'enum') ?? value;
    return 'anyOf' in value ? (whole(value.anyOf, 'type', 'type') ?? value) : value;
  });
  return JSON.parse(text);
}

/** `{ to: [values of `from`] }` if every option has that keyword and says nothing else that matters to a validator. */
function whole(options: unknown, from: string, to: string): object | undefined {
  if (!Array.isArray(options)) return undefined;
  const entries: [string, unknown][][] = options.map((option: object) =>
    Object.entries(option).filter(([key]) => key !== 'description'),
  );
  return entries.every(([first, ...more]) => first?.[0] === from && more.length === 0)
    ? { [to]: entries.map(([first]) => first?.[1]) }
    : undefined;
}
