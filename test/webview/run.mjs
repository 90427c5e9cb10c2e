/**
 * Runs everything that looks at the pages in a real browser, two at a time, and fails if one of them does.
 *
 *   node test/webview/run.mjs [name…]     live, drag, axe …: the files of this folder
 */
import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const AT_ONCE = 2;
/** Rarely a browser stops answering. A file that has told of nothing for so long, by a word or in what it prints, is begun once more. */
const SILENCE_MS = 180_000;
/** What Playwright says when the browser itself gave up, which says nothing about the page: begun once more as well. What a page does wrong is told in other words. */
const BROWSER_FAILED = /Protocol error|Page crashed|Target crashed|Target page, context or browser has been closed/;
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
  const child = fork(join(here, file), { silent: true });
  let output = '';
  let doing = 'its start';
  let isStuck = false;
  const limit = setTimeout(() => {
    isStuck = true;
    child.kill();
  }, SILENCE_MS);
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', text => {
      output += text;
      limit.refresh();
    });
  child.on('message', what => {
    doing = what;
    limit.refresh();
  });
  return new Promise(done => {
    child.on('close', code => {
      clearTimeout(limit);
      process.stdout.write(output);
      if (isStuck) console.log(`No answer in ${SILENCE_MS / 1000} s: ${doing}`);
      console.log(`${code === 0 ? 'ok' : 'FAILED'} ${file}, ${Math.round((Date.now() - begun) / 1000)} s`);
      const isBrowsers = isStuck || (code !== 0 && BROWSER_FAILED.test(output));
      if (isBrowsers && !isAgain) return done(run(file, true));
      if (code !== 0) failed.push(file);
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
