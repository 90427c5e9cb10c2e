import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cliProcess, folderWith, latePlan } from '../support/cli.ts';

/** What `npm pack` makes: the command line as one file, for machines that have not the repository. */

const folder = mkdtempSync(path.join(tmpdir(), 'success-plan-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('holds all that the command line needs, and nothing of the editor or the sources', async () => {
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const file = execFileSync('npm', pack, { encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', file], { cwd: folder });
  const packed = path.join(folder, 'package');
  const found = execFileSync('find', ['.', '-type', 'f'], { cwd: packed, encoding: 'utf8' }).split('\n');
  for (const file of ['schemas/success-plan.schema.json', 'docs/configuration.md', 'docs/rules/schema.md'])
    expect(found).toContain(`./${file}`);
  expect(found.filter(file => /\.tsx?$|node_modules|compiled|webview|extension/.test(file))).toEqual([]);

  const program = path.join(packed, 'dist/cli.js');
  const plans = Array.from({ length: 40 }, (_, at) => [`p${at}.success-plan.yaml`, latePlan()]);
  const work = folderWith({ ...Object.fromEntries(plans), 'broken.success-plan.yaml': 'plan: {\n' });
  const run = (...args: string[]) => cliProcess(program, work, args);
  const today = ['--today', '2026-02-10'];
  expect((await run('check', '--jobs', '2', ...today)).out).toMatch(/\n41 plans checked: .*\n$/);
  for (const format of ['html', 'svg', 'markdown', 'csv'])
    expect((await run('render', 'p1.success-plan.yaml', '--format', format, ...today)).code, format).toBe(0);
  for (const format of ['table', 'html', 'json'])
    expect((await run('report', '--format', format, ...today)).code, format).toBe(0);
  expect((await run('agenda', 'p1.success-plan.yaml', ...today)).code).toBe(0);
  expect((await run('init', 'new.success-plan.yaml', ...today)).code).toBe(0);
  expect((await run('explain', 'schema')).code).toBe(0);
});
