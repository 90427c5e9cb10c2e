/**
 * Runs everything that looks at the pages in a real browser, one after the other, and fails if one of them does.
 *
 *   node test/webview/run.mjs [name…]     live, drag, axe …: the files of this folder
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const here = import.meta.dirname;
const named = process.argv.slice(2);
const files = readdirSync(here).filter(file => file.endsWith('.mjs') && file !== basename(import.meta.filename));
const chosen = files.filter(file => named.length === 0 || named.includes(basename(file, '.mjs')));
const failed = chosen.filter(file => {
  const begun = Date.now();
  const { status } = spawnSync(process.execPath, [join(here, file)], { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'} ${file}, ${Math.round((Date.now() - begun) / 1000)} s`);
  return status !== 0;
});
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 || chosen.length === 0 ? 1 : 0;
