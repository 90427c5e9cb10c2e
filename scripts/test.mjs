// npm test: everything. `npm test -- unit vscode` runs only these steps. What computes and what waits for browsers and editors run in two lanes
// beside each other, each in the order in which it tells most. Ends with one line, "N passed, N failed", over all reports; the exit code says
// the same.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { endAll, runCommand } from './run-command.mjs';
import { hasDesktop, runMain, SetupError, setupProject } from './setup.mjs';
import { host, reports, steps } from './test-steps.mjs';

await runMain(async () => {
  const chosen = choose(process.argv.slice(2));
  setupProject();
  mkdirSync(reports, { recursive: true });
  const inVsCode = chosen.filter(({ name }) => ['panel', 'vscode', 'ui'].includes(name));
  const needsHost = inVsCode.some(({ name }) => name === 'ui' || !hasDesktop());
  const all = needsHost ? [host, ...chosen] : chosen;
  const lanes = [all.filter(({ beside }) => !beside), all.filter(({ beside }) => beside)];
  // Alone, a step is watched at its work; of two at once, each is told of when it ends.
  const alone = lanes.some(({ length }) => length === 0);
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      stopped = true;
      endAll('interrupted');
    });

  const results = new Map();
  const ended = new Map();
  for (const lane of lanes) {
    let before;
    for (const step of lane) {
      const first = [before, ...(step.needs ?? []).map(name => ended.get(name))];
      before = Promise.all(first).then(async () => {
        if (!stopped) results.set(step.name, await told(step, results, alone));
      });
      ended.set(step.name, before);
    }
  }
  await Promise.all(ended.values());
  if (stopped) process.exit(130);

  const shown = all.filter(({ name }) => name !== host.name || !results.get(name).ok);
  console.log(`\n${shown.map(({ name }) => results.get(name).line).join('\n')}\n`);
  const sum = count => [...results.values()].reduce((total, result) => total + result[count], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed') > 0) process.exitCode = 1;
});

/** The steps named on the command line, in their own order; all of them without names. */
function choose(names) {
  const unknown = names.filter(name => !steps.some(step => step.name === name));
  if (unknown.length > 0) {
    throw new SetupError(`No such step: ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}`);
  }
  if (names.length === 0) return steps;
  const chosen = steps.filter(({ name }) => names.includes(name));
  return steps.filter(step => chosen.includes(step) || (step.name === 'build' && chosen.some(({ builds }) => builds)));
}

/** What no step expects, such as a report that cannot be read. */
function broken(error) {
  return { ok: false, passed: 0, failed: 1, note: error.message.split('\n')[0] };
}

function skipped(missing) {
  return { ok: false, passed: 0, failed: 1, note: `not run: ${missing.join(' and ')} failed` };
}

/** Runs one step, unless what it needs has failed, and tells of it: its output in one piece, and a line with what came of it. */
async function told(step, results, alone) {
  const missing = step.needs?.filter(name => results.get(name)?.ok === false) ?? [];
  const title = `\n── ${step.title} (${step.name})`;
  if (step !== host) console.log(alone ? title : `   ${step.name} …`);
  const started = Date.now();
  const { output, ...result } = missing.length > 0 ? skipped(missing) : await runStep(step, alone).catch(broken);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const line = `${result.ok ? '✓' : '✗'} ${step.name.padEnd(10)} ${seconds.padStart(6)} s  ${result.note}`;
  if (step !== host || !result.ok) {
    if (!alone || step === host) console.log(title);
    if (output) process.stdout.write(output.replace(/\n?$/, '\n'));
    console.log(line);
  }
  return { ...result, line };
}

/** Runs one step. A failure that no report counts counts as one, so that the last line never says less than happened. */
async function runStep({ name, node, script, report, count, patient }, alone) {
  if (report) rmSync(report, { force: true });
  const command = node ? [process.execPath, ...node] : ['npm', 'run', '--silent', ...script];
  const log = alone ? undefined : path.join(reports, `${name}.log`);
  const problem = await runCommand(command, { log, patient: patient && !alone });
  const output = log && readFileSync(log, 'utf8');
  if (!report) return { ok: !problem, passed: 0, failed: problem ? 1 : 0, note: problem ?? '', output };
  if (!existsSync(report)) {
    return { ok: false, passed: 0, failed: 1, note: `no report; ${problem ?? 'exit code 0'}`, output };
  }
  const { passed, failed } = count(JSON.parse(readFileSync(report, 'utf8')));
  const empty = passed + failed === 0 ? 'no test ran' : undefined;
  const silent = failed === 0 ? (problem ?? empty) : undefined;
  const note = `${passed} passed, ${failed} failed${silent ? `; ${silent}` : ''}`;
  return { ok: failed === 0 && !silent, passed, failed: failed + (silent ? 1 : 0), note, output };
}
