// The packaged extension in code-server, used through the page. Pictures go to out/shots/, the report to
// out/reports/ui.json. Names of sessions as arguments run only these. A session in which something failed is held once more, and what passes only
// then is told. Ends with "N passed, N failed".
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, runMain, SetupError, setupChromium, setupHost, setupProject } from '../../scripts/setup.mjs';
import { pageUrl, startHost } from '../vscode/host.mjs';

const ERROR_LINES = 12; // the report holds the rest

await runMain(async () => {
  setupProject();
  setupHost();
  setupChromium();
  const vsix = process.env.UI_VSIX ?? builtPackage();
  const { openPage } = await import('../vscode/page.mjs');
  const { PATIENCE_MS, Workbench } = await import('./workbench.mjs');
  const { sessions } = await import('./sessions.mjs');

  const shots = path.join(root, 'out/shots');
  mkdirSync(shots, { recursive: true });
  for (const name of readdirSync(shots)) if (name.endsWith('.png')) rmSync(path.join(shots, name));
  const report = path.join(root, 'out/reports/ui.json');
  rmSync(report, { force: true });
  mkdirSync(path.dirname(report), { recursive: true });
  const ending = [];
  const end = async () => {
    while (ending.length > 0) await ending.pop()();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end().finally(() => process.exit(130)));

  const results = [];
  const unsteady = [];
  try {
    const host = await startHost({ vsix });
    ending.push(host.stop);
    const hold = async ({ steps, language, empty, settings }) => {
      const { page, close } = await openPage();
      ending.push(close);
      page.setDefaultTimeout(PATIENCE_MS);
      if (language) await page.addInitScript(speak, language);
      await page.addInitScript(countPresses);
      const folder = empty ? emptyFolder(ending, settings) : filledFolder(ending);
      await page.goto(pageUrl(host.origin, folder));
      const workbench = new Workbench({ page, folder, shots });
      const own = [];
      for (const step of steps) own.push(await runStep(step, workbench));
      await ending.pop()();
      return own;
    };
    for (const session of chosen(sessions)) {
      const own = await hold(session);
      if (!own.some(failed)) {
        results.push(...own);
        continue;
      }
      // Rarely a busy machine loses a click or a key: once more from the beginning, in a folder and a window of its own. What is wrong stays wrong.
      console.log(`  ${session.name}: again, from the beginning`);
      const again = await hold(session);
      results.push(...again);
      for (const [at, step] of own.entries())
        if (failed(step) && again[at] && !failed(again[at])) unsteady.push({ ...step, session: session.name });
    }
  } finally {
    await end();
  }

  const counts = { failed: results.filter(failed).length, passed: results.filter(step => !failed(step)).length };
  writeFileSync(report, JSON.stringify({ ...counts, unsteady, results }, null, 2));
  for (const { session, name } of unsteady) console.log(`only the second time: ${session}, ${name}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
});

/** Has VS Code's page ask for extensions in a language, as a language pack would; its own words stay English without one. */
function speak(language) {
  globalThis._VSCODE_NLS_LANGUAGE = language;
}

/** The sessions named on the command line, else all. */
function chosen(sessions) {
  const names = process.argv.slice(2);
  return names.length === 0 ? sessions : sessions.filter(({ name }) => names.includes(name));
}

/** Counts presses of mouse buttons and touches, so that a session can prove that there were none. */
function countPresses() {
  globalThis.pointerPresses = 0;
  globalThis.addEventListener?.('pointerdown', () => void globalThis.pointerPresses++, true);
}

function failed({ error }) {
  return error !== undefined;
}

/** A folder with the plans of the suites and the examples, for as long as the run lasts. */
function filledFolder(ending) {
  const folder = mkdtempSync(path.join(tmpdir(), 'success-plan-ui-'));
  ending.unshift(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(path.join(root, 'test/vscode/workspace'), folder, { recursive: true });
  // The team's portfolio has names and findings of its own, which the steps do not count.
  const filter = source => path.basename(source) !== 'portfolio';
  cpSync(path.join(root, 'examples'), folder, { recursive: true, filter });
  return folder;
}

/** A folder with nothing in it but settings, for as long as the run lasts. */
function emptyFolder(ending, settings) {
  const folder = mkdtempSync(path.join(tmpdir(), 'success-plan-empty-'));
  if (settings) {
    mkdirSync(path.join(folder, '.vscode'));
    writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  }
  ending.unshift(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The package that `npm run package` left. */
function builtPackage() {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const vsix = path.join(root, `${name}-${version}.vsix`);
  if (!existsSync(vsix)) throw new SetupError(`${path.basename(vsix)} is missing: npm run package makes it`);
  return vsix;
}

/** A step's result; when it fails, a picture shows where, and the next one starts from a calm workbench. */
async function runStep({ name, shot, run }, workbench) {
  const started = Date.now();
  let error;
  try {
    await run(workbench);
    if (shot) await workbench.shot(shot);
  } catch (thrown) {
    error = stripVTControlCharacters(String(thrown?.stack ?? thrown));
    await workbench.shot(`failed-${name.replaceAll(/\W+/g, '-')}`).catch(() => {});
    await workbench.calm().catch(() => {});
  }
  const milliseconds = Date.now() - started;
  console.log(`  ${error ? '✗' : '✓'} ${name} (${milliseconds} ms)`);
  if (error) console.log(error.split('\n').slice(0, ERROR_LINES).join('\n').replace(/^/gm, '      '));
  return { name, milliseconds, error };
}
