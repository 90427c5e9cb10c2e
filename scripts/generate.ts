import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { fieldsPage } from './generate-fields.ts';
import { generateBundle } from './generate-l10n.ts';
import { generateLooks, generateModel } from './generate-model.ts';
import { docsPage, generateRuleIndex, ruleIndexPage } from './generate-rules.ts';
import { generateSettings } from './generate-settings.ts';
import { generateValidators } from './generate-validators.ts';

/**
 * `npm run generate` writes every generated file; with `--check` it only says which are stale and exits with 1.
 */
const root = path.resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale: string[] = [];

function write(file: string, content: string): void {
  const target = path.join(root, file);
  const text = content.endsWith('\n') ? content : `${content}\n`;
  if (read(target) === text) return;
  stale.push(file);
  if (check) return;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** A rule that is gone leaves no page behind. */
function removeOthers(folder: string, keep: ReadonlySet<string>): void {
  for (const file of readdirSync(path.join(root, folder))) {
    if (keep.has(file)) continue;
    stale.push(`${folder}/${file}`);
    if (!check) rmSync(path.join(root, folder, file));
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

write('plan/generated/model.ts', generateModel());
write('plan/generated/looks.ts', generateLooks());
write('plan/generated/validators.ts', generateValidators());
write('plan/generated/rules.ts', generateRuleIndex());

// The rules are read from the files just written, so they are loaded only now.
const { ALL_RULES } = await import('../plan/generated/rules.ts');
const { configSchema } = await import('./generate-config-schema.ts');
write('schemas/config.schema.json', configSchema(ALL_RULES));
write('docs/fields.md', fieldsPage());
write('docs/rules/README.md', ruleIndexPage(ALL_RULES));
for (const rule of ALL_RULES) write(`docs/rules/${rule.id}.md`, docsPage(rule));
removeOthers('docs/rules', new Set(['README.md', ...ALL_RULES.map(rule => `${rule.id}.md`)]));
const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
const settings = generateSettings(manifest, readFileSync(path.join(root, 'package.nls.json'), 'utf8'), ALL_RULES);
write('package.json', settings.packageJson);
write('package.nls.json', settings.texts);
write('l10n/bundle.l10n.json', generateBundle(root));

if (stale.length > 0) {
  console.log(`${check ? 'Stale' : 'Written'}: ${stale.join(', ')}`);
  if (check) {
    console.log('Run `npm run generate` and commit the result.');
    process.exitCode = 1;
  }
}
