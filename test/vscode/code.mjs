#!/usr/bin/env node
// Stands in for the executable of VS Code's desktop edition where there is none: takes the arguments that
// @vscode/test-electron passes, runs the same suites in code-server's extension host, and exits with their code.
import { statSync } from 'node:fs';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { pageUrl, remoteUri, startHost } from './host.mjs';
import { openPage } from './page.mjs';

/** For what hangs: on a busy machine the suites take half of it. */
const LIMIT_MS = 900_000;
// The workbench's own log, of no interest unless something goes wrong (VSCODE_HOST_VERBOSE shows it), and what it says
// where its logging could not be built.
const NOISE = new RegExp(
  [
    /^\[[\w :-]+\] |^Ignoring fetching |^Updating additional |^Resolv(ing|ed) connection |^Creating a socket |^Canceled: /,
    /Could not locate the bindings file|build\/Release\/watchdog/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
  },
});
if (!values.extensionTestsPath) {
  console.error('code.mjs only runs suites: --extensionTestsPath is missing');
  process.exit(2);
}
const folder = positionals
  .map(name => path.resolve(name))
  .find(name => statSync(name, { throwIfNoEntry: false })?.isDirectory());

// Suites run in the page's workbench only when the server says that a driver is at work.
const host = await startHost({ args: ['--vscode-option', 'enable-smoke-test-driver'] });
let browser;
const end = async code => {
  await browser?.close();
  await host.stop();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(130));

try {
  browser = await openPage();
  const { page } = browser;
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = format(...args);
    if (process.env.VSCODE_HOST_VERBOSE || !NOISE.test(line)) console[type === 'error' ? 'error' : 'log'](line);
  });
  const exited = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve));
  const extensions = values.extensionDevelopmentPath ?? [];
  await page.goto(
    pageUrl(host.origin, folder, [
      ...extensions.map(dir => ['extensionDevelopmentPath', remoteUri(host.origin, path.resolve(dir))]),
      ['extensionTestsPath', remoteUri(host.origin, path.resolve(values.extensionTestsPath))],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ]),
  );
  const limit = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`The suites did not end in ${LIMIT_MS / 1000} s`)), LIMIT_MS).unref();
  });
  const code = await Promise.race([exited, limit]);
  // When the extension host dies the page tells of exit 0: only the server's log knows better.
  const died = /Extension Host Process exited with code: (?!0, signal: null).*/.exec(host.log());
  if (died) console.error(died[0]);
  await end(code || (died ? 1 : 0));
} catch (error) {
  console.error(error);
  console.error(host.log().split('\n').slice(-30).join('\n'));
  await end(1);
}
