import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportBeside } from './export-beside.mjs';
import { fastReaderBeside } from './fast-reader-beside.mjs';
import { globsBeside } from './globs-beside.mjs';
import { guidanceBeside } from './guidance-beside.mjs';
import { stylesInside } from './styles-inside.mjs';
import { withoutPages } from './without-pages.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * What every bundle for Node is built with.
 * @type {import('esbuild').BuildOptions}
 */
export const nodeBundle = {
  bundle: true,
  legalComments: 'none',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Some of the language client's packages have a UMD `main`, whose require() calls no bundler can follow.
  mainFields: ['module', 'main'],
  // The same library as ES modules: what nobody imports falls away, and the rest is one scope that starts faster.
  alias: { yaml: path.join(root, 'node_modules/yaml/browser/dist/index.js') },
  // Fields are assigned in constructors; to define them before would only be longer.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
};

/**
 * The language server as it ships; the bench measures the same.
 * @param {string} outfile
 * @returns {import('esbuild').BuildOptions}
 */
export function serverBundle(outfile) {
  return {
    ...nodeBundle,
    absWorkingDir: root,
    entryPoints: ['server/main.ts'],
    outfile,
    minify: true,
    plugins: [withoutPages, guidanceBeside, fastReaderBeside, globsBeside, exportBeside],
  };
}

/**
 * What writes plans for others, as it ships beside the server and the command line.
 * @param {string} outfile
 * @returns {import('esbuild').BuildOptions}
 */
export function exportBundle(outfile) {
  return {
    ...nodeBundle,
    absWorkingDir: root,
    entryPoints: ['export/export.ts'],
    outfile,
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [stylesInside],
  };
}
