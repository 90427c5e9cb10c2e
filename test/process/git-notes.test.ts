import { chmodSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { CLI_BUNDLE, cliProcess, folderWith, latePlan, type User } from '../support/cli.ts';
import { canBeNobody, NOBODY } from '../support/nobody.ts';
import { TestRepository } from '../support/repository.ts';

/** Where git cannot say all, plans are checked all the same, and who reads the result is told. */

const PLAN = 'acme.success-plan.yaml';
const UNKNOWN = 'nothing is known of what plans said at their last reviews';

async function told(folder: string, args: readonly string[], user?: User, variables?: NodeJS.ProcessEnv) {
  const all = ['check', '--today', '2026-02-10', '--fail-on', 'error', ...args];
  const { code, err } = await cliProcess(CLI_BUNDLE, folder, all, '', [], user, variables);
  return [code, err];
}

function repository(): TestRepository {
  const made = new TestRepository();
  made.commit('2026-01-05', { [PLAN]: latePlan() });
  made.commit('2026-01-06', {});
  return made;
}

it('a shallow clone, unless its past does not matter', async () => {
  const clone = path.join(folderWith({}), 'clone');
  const made = repository();
  made.git(['clone', '--quiet', '--depth', '1', `file://${made.folder}`, clone]);
  const way = 'Fetch the rest (git fetch --unshallow; for actions/checkout fetch-depth: 0), or say --no-history';
  const line = `success-plan: ${clone} is a shallow clone: ${UNKNOWN}. ${way}\n`;
  expect(await told(clone, [])).toEqual([0, line]);
  expect(await told(clone, [PLAN, '.'])).toEqual([0, line]);
  expect(await told(clone, ['--no-history'])).toEqual([0, '']);
  expect(await told(made.folder, [])).toEqual([0, '']);
});

it('a plan that may have been renamed without git, unless its past does not matter', async () => {
  const made = repository();
  made.rename(PLAN, 'emea/acme-ltd.success-plan.yaml');
  const way = 'until git is told of both (git add --all)';
  const line = `success-plan: ${PLAN} is gone, and git does not know emea/acme-ltd.success-plan.yaml yet. Where that is a plan under another name, nothing is known of what it said at its last review ${way}\n`;
  expect(await told(made.folder, [])).toEqual([0, line]);
  expect(await told(made.folder, ['--no-history'])).toEqual([0, '']);
  expect(await told(made.folder, ['emea'])).toEqual([0, '']);
  made.write('contoso.success-plan.yaml', latePlan());
  expect((await told(made.folder, []))[1]).toContain(
    'git does not know contoso.success-plan.yaml and 1 more plan yet.',
  );
  made.git(['add', '--all']);
  expect(await told(made.folder, [])).toEqual([0, '']);
});

it.skipIf(process.platform === 'win32')('no git', async () => {
  const folder = folderWith({});
  symlinkSync(process.execPath, path.join(folder, 'node'));
  const without = { PATH: folder };
  const made = repository();
  const ignored = 'success-plan: git was not found: what it ignores is checked too';
  expect(await told(made.folder, [], {}, without)).toEqual([0, `${ignored}, and ${UNKNOWN}\n`]);
  expect(await told(made.folder, ['--no-history'], {}, without)).toEqual([0, `${ignored}\n`]);
  expect(await told(folderWith({ [PLAN]: latePlan() }), [], {}, without)).toEqual([0, '']);
});

it.runIf(canBeNobody && NOBODY.uid !== undefined)('a repository of somebody else', async () => {
  const made = repository();
  const { folder } = made;
  chmodSync(folder, 0o755);
  const line = `success-plan: git does not answer for ${folder}, which belongs to somebody else: what it ignores is checked too, and ${UNKNOWN}. To allow it: git config --global --add safe.directory ${folder}\n`;
  expect(await told(folder, [], NOBODY, { HOME: folder })).toEqual([0, line]);
});

it('a repository that is not where .git says', async () => {
  const folder = folderWith({ [PLAN]: latePlan(), '.git': 'gitdir: /nowhere/worktrees/emea\n' });
  const line = `success-plan: git takes ${folder} for no repository, though .git is there: what it ignores is checked too, and ${UNKNOWN}\n`;
  expect(await told(folder, [])).toEqual([0, line]);
});
