import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { PageSources } from './browser.ts';
import type { ServerCommand } from './lsp-client.ts';
import { PLAN_TODAY } from './plans.ts';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '..');

/** Where the bench keeps what it makes. */
export const outDir = path.join(import.meta.dirname, 'out');

/** What people run, as esbuild.mjs makes it from the sources as they stand. */
export const server = path.join(root, 'dist/server.js');
export const cli = path.join(root, 'dist/cli.js');
/** Floors to be run over a repository: `node floors.js KIND FOLDER`. */
export const floors = path.join(outDir, 'dist/floors.js');
/** The same of what our own code does. */
export const ownFloors = path.join(outDir, 'dist/own-floors.js');

/** Builds dist/ and the bench's own programs anew: what lies there may be of yesterday, or readable instead of small. Throws if that fails. */
export async function buildAll(): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('node esbuild.mjs failed');
  await build({ ...BUNDLE, entryPoints: ['bench/floors.ts'], outfile: floors, ...FOR_NODE });
  await build({ ...BUNDLE, entryPoints: ['bench/own-floors.ts'], outfile: ownFloors, ...FOR_NODE });
}

/** How the bench bundles what it measures. */
export const BUNDLE = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

/** The same for Node. */
export const FOR_NODE = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
} satisfies BuildOptions;

/** What the page of the panel, or of the portfolio, loads, as text. */
export async function panelSources(page: 'panel' | 'portfolio'): Promise<PageSources> {
  const textOf = async (options: BuildOptions) => {
    const { outputFiles } = await build({ ...BUNDLE, ...options, write: false, outdir: outDir });
    return outputFiles?.[0]?.text ?? '';
  };
  const script = await textOf({
    entryPoints: [page === 'panel' ? 'webview/main.tsx' : 'webview/portfolio/main.tsx'],
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return { script, css: await textOf({ entryPoints: [`webview/${page}.css`] }) };
}

/** How our server is started. */
export const ourServer: ServerCommand = {
  args: [server, '--stdio'],
  languageId: 'success-plan',
  initializationOptions: { today: PLAN_TODAY },
  settings: {},
};

/** The bytes of the newest package; undefined until somebody has run `npm run package`. */
export function packageBytes(): number | undefined {
  const packages = readdirSync(root)
    .filter(name => /^success-plan-.*\.vsix$/.test(name))
    .map(name => statSync(path.join(root, name)))
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
  return packages[0]?.size;
}
