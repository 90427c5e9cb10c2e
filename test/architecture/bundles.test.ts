import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { UNUSED } from '../../scripts/client-in-use.mjs';
import { IN_USE } from '../../scripts/rpc-in-use.mjs';
import { cliBundle, exportBundle, serverBundle } from '../../scripts/server-bundle.mjs';
import { capabilitiesFor } from '../../server/offers.ts';

type Outputs = Metafile['outputs'];

/** The files that come of it, by their names. */
async function filesOf(bundle: BuildOptions): Promise<Outputs> {
  const { metafile } = await build({ ...bundle, write: false, metafile: true });
  const outputs = Object.entries(metafile?.outputs ?? {});
  return Object.fromEntries(outputs.map(([file, output]) => [path.basename(file), output]));
}

/** The sources and packages of which something is in a file. */
function contentsOf({ inputs }: Outputs[string]): string[] {
  return Object.entries(inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file.replace(/^(?:.*\/)?node_modules\//, 'package '));
}

/** A file, and those that are loaded with it. */
function loadedWith(file: string, files: Outputs, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  for (const { path: other, kind, external } of files[file]?.imports ?? [])
    if (!external && kind !== 'dynamic-import') loadedWith(path.basename(other), files, loaded);
  return loaded;
}

/** What is in all of them. */
function contentsOfAll(names: Iterable<string>, files: Outputs): string[] {
  return [...names].flatMap(name => (files[name] ? contentsOf(files[name]) : []));
}

/** The names of the packages, each once. */
function packages(contents: readonly string[]): string[] {
  const names = contents.flatMap(file => /^package ((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

describe('what writes plans for others', () => {
  it('has the writers and what they draw with, and nothing of what decides what a plan is', async () => {
    const files = await filesOf(exportBundle('dist/export.js'));
    const contents = contentsOfAll(Object.keys(files), files);
    expect(contents).toContain('export/export.ts');
    const decides =
      /^plan\/(?:rules|quality|history|config|schema|generated|syntax\/(?!tree\.ts$)|check\.ts|audience\/for)|^schemas\/|^package yaml\//;
    expect(contents.filter(file => decides.test(file))).toEqual([]);
    expect(packages(contents).filter(name => !/^preact/.test(name))).toEqual([
      'csv-stringify',
      'd3-array',
      'd3-time',
      'ical-generator',
    ]);
  });
});

describe('the server', async () => {
  const files = await filesOf(serverBundle('dist/server.js'));
  const start = loadedWith('server.js', files);

  it('has at its start what reads and checks plans, and little else', () => {
    expect([...start]).toEqual(['server.js', 'server-core.js']);
    const contents = contentsOfAll(start, files);
    expect(contents).toEqual(expect.arrayContaining(['plan/rules/engine.ts', 'server/features/diagnostics.ts']));
    const others = /^(?:export|webview)\/|^plan\/(?:view|portfolio|templates|quality)\/|^plan\/config\/read/;
    const questions =
      /^plan\/authoring\/(?!names\/(?:linked-plan|plan-symbols)|tokens\/legend|typing\/typed)|^server\/features\/(?!diagnostics)/;
    expect(contents.filter(file => others.test(file) || questions.test(file))).toEqual([]);
    expect(packages(contents)).toEqual(['@vscode/l10n', 'fastest-levenshtein', 'vscode-jsonrpc', 'yaml']);
  });

  it('has all that it takes of the JSON-RPC library, whose list is cut down to that', () => {
    const all = Object.keys(createRequire(import.meta.url)('vscode-jsonrpc'));
    const taken = globSync('server/**/*.ts').flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(/^import \{([^}]*)\} from 'vscode-jsonrpc\/node';/gm)].flatMap(
        ([, names = '']) => names.split(',').map(name => name.trim()),
      ),
    );
    expect(taken).toContain('ResponseError');
    expect(taken.filter(name => all.includes(name) && !IN_USE.has(name))).toEqual([]);
  });

  it('offers nothing of which the language client is left out of the extension', () => {
    const { workspace, ...offered } = capabilitiesFor({
      textDocument: { diagnostic: {}, rename: { prepareSupport: true } },
    });
    const names = [...Object.keys(offered), ...Object.keys(workspace ?? {})];
    expect(names).toContain('definitionProvider');
    const left = [...UNUSED.keys()].filter(feature => names.some(name => name.startsWith(feature)));
    expect(left).toEqual([]);
  });

  it('has nothing that only the command line says', () => {
    const contents = contentsOfAll(Object.keys(files), files);
    expect(
      contents.filter(file => /^(?:cli|plan\/changes)\/|^git\/(?:revision|tree)|history\/pairs/.test(file)),
    ).toEqual([]);
  });

  it('has nothing twice', () => {
    const contents = contentsOfAll(Object.keys(files), files);
    expect(contents.filter((file, index) => contents.indexOf(file) !== index)).toEqual([]);
  });

  it.each([
    ['shown', ['server/features/code-lens.ts'], /^(?:export|webview)\/|^plan\/(?:templates|portfolio)\//],
    ['writing', ['server/features/completion.ts'], /^(?:export|webview)\/|^plan\/(?:view|portfolio)\//],
    ['panel', ['plan/view/paper.ts'], /^(?:export|webview)\/|^plan\/(?:templates|portfolio)\//],
    ['dialogues', ['plan/templates/new-plan.ts'], /^(?:export|webview)\/|^plan\/(?:view|portfolio)\//],
    ['workspace', ['server/features/portfolio.ts'], /^(?:export|webview)\/|^plan\/templates\//],
    ['worker', ['plan/portfolio/summarise.ts'], /^(?:export|webview)\/|^plan\/(?:authoring|templates)\//],
    ['parse-sound', ['package js-yaml/dist/js-yaml.mjs'], /^(?!plan\/syntax\/|package js-yaml\/)/],
    ['export', ['export/export.ts'], /^plan\/(?:authoring|templates|rules)\//],
    ['formatter', ['package prettier/standalone.mjs'], /^(?!server\/format\/|package prettier\/)/],
  ])('loads with what it is asked for later only what that takes: %s', (part, own, others) => {
    const file = files[`server-${part}.js`];
    const contents = file ? contentsOf(file) : [];
    expect(contentsOfAll(loadedWith(`server-${part}.js`, files), files)).toEqual(expect.arrayContaining(own));
    expect(contents.filter(one => others.test(one))).toEqual([]);
  });
});

describe('the command line', async () => {
  const files = await filesOf(cliBundle('dist/cli.js'));
  const program = contentsOfAll(loadedWith('cli-program.js', files), files);

  it('loads what says what changed only where it is asked for, and then no rule', () => {
    expect(program).toContain('cli/commands/diff.ts');
    const ofDiff = /^plan\/changes\/|^cli\/diff\/(?!formats\.ts$)|^export\/(?!line|markdown\/text)/;
    expect(program.filter(file => ofDiff.test(file))).toEqual([]);
    const run = contentsOfAll(loadedWith('cli-run.js', files), files);
    expect(run).toEqual(expect.arrayContaining(['cli/diff/compare.ts', 'plan/changes/plan-changes.ts']));
    // How text is kept from becoming Markdown is small, and read along.
    const others = /^plan\/rules\/(?:catalogue|engine)|^export\/(?!line|markdown\/text)|^plan\/authoring\//;
    expect(run.filter(file => others.test(file))).toEqual([]);
  });
});
