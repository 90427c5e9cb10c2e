import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, doubledPlan, folderWith, latePlan, planWith } from '../support/cli.ts';

const REPAIRED = planWith({ '  segment: enterprise\n': '  segment: enterprise # by headcount\n' });
const read = (folder: string, name = 'success-plan.yaml') => readFileSync(path.join(folder, name), 'utf8');

describe('fix', () => {
  it.each([['fix'], ['check', '--fix']])(
    '%s repairs what is safe, leaves the rest of the text as it is, and says what is left',
    async (...args) => {
      const late = 'target_date: "2026-02-27"';
      const folder = folderWith({
        'success-plan.yaml': doubledPlan().replace(late, 'target_date: "2026-01-30"'),
        'b/success-plan.yaml': latePlan(),
      });
      const untouched = statSync(path.join(folder, 'b/success-plan.yaml')).mtimeMs;
      const { code, out, err } = await cli(folder, args);
      expect([code, err]).toEqual([1, '']);
      expect(out).toMatch(/^2 plans checked: 2 warnings\. 1 was fixed\.$/m);
      expect(out).not.toContain('[duplicate-key]');
      expect(read(folder)).toBe(REPAIRED.replace(late, 'target_date: "2026-01-30"'));
      expect(statSync(path.join(folder, 'b/success-plan.yaml')).mtimeMs).toBe(untouched);
    },
  );

  it('keeps line ends, byte order mark and permissions', async () => {
    const folder = folderWith({ 'success-plan.yaml': `\uFEFF${doubledPlan().replaceAll('\n', '\r\n')}` });
    chmodSync(path.join(folder, 'success-plan.yaml'), 0o640);
    expect(await cli(folder, ['fix'])).toEqual({
      code: 0,
      out: '1 plan checked: nothing found. 1 was fixed.\n',
      err: '',
    });
    expect(read(folder)).toBe(`\uFEFF${REPAIRED.replaceAll('\n', '\r\n')}`);
    expect(statSync(path.join(folder, 'success-plan.yaml')).mode & 0o777).toBe(0o640);
  });

  it('makes no repair of a rule that the team has switched off', async () => {
    const folder = folderWith({
      'success-plan.yaml': doubledPlan(),
      'success-plan.config.yaml': 'rules: { duplicate-key: off }\n',
    });
    expect((await cli(folder, ['fix'])).code).toBe(0);
    expect(read(folder)).toBe(doubledPlan());
  });
});

describe('fix --dry-run', () => {
  it('writes nothing; its output is a diff that git applies, with the same result as the repair', async () => {
    const folder = folderWith({ 'emea/success-plan.yaml': doubledPlan() });
    const { code, out, err } = await cli(folder, ['fix', '--dry-run']);
    expect([code, err]).toEqual([1, '1 finding in 1 plan would be fixed. Nothing was written.\n']);
    expect(out).toMatch(/^--- a\/emea\/success-plan\.yaml\n\+\+\+ b\/emea\/success-plan\.yaml\n@@ /);
    expect(read(folder, 'emea/success-plan.yaml')).toBe(doubledPlan());
    writeFileSync(path.join(folder, 'change.diff'), out);
    execFileSync('git', ['apply', 'change.diff'], { cwd: folder });
    expect(read(folder, 'emea/success-plan.yaml')).toBe(REPAIRED);
  });

  it.runIf(existsSync('/usr/bin/patch'))('is a diff for patch too, also of names with blanks', async () => {
    const name = 'Blue River/success-plan.yaml';
    const folder = folderWith({ [name]: doubledPlan() });
    const { out } = await cli(folder, ['fix', '--dry-run']);
    execFileSync('patch', ['-s', '-p1'], { cwd: folder, input: out });
    expect(read(folder, name)).toBe(REPAIRED);
    writeFileSync(path.join(folder, name), doubledPlan());
    execFileSync('git', ['apply', '-'], { cwd: folder, input: out });
    expect(read(folder, name)).toBe(REPAIRED);
  });

  it('reads standard input too', async () => {
    const { code, out } = await cli(
      folderWith({}),
      ['fix', '--dry-run', '--stdin-filename', 'acme.success-plan.yaml', '-'],
      { stdin: doubledPlan() },
    );
    expect(code).toBe(1);
    expect(out).toContain('--- a/acme.success-plan.yaml\n');
  });

  it('says so where there is nothing to repair', async () => {
    const folder = folderWith({ 'success-plan.yaml': latePlan() });
    expect(await cli(folder, ['fix', '--dry-run'])).toEqual({
      code: 1,
      out: '',
      err: 'Nothing can be fixed without your judgement.\n',
    });
  });
});
