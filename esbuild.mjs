// Bundles what the package ships into dist/. `--dev`: readable, with source maps; `--watch`: again at every change.
import { chmodSync, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { exportBeside } from './scripts/export-beside.mjs';
import { fastReaderBeside } from './scripts/fast-reader-beside.mjs';
import { guidanceBeside } from './scripts/guidance-beside.mjs';
import { exportBundle, nodeBundle, serverBundle } from './scripts/server-bundle.mjs';
import { stylesInside } from './scripts/styles-inside.mjs';
import { withoutPages } from './scripts/without-pages.mjs';

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

/**
 * js-yaml makes its state by object spread for every value, which is several times slower than assignments on Node 20. Our own code, where it
 * is rare, is faster with it.
 * @type {esbuild.Plugin}
 */
const assigned = {
  name: 'assigned',
  setup(build) {
    build.onLoad({ filter: /[\\/]js-yaml[\\/]dist[\\/][^\\/]+\.mjs$/ }, async ({ path: file }) => {
      const options = { supported: { 'object-rest-spread': false } };
      return { contents: (await esbuild.transform(await readFile(file, 'utf8'), options)).code };
    });
  },
};

const bundles = [
  { ...node, entryPoints: ['client/main.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  {
    ...common,
    ...serverBundle('dist/server.js'),
    minify: !dev,
    ...(dev && { plugins: [fastReaderBeside, exportBeside] }),
  },
  { ...node, entryPoints: ['plan/syntax/fast/parse-sound.ts'], outfile: 'dist/fast-reader.js', plugins: [assigned] },
  // What the server reads with the first glob.
  { ...node, entryPoints: ['node_modules/picomatch/index.js'], outfile: 'dist/globs.js' },
  // What the server reads when somebody first formats a plan.
  { ...node, entryPoints: ['server/format/main.ts'], outfile: 'dist/format.js' },
  // What server and command line read when somebody first asks for a plan as a file.
  { ...common, ...exportBundle('dist/export.js'), minify: !dev, ...(dev && { plugins: [stylesInside] }) },
  {
    ...node,
    entryPoints: ['cli/main.ts'],
    outfile: 'dist/cli.js',
    plugins: [assigned, exportBeside],
    // A package in it asks for its own address at load, which CommonJS has under another name.
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: {
      js: "#!/usr/bin/env node\nconst importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
    },
  },
  // What each thread of the command line reads.
  {
    ...node,
    entryPoints: ['cli/thread.ts'],
    outfile: 'dist/thread.js',
    plugins: [assigned, withoutPages, guidanceBeside, exportBeside],
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
