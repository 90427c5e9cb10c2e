// The suites inside a real VS Code. Ends with "N passed, N failed".
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, runMain, setupProject } from '../../scripts/setup.mjs';
import { runInside } from './inside.mjs';

await runMain(async () => {
  setupProject();
  const out = path.join(root, 'out/vscode');
  await bundleSuites(out);

  const report = path.join(root, 'out/reports/vscode.json');
  rmSync(report, { force: true });
  mkdirSync(path.dirname(report), { recursive: true });
  const scratch = mkdtempSync(path.join(tmpdir(), 'success-plan-suites-'));
  const workspace = path.join(scratch, 'plans');
  cpSync(path.join(root, 'test/vscode/workspace'), workspace, { recursive: true });
  // The portfolio among them would only make walks through all plans longer.
  const filter = source => path.basename(source) !== 'portfolio';
  cpSync(path.join(root, 'examples'), path.join(workspace, 'examples'), { recursive: true, filter });
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

  let exitCode = 0;
  try {
    await runInside({
      extension: process.env.SUITES_EXTENSION ?? root,
      tests: path.join(out, 'index.js'),
      folder: workspace,
      data: `${scratch}/data`,
      env: { SUITES_REPORT: report, SUITES_WORKSPACE: workspace },
    });
  } catch (error) {
    console.error(String(error));
    exitCode = 1;
  }
  process.exitCode = summarize(report) || exitCode;
});

async function bundleSuites(outdir) {
  const { build } = await import('esbuild');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [path.join(root, 'test/vscode/index.ts'), path.join(root, 'test/vscode/suite/*.test.ts')],
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/** Prints every result; the exit code of the report alone. No report, or nothing in it, is a failure. */
function summarize(report) {
  if (!existsSync(report)) {
    console.error('The suites left no report: they did not run to their end.');
    return 1;
  }
  const { passed, failed, pending, results } = JSON.parse(readFileSync(report, 'utf8'));
  for (const { title, state, milliseconds, error } of results) {
    const mark = state === 'passed' ? '✓' : state === 'failed' ? '✗' : '–';
    console.log(`  ${mark} ${title}${milliseconds === undefined ? '' : ` (${milliseconds} ms)`}`);
    if (error) console.log(error.replace(/^/gm, '      '));
  }
  console.log(`${passed} passed, ${failed} failed${pending ? `, ${pending} skipped` : ''}`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
