import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assigned } from './assigned.mjs';
import { globsBeside } from './globs-beside.mjs';
import { guidanceBeside } from './guidance-beside.mjs';
import { inParts } from './in-parts.mjs';
import { rpcInUse } from './rpc-in-use.mjs';
import { serverBeside } from './server-beside.mjs';
import { stylesInside } from './styles-inside.mjs';
import { withoutPages } from './without-pages.mjs';
import { yamlBeside } from './yaml-beside.mjs';

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
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [withoutPages, guidanceBeside, globsBeside, yamlBeside, rpcInUse, stylesInside, assigned, inParts],
  };
}

/**
 * The command line as it ships. The server is beside it anyway.
 * @param {string} outfile
 * @returns {import('esbuild').BuildOptions}
 */
export function cliBundle(outfile) {
  return {
    ...nodeBundle,
    absWorkingDir: root,
    entryPoints: ['cli/main.ts'],
    outfile,
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // A package in it makes a `require` for its own address, which is a path as well.
    define: { 'import.meta.url': '__filename' },
    plugins: [guidanceBeside, yamlBeside, stylesInside, assigned, serverBeside, inParts],
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
