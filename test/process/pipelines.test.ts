import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI_BUNDLE, folderWith, latePlan } from '../support/cli.ts';
import { soundPlan } from '../support/examples.ts';
import { readAction, readGitLab, readHooks } from '../support/pipelines.ts';

/** What ships for pipelines is run as GitHub, GitLab and pre-commit run it, with the built command line. Judged as of today: plans are late for ever. */

const { runs } = readAction();
const { job } = readGitLab();

const team = () =>
  folderWith({
    'customers/our own/acme.success-plan.yaml': latePlan(),
    'broken/acme.success-plan.yaml': 'plan: {\n',
    'sound.success-plan.yaml': soundPlan(),
  });

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a script in bash as GitHub does. */
function bash(script: string, cwd: string, env: NodeJS.ProcessEnv): Ran {
  const flags = ['--noprofile', '--norc', '-eo', 'pipefail', '-c'];
  const ran = spawnSync('bash', [...flags, script], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

/** A folder for the PATH in which `success-plan` is what was built. */
function onPath(): string {
  const folder = folderWith({
    'success-plan': `#!/bin/sh\nexec "${process.execPath}" "${CLI_BUNDLE}" "$@"\n`,
    npm: '#!/bin/sh\n',
  });
  for (const name of ['success-plan', 'npm']) chmodSync(path.join(folder, name), 0o755);
  return `${folder}${path.delimiter}${process.env.PATH}`;
}

describe('the action for GitHub', { timeout: 60_000 }, () => {
  const check = (cwd: string, inputs: Readonly<Record<string, string>>) =>
    bash(runs.steps[1]?.run ?? '', cwd, {
      CLI: CLI_BUNDLE,
      RUNNER_TEMP: folderWith({}),
      ...{ GITHUB_STEP_SUMMARY: '', PATHS: '.', FAIL_ON: 'warning', SINCE: '', BASELINE: '', ANNOTATIONS: 'true' },
      SARIF_FILE: '',
      ...inputs,
    });

  it('checks the folder, and fails by what is found', () => {
    const folder = team();
    const { code, out } = check(folder, {});
    expect(code).toBe(1);
    expect(out).toContain('3 plans checked: ');
    expect(check(folder, { FAIL_ON: 'never' }).code).toBe(0);
    expect(check(folder, { FAIL_ON: 'loud' }).code).toBe(2);
  });

  it('marks the lines and sums up for the job, unless it is told not to', () => {
    const folder = team();
    const summary = path.join(folderWith({}), 'summary');
    const { out } = check(folder, { GITHUB_STEP_SUMMARY: summary });
    expect(out).toMatch(/^::warning title=success-plan%3A milestone-overdue,file=customers\/our own\/acme/m);
    expect(readFileSync(summary, 'utf8')).toMatch(/^### Success plans\n\n3 plans checked: /);
    expect(check(folder, { ANNOTATIONS: 'false' }).out).not.toMatch(/^::/m);
  });

  it('tells only what is new, or what has changed', () => {
    const folder = team();
    const known = path.join(folder, 'our known.json');
    const write = ['check', '--baseline', known, '--update-baseline'];
    execFileSync(process.execPath, [CLI_BUNDLE, ...write], { cwd: folder });
    expect(check(folder, { BASELINE: 'our known.json' })).toMatchObject({ code: 0, err: '' });
    const { code, err } = check(folder, { SINCE: '--output=hacked', PATHS: 'sound.success-plan.yaml' });
    expect(code).toBe(2);
    expect(err).toContain('is in no git repository, so nobody can say whether it changed since --output=hacked');
  });

  it('takes a path a line, and runs none of them', () => {
    const folder = team();
    const { code, out, err } = check(folder, {
      PATHS: 'customers/our own\n\n$(touch hacked)\n--help\n',
      FAIL_ON: 'error',
      SARIF_FILE: 'out; touch hacked.sarif',
    });
    expect(code).toBe(2);
    expect(out).toContain('1 plan checked: ');
    expect(err).toContain('$(touch hacked): no such file or folder');
    expect(err).toContain('--help: no such file or folder');
    expect(existsSync(path.join(folder, 'hacked'))).toBe(false);
    const sarif = JSON.parse(readFileSync(path.join(folder, 'out; touch hacked.sarif'), 'utf8'));
    expect(sarif.runs[0].results.length).toBeGreaterThan(0);
  });

  it('takes the command line from the file that npm pack makes', () => {
    const temp = folderWith({ output: '' });
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', temp];
    const file = execFileSync('npm', pack, { encoding: 'utf8' }).trim();
    const output = path.join(temp, 'output');
    const install = (PACKAGE: string) =>
      bash(runs.steps[0]?.run ?? '', temp, {
        PACKAGE,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: output,
        GITHUB_ACTION_PATH: process.cwd(),
      });
    expect(install(`./${file}`).code).toBe(0);
    const [, CLI = ''] = /^cli=(.*)\n$/.exec(readFileSync(output, 'utf8')) ?? [];
    expect(CLI.startsWith(temp)).toBe(true);
    expect(check(team(), { CLI, PATHS: 'sound.success-plan.yaml', FAIL_ON: 'never' }).out).toContain('1 plan checked');
    // Without one, what is built beside the action.
    expect(install('').code).toBe(0);
    expect(readFileSync(output, 'utf8')).toContain(`\ncli=${CLI_BUNDLE}\n`);
  });
});

describe('the template for GitLab', { timeout: 60_000 }, () => {
  const run = (cwd: string, paths: string, level: string, baseline = '') => {
    const env = {
      PATH: onPath(),
      SUCCESS_PLAN_PACKAGE: 'x.tgz',
      SUCCESS_PLAN_PATHS: paths,
      SUCCESS_PLAN_FAIL_ON: level,
      SUCCESS_PLAN_BASELINE: baseline,
    };
    const ran = spawnSync('sh', ['-ec', job.script.join('\n')], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    return { code: ran.status, out: ran.stdout, err: ran.stderr };
  };

  it('checks a path a line, in a plain shell, and runs none of them', () => {
    const folder = team();
    expect(run(folder, '.', 'error').code).toBe(1);
    const report = JSON.parse(readFileSync(path.join(folder, 'gl-code-quality-report.json'), 'utf8'));
    expect(report.length).toBeGreaterThan(1);
    expect(run(folder, '.', 'error', 'no such.json').err).toContain('no such.json: there is no such baseline');
    const { code, out, err } = run(folder, 'customers/our own\n*\n$(touch hacked)', 'never');
    expect(out).toContain('1 plan checked: ');
    expect(err).toContain('*: no such file or folder');
    expect(code).toBe(2);
    expect(existsSync(path.join(folder, 'hacked'))).toBe(false);
  });
});

describe('the hook for pre-commit', { timeout: 60_000 }, () => {
  it('checks the files that it is given', () => {
    const [hook] = readHooks();
    const files = ['customers/our own/acme.success-plan.yaml', 'broken/acme.success-plan.yaml'];
    const ran = spawnSync('bash', ['-c', `${hook?.entry} "$@"`, 'hook', ...files], {
      cwd: team(),
      encoding: 'utf8',
      env: { ...process.env, PATH: onPath() },
    });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain('2 plans checked: ');
  });
});
