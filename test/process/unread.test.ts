import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI_BUNDLE, cliProcess, folderWith, latePlan, type Ran } from '../support/cli.ts';
import { canBeNobody, giveToNobody, NOBODY } from '../support/nobody.ts';
import { TestRepository } from '../support/repository.ts';

/** What cannot be read while plans are looked for is told, and everything else is checked all the same. */

const late = latePlan();
const PLANS = {
  'acme.success-plan.yaml': late,
  'file.success-plan.yaml': late,
  'emea/secret/success-plan.yaml': late,
  'unlooked/success-plan.yaml': late,
  '.hidden/success-plan.yaml': late,
};

function check(folder: string, ...args: string[]): Promise<Ran> {
  return cliProcess(CLI_BUNDLE, folder, ['check', '--today', '2026-02-10', ...args], '', [], NOBODY);
}

function lock(folder: string): void {
  giveToNobody(folder);
  for (const name of ['file.success-plan.yaml', 'emea/secret', '.hidden']) chmodSync(path.join(folder, name), 0);
  // What is in it can be listed, and not looked at.
  chmodSync(path.join(folder, 'unlooked'), 0o600);
}

/** Opened again, so that it can be removed. */
function unlock(folder: string): void {
  for (const name of ['emea/secret', 'unlooked', '.hidden']) chmodSync(path.join(folder, name), 0o700);
}

const TOLD = [
  'success-plan: emea/secret: cannot be searched: permission denied',
  'success-plan: file.success-plan.yaml: permission denied',
  'success-plan: unlooked/success-plan.yaml: permission denied',
];

describe.runIf(canBeNobody)('folders and files that are closed to us', { timeout: 60_000 }, () => {
  it.each(['no repository', 'a repository', 'a repository that knows them'])('in %s', async where => {
    const repository = where === 'no repository' ? undefined : new TestRepository(PLANS);
    if (where.endsWith('them')) repository?.commit('2026-01-05', {});
    const folder = repository?.folder ?? folderWith(PLANS);
    lock(folder);
    const { code, out, err } = await check(folder);
    const deep = await check(path.join(folder, 'emea'));
    const itself = await check(path.join(folder, 'emea'), 'secret');
    unlock(folder);
    expect(err.trimEnd().split('\n').sort()).toEqual(
      // Git knows the name of a file that it cannot look for.
      where.endsWith('them') ? ['success-plan: emea/secret/success-plan.yaml: permission denied', ...TOLD] : TOLD,
    );
    expect(out).toMatch(/^1 plan checked: 1 warning\. Not everything could be checked: see above\.$/m);
    expect([code, deep.code, itself.code]).toEqual([2, 2, 2]);
    expect(deep.err).toContain('success-plan: secret: cannot be searched: permission denied\n');
    expect(itself.err).toContain('success-plan: secret: cannot be searched: permission denied\n');
    expect(itself.err).not.toContain('no plan in this folder');
  });
});

// Elsewhere there are no such names.
describe.runIf(process.platform === 'linux')('names that are not UTF-8', { timeout: 60_000 }, () => {
  const bytes = (folder: string, before: string, behind: string) =>
    Buffer.concat([Buffer.from(path.join(folder, before)), Buffer.from([0xe9]), Buffer.from(behind)]);

  it.each([true, false])('in a repository: %s', async isRepository => {
    const files = { 'acme.success-plan.yaml': late, 'real\uFFFD.success-plan.yaml': late };
    const folder = isRepository ? new TestRepository(files).folder : folderWith(files);
    writeFileSync(bytes(folder, 'caf', '.success-plan.yaml'), late);
    mkdirSync(bytes(folder, 'soci', 't'));
    writeFileSync(bytes(folder, 'soci', 't/success-plan.yaml'), late);
    const { code, out, err } = await cliProcess(CLI_BUNDLE, folder, ['check', '--today', '2026-02-10']);
    const inFolder = isRepository ? 'soci\uFFFDt/success-plan.yaml' : 'soci\uFFFDt: cannot be searched';
    expect(err.trimEnd().split('\n').sort()).toEqual([
      'success-plan: caf\uFFFD.success-plan.yaml: the name is not UTF-8; rename it',
      `success-plan: ${inFolder}: the name is not UTF-8; rename it`,
    ]);
    expect(out).toMatch(/^2 plans checked: 2 warnings\./m);
    expect(code).toBe(2);
  });
});
