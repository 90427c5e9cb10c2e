import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';

/** The walls of ARCHITECTURE.md: who may import whom. The linter has them too; this test sees the whole at once. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  plan: ['plan', 'schemas'],
  protocol: ['protocol', 'plan'],
  export: ['export', 'webview', 'protocol', 'plan'],
  server: ['server', 'export', 'git', 'protocol', 'plan'],
  webview: ['webview', 'protocol', 'plan'],
  client: ['client', 'protocol'],
  cli: ['cli', 'export', 'server', 'git', 'protocol', 'plan'],
  git: ['git', 'plan'],
};

/** The layers inside the domain. Files at its top are open to all but the doors, which only faces go through. */
const WITHIN_PLAN: Readonly<Record<string, readonly string[]>> = {
  syntax: [],
  quantity: [],
  schema: ['syntax', 'generated'],
  model: ['syntax', 'quantity', 'generated'],
  attainment: ['model', 'quantity'],
  history: ['model', 'quantity', 'syntax'],
  rules: ['history', 'attainment', 'model', 'schema', 'quantity', 'syntax', 'generated'],
  changes: ['rules', 'history', 'attainment', 'model', 'quantity', 'syntax'],
  config: ['rules', 'schema', 'syntax', 'generated'],
  quality: ['rules', 'model', 'syntax', 'generated', 'finding.ts'],
  templates: ['syntax', 'generated'],
  authoring: [
    'templates',
    'rules',
    'history',
    'attainment',
    'config',
    'model',
    'schema',
    'quantity',
    'syntax',
    'generated',
    'check.ts',
    'ignores.ts',
  ],
  audience: ['config', 'model', 'schema', 'syntax', 'generated'],
  view: ['audience', 'quality', 'rules', 'attainment', 'model', 'quantity', 'syntax', 'check.ts', 'finding.ts'],
  portfolio: ['view', 'rules', 'attainment', 'model', 'quantity', 'syntax', 'check.ts'],
};

/** The rooms of plan/rules, each built on those before it and on the engine beside them. */
const ROOMS_OF_RULES = [
  'text',
  'repair',
  'format',
  'milestones',
  'reviews',
  'ids',
  'measures',
  'outcomes',
  'people',
  'risks',
  'log',
  'lifecycle',
];

/** What stands beside the rooms of plan/rules: what a rule is, and what runs it and shows it. */
const ENGINE = [
  'digest.ts',
  'engine.ts',
  'facts.ts',
  'help.ts',
  'mark.ts',
  'memory.ts',
  'page.ts',
  'rule.ts',
  'said.ts',
  'things.ts',
  'walk.ts',
];

/** Files at the top of the domain that every layer may use. */
const COMMON = [
  'day.ts',
  'words.ts',
  'phrase.ts',
  'written-day.ts',
  'nearest.ts',
  'team-format.ts',
  'once.ts',
  'steps.ts',
  'visible.ts',
];

/** Packages that only one room knows. */
const OWNED: Readonly<Record<string, string>> = {
  yaml: 'plan/syntax/',
  'js-yaml': 'plan/syntax/fast/',
  'vscode-languageclient': 'client/',
  vscode: 'client/',
  preact: 'webview/',
  commander: 'cli/',
  'vscode-jsonrpc': 'server/',
  picomatch: 'plan/config/',
  prettier: 'server/format/',
  'ical-generator': 'export/',
  'csv-stringify': 'export/',
  '@tanstack': 'webview/portfolio/',
};

/** Longest file a person is asked to read. */
const LONGEST = 400;

/** Longest rule: what does not fit is knowledge of plans, and has a room in plan/rules. */
const LONGEST_RULE = 150;

const root = path.resolve(import.meta.dirname, '../..');
const files = globSync('{plan,protocol,git,server,client,webview,export,cli}/**/*.{ts,tsx}', { cwd: root })
  .map(file => file.split(path.sep).join('/'))
  .filter(file => !file.includes('/generated/'));

/** Lines of a file, as editors count them. */
function linesOf(file: string): number {
  return readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length;
}

/** The files that a file imports, by their paths from the root. */
function targetsOf(file: string): string[] {
  return importsOf(file)
    .filter(target => target.startsWith('.'))
    .map(target => path.posix.join(path.posix.dirname(file), target));
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [
    ...text.matchAll(/^(?:import|export)\b[^;'"]*?(?:from\s+)?['"]([^'"]+)['"]/gm),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ].map(m => m[1] ?? '');
}

describe.each(Object.entries(MAY_IMPORT))('%s/', (room, allowed) => {
  const own = files.filter(file => file.startsWith(`${room}/`));

  it('has files, and they import only through its doors', () => {
    expect(own.length).toBeGreaterThan(0);
    const wrong = own.flatMap(file =>
      targetsOf(file)
        .filter(target => !allowed.includes(target.split('/')[0] ?? ''))
        .map(target => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

it.each(Object.entries(WITHIN_PLAN))('plan/%s imports only what lies below it', (room, allowed) => {
  const own = files.filter(file => file.startsWith(`plan/${room}/`));
  expect(own.length).toBeGreaterThan(0);
  const wrong = own.flatMap(file =>
    targetsOf(file)
      .map(target => target.split('/'))
      .filter(([top, layer = '']) => top === 'plan' && ![room, ...allowed, ...COMMON].includes(layer))
      .map(target => `${file} imports ${target.join('/')}`),
  );
  expect(wrong).toEqual([]);
});

it('plan/rules has its engine, its catalogue and rooms of helpers, and nothing else', () => {
  const inside = files.filter(file => file.startsWith('plan/rules/')).map(file => file.split('/').slice(2));
  const beside = inside.filter(([, ...rest]) => rest.length === 0).map(([name]) => name);
  const rooms = new Set(inside.filter(([, ...rest]) => rest.length > 0).map(([name]) => name));
  expect(beside.sort()).toEqual(ENGINE);
  expect([...rooms].sort()).toEqual(['catalogue', ...ROOMS_OF_RULES].sort());
});

it.each(ROOMS_OF_RULES.map((room, at) => [room, ROOMS_OF_RULES.slice(0, at + 1)] as const))(
  'plan/rules/%s is built on the rooms before it, and on no rule',
  (room, allowed) => {
    const wrong = files
      .filter(file => file.startsWith(`plan/rules/${room}/`))
      .flatMap(file =>
        targetsOf(file)
          .filter(target => target.startsWith('plan/rules/'))
          .filter(target => ![...allowed, ...ENGINE].includes(target.split('/')[2] ?? ''))
          .map(target => `${file} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  },
);

/** The rooms of plan/authoring and what each is built on, as ARCHITECTURE.md has them. */
const ROOMS_OF_AUTHORING = roomsIn('plan/authoring');

/** What several rooms of plan/authoring say alike. */
const SAID_ALIKE = ['distance.ts', 'minutes.ts', 'own-fields.ts'];

function roomsIn(folder: string): readonly (readonly [room: string, builtOn: readonly string[]])[] {
  const page = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
  const [, section = ''] = page.split(`### The rooms of \`${folder}/\``);
  const [table = ''] = section.split(/^##/m);
  return [...table.matchAll(/^\| `([\w-]+)\/` \|.*\| ([^|]*) \|$/gm)].map(([, room = '', on = '']) => [
    room,
    on === '–' ? [] : on.split(', '),
  ]);
}

it('plan/authoring has the rooms of ARCHITECTURE.md, and nothing else', () => {
  const inside = files.filter(file => file.startsWith('plan/authoring/')).map(file => file.split('/')[2]);
  expect([...new Set(inside)].sort()).toEqual([...ROOMS_OF_AUTHORING.map(([room]) => room), ...SAID_ALIKE].sort());
});

it.each(ROOMS_OF_AUTHORING)('plan/authoring/%s is built on the rooms that ARCHITECTURE.md names', (room, builtOn) => {
  const used = files
    .filter(file => file.startsWith(`plan/authoring/${room}/`))
    .flatMap(targetsOf)
    .filter(target => target.startsWith('plan/authoring/'))
    .map(target => target.split('/')[2] ?? '')
    .filter(other => other !== room && !SAID_ALIKE.includes(other));
  expect([...new Set(used)].sort()).toEqual(builtOn);
});

it('a rule is known by the generated index alone, and fits on a few screens', () => {
  const isRule = (file: string) => file.startsWith('plan/rules/catalogue/');
  const importers = files.filter(file => targetsOf(file).some(isRule));
  const long = files.filter(isRule).filter(file => linesOf(file) > LONGEST_RULE);
  expect({ importers, long }).toEqual({ importers: [], long: [] });
});

it('each package has one home', () => {
  const wrong = files.flatMap(file =>
    importsOf(file)
      .map(target => target.split('/')[0] ?? '')
      .filter(name => OWNED[name] !== undefined && !file.startsWith(OWNED[name]))
      .map(name => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

it('the domain knows no clock, no console, no process and no random', () => {
  // A date of a given moment is arithmetic; only one of no moment asks the clock.
  const wrong = files
    .filter(file => file.startsWith('plan/'))
    .filter(file =>
      /\b(Date\.now|new Date(?:\(\s*\)|;|$)|Temporal\.Now|console\.|process\.|Math\.random|['"]node:)/.test(
        readFileSync(path.join(root, file), 'utf8'),
      ),
    );
  expect(wrong).toEqual([]);
});

it('lines and characters are asked for in one file of the server and one of the command line, and known to the server’s text', () => {
  const users = files.filter(
    file =>
      /\b(positionAt|offsetAt)\(/.test(readFileSync(path.join(root, file), 'utf8')) && !file.startsWith('client/'),
  );
  expect(users).toEqual(['server/convert.ts', 'server/text.ts']);
});

it('no file is longer than a person reads', () => {
  const others = globSync(['{test,scripts,bench}/**/*.{ts,tsx,mjs}', '!**/node_modules', '!**/out'], { cwd: root });
  const long = [...files, ...others].filter(file => linesOf(file) > LONGEST);
  expect(long).toEqual([]);
});
