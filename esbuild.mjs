// Bundles what the package ships into dist/. `--dev`: readable, with source maps; `--watch`: again at every change.
import { chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { asciiOnly } from './scripts/ascii-only.mjs';
import { assigned } from './scripts/assigned.mjs';
import { clientInUse } from './scripts/client-in-use.mjs';
import { guidanceBeside } from './scripts/guidance-beside.mjs';
import { inParts } from './scripts/in-parts.mjs';
import { newEnough } from './scripts/new-enough.mjs';
import { cliBundle, nodeBundle, serverBundle } from './scripts/server-bundle.mjs';
import { stylesInside } from './scripts/styles-inside.mjs';
import { withoutPages } from './scripts/without-pages.mjs';
import { yamlBeside } from './scripts/yaml-beside.mjs';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');
process.chdir(path.dirname(fileURLToPath(import.meta.url)));

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** @type {esbuild.BuildOptions} */
const node = { ...common, ...nodeBundle };

/** @type {esbuild.BuildOptions} */
const browser = { ...common, platform: 'browser', target: 'es2022' };

const bundles = [
  {
    ...node,
    entryPoints: ['client/main.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [newEnough, clientInUse],
  },
  {
    ...common,
    ...serverBundle('dist/server.js'),
    minify: !dev,
    sourcemap: dev,
    ...(dev && { plugins: [stylesInside, assigned, inParts] }),
  },
  // What the server reads with the first glob.
  { ...node, entryPoints: ['node_modules/picomatch/index.js'], outfile: 'dist/globs.js' },
  // What server and command line read with the first text that the fast reader cannot read, or the first edit.
  { ...node, entryPoints: ['scripts/yaml.mjs'], outfile: 'dist/yaml.js' },
  { ...common, ...cliBundle('dist/cli.js'), minify: !dev, sourcemap: dev },
  // What each thread of the command line reads.
  {
    ...node,
    entryPoints: ['cli/thread.ts'],
    outfile: 'dist/thread.js',
    plugins: [assigned, withoutPages, guidanceBeside, yamlBeside, asciiOnly],
  },
  {
    ...browser,
    entryPoints: ['webview/main.tsx'],
    outfile: 'dist/webview.js',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
  { ...browser, entryPoints: ['webview/panel.css'], outfile: 'dist/panel.css' },
  {
    ...browser,
    entryPoints: ['webview/portfolio/main.tsx'],
    outfile: 'dist/portfolio.js',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
  { ...browser, entryPoints: ['webview/portfolio.css'], outfile: 'dist/portfolio.css' },
];

if (watch) {
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...bundle, logLevel: 'info' });
    await context.watch();
  }
} else {
  const missing = bundles.flatMap(bundle => bundle.entryPoints).filter(entry => !existsSync(entry));
  const results = await Promise.allSettled(
    bundles.filter(bundle => !missing.includes(bundle.entryPoints[0])).map(bundle => esbuild.build(bundle)),
  );
  for (const result of results) {
    if (result.status === 'fulfilled') printSizes(result.value);
  }
  for (const entry of missing) console.error(`${entry} is missing`);
  if (existsSync('dist/cli.js')) chmodSync('dist/cli.js', 0o755);
  // esbuild has told of the errors itself.
  if (missing.length > 0 || results.some(result => result.status === 'rejected')) process.exitCode = 1;
}

/** One line a file: what npm's and VS Code's users download. */
function printSizes({ metafile }) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    if (!file.endsWith('.map')) console.log(`${`${(bytes / 1024).toFixed(1)} KiB`.padStart(12)}  ${file}`);
  }
}
