import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Ajv } from 'ajv';
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
    const json: object = JSON.parse(readFileSync(path.join(root, 'schemas', file), 'utf8'));
    ajv.addSchema(json, file);
    for (const { type, list, object } of readSchema(file).properties) {
      if (object || list) references[type] = `${file}#/definitions/${type}`;
    }
  }
  const code = standaloneCode.default(ajv, references);
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
