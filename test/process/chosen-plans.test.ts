import { describe, expect, it } from 'vitest';
import { CLI_BUNDLE, cliProcess, folderWith, latePlan, type Ran } from '../support/cli.ts';
import { TestRepository } from '../support/repository.ts';

/** Which of the plans that are found are checked: those that changed, and a part of them. Each of them has one finding. */

const late = latePlan();

async function check(folder: string, ...args: string[]): Promise<Ran & { plans: readonly string[] }> {
  const always = ['check', '--today', '2026-02-10', '--no-history', '--format', 'json'];
  const ran = await cliProcess(CLI_BUNDLE, folder, [...always, ...args]);
  const findings: { path: string }[] = JSON.parse(ran.out || '[]');
  return { ...ran, plans: findings.map(finding => finding.path) };
}

describe('--since', { timeout: 60_000 }, () => {
  it('takes what is committed, staged, changed or new since a revision, and nothing else', async () => {
    const repository = new TestRepository();
    const names = ['acme', 'contoso', 'emea/juniper', 'emea/kestrel', 'old'].map(name => `${name}.success-plan.yaml`);
    repository.commit('2026-01-05', Object.fromEntries(names.map(name => [name, late])));
    repository.git(['tag', 'approved']);
    repository.commit('2026-01-12', { 'emea/juniper.success-plan.yaml': `# signed\n${late}` });
    repository.write('contoso.success-plan.yaml', `# staged\n${late}`);
    repository.git(['add', '--all']);
    repository.write('acme.success-plan.yaml', `# typed\n${late}`);
    repository.write('apac/new.success-plan.yaml', late);
    repository.rename('old.success-plan.yaml', 'apac/moved.success-plan.yaml');
    const changed = ['acme', 'apac/moved', 'apac/new', 'contoso', 'emea/juniper'].map(
      one => `${one}.success-plan.yaml`,
    );
    const { folder } = repository;
    expect((await check(folder, '--since', 'approved')).plans).toEqual(changed);
    expect((await check(folder, '--since', 'HEAD')).plans).toEqual(changed.slice(0, 4));
    expect((await check(folder, '--since', 'approved', 'emea')).plans).toEqual(['emea/juniper.success-plan.yaml']);
    const inside = await check(repository.path('emea'), '--since', 'approved');
    expect(inside.plans).toEqual(['juniper.success-plan.yaml']);
  });

  it('counts a branch from where it was parted, as a pull request does', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'acme.success-plan.yaml': late, 'contoso.success-plan.yaml': late });
    repository.git(['switch', '--quiet', '--create', 'north']);
    repository.commit('2026-01-12', { 'acme.success-plan.yaml': `# north\n${late}` });
    repository.git(['switch', '--quiet', 'main']);
    repository.commit('2026-01-13', { 'contoso.success-plan.yaml': `# main\n${late}` });
    repository.git(['switch', '--quiet', 'north']);
    expect((await check(repository.folder, '--since', 'main')).plans).toEqual(['acme.success-plan.yaml']);
  });

  it('takes every plan under a configuration that changed, or that another extends', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', {
      'standard.yaml': 'rules: { risks-missing: off }\n',
      'emea/success-plan.config.yaml': 'extends: ../standard.yaml\n',
      'emea/juniper.success-plan.yaml': late,
      'apac/success-plan.config.yaml': 'rules: { risks-missing: off }\n',
      'apac/kestrel.success-plan.yaml': late,
    });
    repository.write('standard.yaml', 'rules: { risks-missing: error }\n');
    expect((await check(repository.folder, '--since', 'HEAD')).plans).toEqual(['emea/juniper.success-plan.yaml']);
    repository.write('apac/success-plan.config.yaml', 'rules: { risks-missing: error }\n');
    expect((await check(repository.folder, '--since', 'HEAD')).plans).toHaveLength(2);
  });

  it('says that nothing has changed', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'acme.success-plan.yaml': late });
    expect(await check(repository.folder, '--since', 'HEAD')).toMatchObject({
      code: 0,
      plans: [],
      err: 'success-plan: of 1 plan none has changed since HEAD\n',
    });
  });

  it('says what it cannot know, and takes no revision for an option', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'acme.success-plan.yaml': late });
    for (const revision of ['release/7', '--output=stolen', '-h']) {
      const { code, plans, err } = await check(repository.folder, `--since=${revision}`);
      expect([code, plans]).toEqual([2, []]);
      expect(err).toBe(`success-plan: git knows no revision “${revision}” in ${repository.folder}\n`);
    }
    const several = folderWith({
      'acme.success-plan.yaml': late,
      'beta.success-plan.yaml': late,
      'c.success-plan.yaml': late,
    });
    expect((await check(several, '--since', 'main')).err).toBe(
      'success-plan: acme.success-plan.yaml and 2 more plans: are in no git repository, so nobody can say whether they changed since main\n',
    );
    const alone = await check(folderWith({ 'acme.success-plan.yaml': late }), '--since', 'main');
    expect([alone.code, alone.plans]).toEqual([2, []]);
    expect(alone.err).toContain(
      'acme.success-plan.yaml: is in no git repository, so nobody can say whether it changed since main\n',
    );
  });
});

describe('--shard', { timeout: 60_000 }, () => {
  it('parts the plans among runners: each is in one part, and the parts are alike in size', async () => {
    const names = Array.from({ length: 7 }, (_, n) => `account-${n}.success-plan.yaml`);
    const folder = folderWith(Object.fromEntries(names.map(name => [name, late])));
    const parts = await Promise.all(['1/3', '2/3', '3/3'].map(part => check(folder, '--shard', part)));
    expect(parts.map(({ plans }) => plans.length)).toEqual([3, 2, 2]);
    expect(parts.flatMap(({ plans }) => plans).sort()).toEqual(names);
    expect(await check(folder, '--shard', '9/9')).toMatchObject({ code: 0, plans: [] });
  });
});
