import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerCommand } from './lsp-client.ts';

const folder = path.join(import.meta.dirname, 'peers');
const schema = path.resolve(import.meta.dirname, '../schemas/success-plan.schema.json');

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

/** yaml-language-server with the published schema for plans, and nothing that it would have to fetch. */
export function yamlLanguageServer(options: { delay: boolean }): ServerCommand {
  const bin = path.join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server');
  return {
    args: [...(options.delay ? [] : ['--require', path.join(folder, 'no-delay.cjs')]), bin, '--stdio'],
    languageId: 'yaml',
    initializationOptions: {},
    settings: {
      yaml: {
        validate: true,
        hover: true,
        completion: true,
        schemas: { [pathToFileURL(schema).href]: '*.success-plan.yaml' },
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
      },
    },
  };
}
