/**
 * Runs everything that looks at the pages in a real browser, two at a time, and fails if one of them does.
 *
 *   node test/webview/run.mjs [name…]     live, drag, axe …: the files of this folder
 */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const AT_ONCE = 2;
/** Four times as long as the longest takes. Rarely a browser stops answering: then that file is begun once more. */
const LIMIT_MS = 300_000;
/** The long ones first, so that no core waits for them at the end. */
const LONG = ['paper.mjs', 'axe.mjs', 'shots.mjs', 'portfolio-shots.mjs'];

const here = import.meta.dirname;
const named = process.argv.slice(2);
const files = readdirSync(here).filter(file => file.endsWith('.mjs') && file !== basename(import.meta.filename));
const chosen = [...LONG, ...files.filter(file => !LONG.includes(file))].filter(
  file => named.length === 0 || named.includes(basename(file, '.mjs')),
);
const failed = [];

function run(file, isAgain = false) {
  const begun = Date.now();
  return new Promise(done => {
    execFile(process.execPath, [join(here, file)], { maxBuffer: 2 ** 26, timeout: LIMIT_MS }, (error, out, err) => {
      process.stdout.write(out + err);
      console.log(`${error ? 'FAILED' : 'ok'} ${file}, ${Math.round((Date.now() - begun) / 1000)} s`);
      if (error?.killed && !isAgain) return done(run(file, true));
      if (error) failed.push(file);
      done();
    });
  });
}

const left = chosen.values();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const file of left) await run(file);
  }),
);
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 || chosen.length === 0 ? 1 : 0;
