import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { rulePage } from '../plan/rules/page.ts';
import { type PreparedRule, SEVERITIES } from '../plan/rules/rule.ts';
import { count } from '../plan/words.ts';

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

/** The page of one rule, as it stands in docs/. Each is packed by itself: the list of them says by what they are made. */
export function docsPage(rule: PreparedRule): string {
  return `<!-- Generated -->\n${rulePage(rule)}`;
}

/** What rules are about, in the order of a plan, by the first word of their ids. */
const SUBJECTS: readonly { readonly title: string; readonly words: readonly string[] }[] = [
  { title: 'The plan', words: ['plan'] },
  { title: 'Customer and contract', words: ['customer', 'contract'] },
  { title: 'People', words: ['stakeholder', 'executive', 'person', 'communication'] },
  { title: 'Outcomes', words: ['outcome', 'outcomes', 'measurement'] },
  { title: 'Milestones', words: ['milestone', 'dependency', 'phase'] },
  { title: 'Risks', words: ['risk', 'risks', 'blocker'] },
  { title: 'Reviews', words: ['review'] },
  { title: 'The renewal', words: ['renewal'] },
  { title: 'Before the sale', words: ['approval', 'implementation'] },
  { title: 'The agenda of a review', words: ['qbr'] },
  {
    title: 'The file itself',
    words: ['yaml', 'schema', 'invalid', 'unknown', 'duplicate', 'id', 'reference', 'unused'],
  },
];

const firstWord = (id: string) => id.split('-')[0] ?? id;

/** The index of all rules, by subject. Throws on a rule that belongs to none. */
export function ruleIndexPage(rules: readonly PreparedRule[]): string {
  const homeless = rules.filter(({ id }) => !SUBJECTS.some(({ words }) => words.includes(firstWord(id))));
  if (homeless.length > 0) throw new Error(`no subject in the index for ${homeless.map(({ id }) => id).join(', ')}`);
  return [
    '<!-- This list and the page of each rule are generated from the rules by `npm run generate`. Do not edit. -->',
    '# The rules',
    '',
    `${rules.length} rules: ${levels(rules)}.`,
    'Each page says why the rule matters, shows it at work and tells how to set it.',
    ...SUBJECTS.flatMap(({ title, words }) =>
      subject(
        title,
        rules.filter(({ id }) => words.includes(firstWord(id))),
      ),
    ),
  ].join('\n');
}

function subject(title: string, rules: readonly PreparedRule[]): string[] {
  if (rules.length === 0) return [];
  return [
    '',
    `## ${title}`,
    '',
    `${count(rules.length, 'rule')}: ${levels(rules)}.`,
    '',
    '| rule | level | finds | fix |',
    '|---|---|---|---|',
    ...rules.map(r => `| [\`${r.id}\`](${r.id}.md) | ${r.severity} | ${r.summary} | ${r.fixable ? 'yes' : ''} |`),
  ];
}

/** How many rules of each level, loudest first. */
function levels(rules: readonly PreparedRule[]): string {
  return SEVERITIES.flatMap(severity => {
    const { length } = rules.filter(rule => rule.severity === severity);
    return length > 0 ? `${length} ${severity}` : [];
  }).join(', ');
}
