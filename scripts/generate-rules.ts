import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { rulePage } from '../plan/rules/page.ts';
import type { PreparedRule } from '../plan/rules/rule.ts';

const root = path.resolve(import.meta.dirname, '..');

/** The catalogue: every file in plan/rules/catalogue, in alphabetical order. */
export function generateRuleIndex(): string {
  const ids = readdirSync(path.join(root, 'plan/rules/catalogue'))
    .filter(f => f.endsWith('.ts'))
    .map(f => f.slice(0, -3))
    .sort();
  const name = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return [
    '// Generated from plan/rules/catalogue/ by `npm run generate`. Do not edit.',
    ...ids.map(id => `import ${name(id)} from '../rules/catalogue/${id}.ts';`),
    "import type { PreparedRule } from '../rules/rule.ts';",
    '',
    '/** Every rule, by id in alphabetical order. */',
    `export const ALL_RULES: readonly PreparedRule[] = [\n${ids.map(id => `  ${name(id)},`).join('\n')}\n];`,
  ].join('\n');
}

/** The page of one rule, as it stands in docs/. */
export function docsPage(rule: PreparedRule): string {
  return `<!-- Generated from the rule by \`npm run generate\`. Do not edit. -->\n${rulePage(rule)}`;
}

/** The index of all rules. */
export function ruleIndexPage(rules: readonly PreparedRule[]): string {
  const count = (severity: string) => rules.filter(r => r.severity === severity).length;
  return [
    '<!-- Generated from the rules by `npm run generate`. Do not edit. -->',
    '# The rules',
    '',
    `${rules.length} rules: ${['error', 'warning', 'info', 'hint']
      .filter(count)
      .map(s => `${count(s)} ${s}`)
      .join(', ')}.`,
    'Each page says why the rule matters, shows it at work and tells how to set it.',
    '',
    '| rule | level | finds | fix |',
    '|---|---|---|---|',
    ...rules.map(r => `| [\`${r.id}\`](${r.id}.md) | ${r.severity} | ${r.summary} | ${r.fixable ? 'yes' : ''} |`),
  ].join('\n');
}
