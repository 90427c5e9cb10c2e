// npm test: everything, in the order in which it tells most. `npm test -- unit vscode` runs only these steps.
// Ends with one line, "N passed, N failed", over all reports; the exit code says the same.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import {
  hasDesktop,
  projectEnvironment,
  root,
  runMain,
  SetupError,
  setupChromium,
  setupHost,
  setupProject,
} from './setup.mjs';

const LIMIT_MS = 8 * 60_000;
const reports = path.join(root, 'out/reports');
const unitReport = path.join(reports, 'unit.json');
const corpusReport = path.join(reports, 'corpus.json');
const editsReport = path.join(reports, 'edits.json');
const processReport = path.join(reports, 'process.json');

/**
 * `script`: the npm script and its arguments. `needs`: steps without which it makes no sense. `report`: what it must
 * leave behind, and `count` reads that; a step without a report passes or fails as a whole and counts nothing.
 */
const steps = [
  { name: 'generated', title: 'generated files are fresh', script: ['generate', '--', '--check'] },
  { name: 'types', title: 'types', script: ['typecheck'] },
  { name: 'lint', title: 'lint and format', script: ['lint'] },
  { name: 'build', title: 'build', script: ['build'] },
  {
    name: 'unit',
    title: 'unit and domain tests',
    script: ['unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: unitReport,
    count: ofVitest,
  },
  {
    name: 'corpus',
    title: 'every defect in every plan and layout',
    script: ['corpus', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${corpusReport}`],
    report: corpusReport,
    count: ofVitest,
  },
  {
    name: 'edits',
    title: 'a hundred thousand edits, each compared with reading anew',
    script: ['edits', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${editsReport}`],
    report: editsReport,
    count: ofVitest,
  },
  {
    name: 'process',
    title: 'the built server over stdio, the built command line',
    script: ['process', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${processReport}`],
    needs: ['build'],
    report: processReport,
    count: ofVitest,
  },
  {
    name: 'neovim',
    title: 'the server in Neovim',
    script: ['neovim'],
    needs: ['build'],
    report: path.join(reports, 'neovim.json'),
    count: ({ passed, failed }) => ({ passed, failed }),
  },
  { name: 'panel', title: 'the panel in a browser', script: ['panel'], needs: ['build'] },
  { name: 'package', title: 'package', script: ['package'], needs: ['build'] },
  {
    name: 'vscode',
    title: 'suites inside VS Code',
    script: ['vscode'],
    needs: ['build'],
    report: path.join(reports, 'vscode.json'),
    count: ({ passed, failed }) => ({ passed, failed }),
  },
  {
    name: 'ui',
    title: 'the packaged extension, used through the page',
    script: ['ui'],
    needs: ['package'],
    report: path.join(reports, 'ui.json'),
    count: ({ passed, failed }) => ({ passed, failed }),
  },
];

await runMain(async () => {
  const chosen = choose(process.argv.slice(2));
  setupProject();
  const inVsCode = chosen.filter(({ name }) => ['panel', 'vscode', 'ui'].includes(name));
  if (inVsCode.some(({ name }) => name === 'ui' || !hasDesktop())) {
    setupHost();
    setupChromium();
  }
  mkdirSync(reports, { recursive: true });

  const total = { passed: 0, failed: 0 };
  const broken = new Set();
  const lines = [];
  for (const step of chosen) {
    const missing = step.needs?.filter(name => broken.has(name)) ?? [];
    console.log(`\n── ${step.title} (${step.name})`);
    const started = Date.now();
    const result = missing.length > 0 ? skipped(missing) : await runStep(step);
    if (!result.ok) broken.add(step.name);
    total.passed += result.passed;
    total.failed += result.failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    lines.push(`${result.ok ? '✓' : '✗'} ${step.name.padEnd(10)} ${seconds.padStart(6)} s  ${result.note}`);
    console.log(lines.at(-1));
  }

  console.log(`\n${lines.join('\n')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
});

function ofVitest({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests };
}

/** The steps named on the command line, in their own order; all of them without names. */
function choose(names) {
  const unknown = names.filter(name => !steps.some(step => step.name === name));
  if (unknown.length > 0) {
    throw new SetupError(`No such step: ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}`);
  }
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
}

function skipped(missing) {
  return { ok: false, passed: 0, failed: 1, note: `not run: ${missing.join(' and ')} failed` };
}

/** Runs one step. A failure that no report counts counts as one, so that the last line never says less than happened. */
async function runStep({ script, report, count }) {
  if (report) rmSync(report, { force: true });
  const problem = await npmRun(script);
  if (!report) {
    return problem ? { ok: false, passed: 0, failed: 1, note: problem } : { ok: true, passed: 0, failed: 0, note: '' };
  }
  if (!existsSync(report)) return { ok: false, passed: 0, failed: 1, note: `no report; ${problem ?? 'exit code 0'}` };
  const { passed, failed } = count(JSON.parse(readFileSync(report, 'utf8')));
  const empty = passed + failed === 0 ? 'no test ran' : undefined;
  const silent = failed === 0 ? (problem ?? empty) : undefined;
  const note = `${passed} passed, ${failed} failed${silent ? `; ${silent}` : ''}`;
  return { ok: failed === 0 && !silent, passed, failed: failed + (silent ? 1 : 0), note };
}

/** Runs an npm script in a process group of its own, so that it can be ended whole. Returns what went wrong, if so. */
function npmRun(script) {
  const windows = process.platform === 'win32';
  const child = spawn(windows ? 'npm.cmd' : 'npm', ['run', '--silent', ...script], {
    cwd: root,
    env: projectEnvironment(),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !windows,
    shell: windows,
  });
  const end = signal => {
    try {
      process.kill(windows ? child.pid : -child.pid, signal);
    } catch {
      // It is gone already.
    }
  };
  let stopped;
  const interrupt = () => {
    stopped = 'interrupted';
    end('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt);
  const limit = setTimeout(() => {
    stopped = `not done in ${LIMIT_MS / 60_000} minutes`;
    end('SIGTERM');
  }, LIMIT_MS);
  return new Promise(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', code => resolve(stopped ?? (code === 0 ? undefined : `exit code ${code}`)));
  }).finally(() => {
    clearTimeout(limit);
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, interrupt);
    if (stopped === 'interrupted') process.exit(130);
  });
}
