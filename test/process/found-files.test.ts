import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonFinding } from '../../cli/formats/json.ts';
import { CLI_BUNDLE, cliProcess, folderWith, latePlan } from '../support/cli.ts';
import { TestRepository } from '../support/repository.ts';

/** Which plans are found in a repository: those that git sees. Each of them has one finding. */

const late = latePlan();

/** The plans that were checked, in their order. */
async function checked(folder: string, ...paths: string[]): Promise<string[]> {
  const { out } = await cliProcess(CLI_BUNDLE, folder, [
    'check',
    ...['--today', '2026-02-10', '--no-history', '--format', 'json'],
    ...paths,
  ]);
  const findings: JsonFinding[] = JSON.parse(out);
  return findings.map(finding => finding.path);
}

describe('in a repository', { timeout: 60_000 }, () => {
  it('tracked and new plans are found, ignored ones are not, unless they are named', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', {
      '.gitignore': 'drafts/\nold.*\n',
      'acme.success-plan.yaml': late,
      'emea/success-plan.yml': late,
      'emea/.gitignore': 'q1.qbr.yaml\n',
    });
    repository.write('contoso.success-plan.yaml', late);
    repository.write('drafts/juniper.success-plan.yaml', late);
    repository.write('drafts/deep/success-plan.yaml', late);
    repository.write('old.success-plan.yaml', late);
    repository.write('emea/q1.qbr.yaml', 'qbr:\n  duratoin: 60 minutes\n');
    repository.write('.hidden/success-plan.yaml', late);
    repository.write('node_modules/x/success-plan.yaml', late);
    const { folder } = repository;
    const plain = ['acme.success-plan.yaml', 'contoso.success-plan.yaml', 'emea/success-plan.yml'];
    expect(await checked(folder)).toEqual(plain);
    expect(await checked(path.join(folder, 'emea'))).toEqual(['success-plan.yml']);
    expect(await checked(folder, 'old.success-plan.yaml', 'emea')).toEqual([
      'old.success-plan.yaml',
      'emea/success-plan.yml',
    ]);
    // Whoever names an ignored folder, or stands in it, means it.
    expect(await checked(folder, 'drafts')).toEqual([
      'drafts/deep/success-plan.yaml',
      'drafts/juniper.success-plan.yaml',
    ]);
    expect(await checked(path.join(folder, 'drafts/deep'))).toEqual(['success-plan.yaml']);
    expect(await checked(path.join(folder, 'emea'), folder)).toHaveLength(3);
  });

  it('a plan that is tracked and ignored is found, one that was deleted or moved away is not', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', {
      'a.success-plan.yaml': late,
      'b.success-plan.yaml': late,
      'c/success-plan.yaml': late,
    });
    repository.commit('2026-01-06', { '.gitignore': 'a.*\n' });
    rmSync(repository.path('b.success-plan.yaml'));
    repository.rename('c/success-plan.yaml', 'd/success-plan.yaml');
    expect(await checked(repository.folder)).toEqual(['a.success-plan.yaml', 'd/success-plan.yaml']);
  });

  it('names may hold anything', async () => {
    const names = [
      '"quoted" \\back.success-plan.yaml',
      'line\nend.success-plan.yaml',
      'ü 株 [a]*.success-plan.yaml',
      '-x.success-plan.yaml',
    ];
    const repository = new TestRepository();
    repository.commit('2026-01-05', Object.fromEntries(names.slice(0, 2).map(name => [name, late])));
    for (const name of names.slice(2)) repository.write(name, late);
    expect((await checked(repository.folder)).sort()).toEqual([...names].sort());
  });

  it('links are not followed, tracked or new', async () => {
    const repository = new TestRepository();
    repository.write('emea/success-plan.yaml', late);
    symlinkSync('success-plan.yaml', repository.path('emea/link.success-plan.yaml'));
    symlinkSync('nowhere', repository.path('emea/broken.success-plan.yaml'));
    symlinkSync('emea', repository.path('everywhere'));
    expect(await checked(repository.folder)).toEqual(['emea/success-plan.yaml']);
    repository.commit('2026-01-05', {});
    expect(await checked(repository.folder)).toEqual(['emea/success-plan.yaml']);
  });

  it('repositories inside of it are searched too, each as it wants', async () => {
    const repository = new TestRepository();
    const inner = new TestRepository();
    inner.commit('2026-01-05', { 'success-plan.yaml': late, '.gitignore': 'own.*\n' });
    repository.commit('2026-01-05', { 'acme.success-plan.yaml': late });
    repository.git(['-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', inner.folder, 'partner']);
    repository.git(['clone', '--quiet', inner.folder, 'nested/clone']);
    for (const place of ['partner', 'nested/clone']) repository.write(`${place}/own.success-plan.yaml`, late);
    const all = ['acme.success-plan.yaml', 'nested/clone/success-plan.yaml', 'partner/success-plan.yaml'];
    expect(await checked(repository.folder)).toEqual(all);
    expect(await checked(path.dirname(repository.folder), path.join(repository.folder, 'partner'))).toHaveLength(1);
    repository.git(['submodule', '--quiet', 'deinit', '--force', 'partner']);
    expect(await checked(repository.folder)).toEqual(all.slice(0, 2));
  });

  it('a conflict is one plan', async () => {
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'success-plan.yaml': late });
    repository.git(['checkout', '--quiet', '-b', 'other']);
    repository.commit('2026-01-06', { 'success-plan.yaml': `${late}# theirs\n` });
    repository.git(['checkout', '--quiet', 'main']);
    repository.commit('2026-01-06', { 'success-plan.yaml': `${late}# ours\n` });
    expect(() => repository.git(['merge', '--quiet', 'other'])).toThrow();
    expect(new Set(await checked(repository.folder)).size).toBe(1);
  });

  it('the “plans” of a configuration add what is not ignored', async () => {
    const repository = new TestRepository({
      '.gitignore': 'crm/old/\n',
      'success-plan.config.yaml': 'plans: ["crm/**/*.yaml"]\n',
      'crm/acme.yaml': late,
      'crm/old/contoso.yaml': late,
    });
    expect(await checked(repository.folder)).toEqual(['crm/acme.yaml']);
  });

  it('finds the same as where there is no repository', async () => {
    const files: Record<string, string> = { 'success-plan.config.yaml': 'plans: ["crm/*.yaml"]\n' };
    for (let i = 0; i < 60; i++) files[`${i % 7}/${'abc'.charAt(i % 3)}/${i}.success-plan.yaml`] = late;
    for (let i = 0; i < 5; i++) files[`crm/${i}.yaml`] = late;
    const repository = new TestRepository(files);
    const plain = await checked(folderWith(files));
    expect(plain).toHaveLength(65);
    expect(await checked(repository.folder)).toEqual(plain);
    repository.commit('2026-01-05', {});
    expect(await checked(repository.folder)).toEqual(plain);
  });
});

it('a folder that only looks like a repository is searched as any other', async () => {
  const folder = folderWith({ 'emea/success-plan.yaml': late });
  mkdirSync(path.join(folder, '.git'));
  writeFileSync(path.join(folder, '.gitignore'), 'emea/\n');
  expect(await checked(folder)).toEqual(['emea/success-plan.yaml']);
});
