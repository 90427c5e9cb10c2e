// node js-yaml-ajv.mjs SCHEMA FOLDER: what a colleague writes in an hour. Loads every plan below the folder with js-yaml and validates it with
// ajv, compiled once. It can say which file and which key is wrong, but not in which line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { load } from 'js-yaml';

const [schema, folder] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));
const lines = [];
let files = 0;
for (const name of readdirSync(folder, { recursive: true }).sort()) {
  if (!name.endsWith('.success-plan.yaml')) continue;
  files++;
  try {
    if (validate(load(readFileSync(join(folder, name), 'utf8')))) continue;
    for (const { instancePath, message } of validate.errors) lines.push(`${name}: ${instancePath} ${message}`);
  } catch (error) {
    lines.push(`${name}: ${error.message}`);
  }
}
console.log([...lines, `${files} files checked`].join('\n'));
