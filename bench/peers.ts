import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerCommand } from './lsp-client.ts';

const folder = path.join(import.meta.dirname, 'peers');
const script = (...parts: string[]) => path.join(folder, 'node_modules', ...parts);

/** What every peer that validates is given. */
export const publishedSchema = path.resolve(import.meta.dirname, '../schemas/success-plan.schema.json');
/** Twelve of our rules as spectral has them. */
export const spectralRules = path.join(folder, 'spectral.yaml');
/** The same with our schema, which has to be filled in. */
export const spectralWithSchema = path.join(folder, 'spectral-schema.yaml');

/** Installs what is measured beside us exactly as locked, unless that is what is there. Throws if npm fails. */
export function installPeers(): void {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(folder, 'node_modules/.ready');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the peers …');
  const windows = process.platform === 'win32';
  // npm runs under the first `node` of the PATH; let it be this one, since a peer may refuse an older one.
  const env = {
    ...process.env,
    PATH: [path.dirname(process.execPath), process.env.PATH ?? ''].join(path.delimiter),
  };
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd: folder,
    env,
    stdio: 'inherit',
    shell: windows,
  });
  if (status !== 0) throw new Error('npm ci failed in bench/peers');
  writeFileSync(stamp, lock);
}

/** Where yaml-language-server is installed. */
export const yamlLanguageServerFolder = script('yaml-language-server');

/** yaml-language-server with the published schema for plans, and nothing that it would have to fetch. */
export function yamlLanguageServer(options: { delay: boolean }): ServerCommand {
  const bin = path.join(yamlLanguageServerFolder, 'bin/yaml-language-server');
  return {
    args: [...(options.delay ? [] : ['--require', path.join(folder, 'no-delay.cjs')]), bin, '--stdio'],
    languageId: 'yaml',
    initializationOptions: {},
    settings: {
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        schemas: { [pathToFileURL(publishedSchema).href]: '*.success-plan.yaml' },
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
      },
    },
  };
}

const ALL_PLANS = '**/*.success-plan.yaml';

/** ajv-cli: every plan below the current folder against the published schema. It names files and keys, but no lines. */
export function ajvCli(): { readonly args: readonly string[] } {
  const bin = script('ajv-cli/dist/index.js');
  return { args: [bin, 'validate', '-s', publishedSchema, '-d', ALL_PLANS, '--strict=false', '--errors=line'] };
}

/** A script of js-yaml and ajv that does the same. */
export function jsYamlAjv(): { readonly args: readonly string[] } {
  return { args: [path.join(folder, 'js-yaml-ajv.mjs'), publishedSchema, '.'] };
}

/** spectral with a set of rules over every plan below the current folder. */
export function spectral(ruleset: string): { readonly args: readonly string[] } {
  const bin = script('@stoplight/spectral-cli/dist/index.js');
  return { args: [bin, 'lint', ALL_PLANS, '--ruleset', ruleset, '--format', 'text', '--ignore-unknown-format'] };
}
