import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_FILE, isPlanName } from '../../plan/config/names.ts';
import { SEVERITIES } from '../../plan/rules/rule.ts';
import { cli } from '../support/cli.ts';
import { ACTION_FILE, GITLAB_FILE, HOOKS_FILE, readAction, readGitLab, readHooks } from '../support/pipelines.ts';

/** What ships for pipelines, and what pages say about it, can be followed. That it does what it should: `test/process/pipelines.test.ts`. */

const PAGES = ['README.md', 'docs/configuration.md', 'docs/portfolio.md', 'docs/export.md', 'docs/editors.md'];
const README = readFileSync('README.md', 'utf8');
const blocks = [...README.matchAll(/```yaml\n([\s\S]*?)```/g)].map(match => match[1] ?? '');
const blockWith = (text: string) => blocks.find(block => block.includes(text)) ?? '';

/** The options of a command, as its help names them. */
async function optionsOf(command: string): Promise<ReadonlySet<string>> {
  const { code, out } = await cli(process.cwd(), [...command.split(' '), '--help']);
  expect(code, command).toBe(0);
  return new Set(out.match(/(?<=^ {2}(?:-\w, )?)--?[\w-]+|(?<=^ {2}-\w, )--[\w-]+/gm));
}

describe('every command line', () => {
  const files = [ACTION_FILE, GITLAB_FILE, HOOKS_FILE, ...PAGES].map(
    file => [file, readFileSync(file, 'utf8')] as const,
  );
  it.each(files)('in %s names commands and options that there are', async (_, text) => {
    // In code of any kind; a comment behind it is none of it.
    const lines = text.matchAll(
      /(?:success-plan|node "\$CLI") (check|fix|report|render|agenda|init|explain|config(?: print| init)?|lsp)\b([^`\n#]*)/g,
    );
    for (const [line, command = '', rest = ''] of lines) {
      const known = await optionsOf(command);
      for (const [option] of rest.matchAll(/(?<=\s)-{1,2}[a-z][\w-]*/g)) expect(known, line).toContain(option);
    }
  });

  it('in the README’s table has the options that stand beside it', async () => {
    for (const [, command = '', row = ''] of README.matchAll(/^\| `success-plan ([a-z]+(?: print)?)(.*)$/gm)) {
      const known = await optionsOf(command);
      const named = row.match(/(?<![\w-])--[a-z][\w-]*/g) ?? [];
      expect([...known], command).toEqual(expect.arrayContaining(named));
    }
  });

  it('of the scripts is found by this test', () => {
    const found = [ACTION_FILE, GITLAB_FILE, HOOKS_FILE].map(file =>
      readFileSync(file, 'utf8').match(/(?:success-plan|\$CLI") check\b/g),
    );
    expect(found.map(lines => lines?.length)).toEqual([1, 1, 1]);
  });
});

describe('the action for GitHub', () => {
  const { inputs, runs } = readAction();

  it('hands what is put in to its scripts as variables, never as their text', () => {
    for (const { shell, run } of runs.steps) {
      expect(shell).toBe('bash');
      expect(run).not.toContain('${{');
    }
    const handed = runs.steps.flatMap(({ env }) => Object.values(env)).join(' ');
    const used = [...handed.matchAll(/inputs\.([\w-]+)/g)].map(match => match[1]);
    expect(used.toSorted()).toEqual(Object.keys(inputs).toSorted());
    for (const { description } of Object.values(inputs)) expect(description).toMatch(/\.$/);
  });

  it('is used in the README with what it takes', () => {
    const { jobs } = parse(blockWith('pull_request'));
    const [step] = jobs.plans.steps.filter((one: { uses?: string }) => one.uses?.includes('success-plan'));
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
  });
});

describe('the template for GitLab', () => {
  const { inputs, job } = readGitLab();

  it('hands what is put in to its script as variables, never as its text', () => {
    expect(job.script.join('\n')).not.toContain('$[[');
    const used = [...JSON.stringify(job).matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(match => match[1]);
    expect(used.toSorted()).toEqual(Object.keys(inputs).toSorted());
  });

  it('knows the levels that there are', () => {
    expect(inputs['fail-on']?.options).toEqual([...SEVERITIES, 'never']);
  });

  it('is used in the README with what it takes', () => {
    const [{ inputs: given, local }] = parse(blockWith('.gitlab-ci.yml')).include;
    expect(local.endsWith(GITLAB_FILE)).toBe(true);
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
    for (const [name, input] of Object.entries(inputs)) expect('default' in input || name in given, name).toBe(true);
  });
});

describe('the hook for pre-commit', () => {
  const [hook, ...others] = readHooks();

  it('is the one that the README writes out', () => {
    const local = parse(blockWith('.pre-commit-config.yaml')).repos[0].hooks[0];
    expect(others).toEqual([]);
    for (const key of ['id', 'name', 'language', 'entry', 'files'] as const) expect(local[key], key).toBe(hook?.[key]);
  });

  it.each([
    'acme.success-plan.yaml',
    'customers/success-plan.yml',
    'acme/april.qbr.yaml',
    CONFIG_FILE,
    `customers/${CONFIG_FILE}`,
    'customers/plan.yaml',
    'my-success-plan.yaml',
    'success-plan.yaml.md',
  ])('takes plans, agendas and configurations, and nothing else: %s', name => {
    expect(new RegExp(hook?.files ?? '').test(name)).toBe(isPlanName(name) || name.endsWith(CONFIG_FILE));
  });
});
