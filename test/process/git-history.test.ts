import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { versionsOf } from '../../git/histories.ts';
import { Repositories } from '../../git/repository.ts';
import { day } from '../../plan/day.ts';
import { folderWith } from '../support/cli.ts';
import { TestRepository } from '../support/repository.ts';

const FROM = day('2026-01-20');

async function told(file: string, from = FROM): Promise<string[] | undefined> {
  const versions = (await versionsOf([{ file, from }])).get(file);
  return versions?.map(({ text, committedOn }) => `${committedOn} ${text}`);
}

/** What a plan has besides its goal: enough for git to know it again. */
const LINES = Array.from({ length: 20 }, (_, index) => `milestone: M${index}\n`).join('');

async function goalsOf(file: string, from = FROM): Promise<string[] | undefined> {
  return (await told(file, from))?.map(one => one.replace(LINES, '').replace('goal: ', '').trim());
}

/** What came of some work, and the calls of git that it took. */
async function callsDuring<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly calls: readonly string[] }> {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const folder = folderWith({ git: `#!/bin/sh\necho "$@" >> "$(dirname "$0")/calls"\nexec '${real}' "$@"\n` });
  chmodSync(path.join(folder, 'git'), 0o755);
  vi.stubEnv('PATH', `${folder}${path.delimiter}${process.env.PATH}`);
  try {
    const result = await work();
    return { result, calls: readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n') };
  } finally {
    vi.unstubAllEnvs();
  }
}

function repository(): TestRepository {
  const made = new TestRepository();
  made.commit('2025-12-01', { 'acme.yaml': 'one' });
  made.commit('2026-01-10', { 'acme.yaml': 'two' });
  made.commit('2026-02-01', { 'acme.yaml': 'three', 'other.yaml': 'other' });
  made.commit('2026-02-05', { 'acme.yaml': 'four\n' });
  return made;
}

describe('the versions of a file', () => {
  it('are those since the day, and the one that was in force on it', async () => {
    const made = repository();
    made.write('acme.yaml', 'not committed');
    expect(await told(made.path('acme.yaml'))).toEqual(['2026-02-05 four\n', '2026-02-01 three', '2026-01-20 two']);
    expect(await told(made.path('acme.yaml'), day('2026-01-10'))).toEqual([
      '2026-02-05 four\n',
      '2026-02-01 three',
      '2026-01-10 two',
    ]);
    expect(await told(made.path('acme.yaml'), day('2026-02-05'))).toEqual(['2026-02-05 four\n']);
    expect(await told(made.path('acme.yaml'), day('2026-03-01'))).toEqual(['2026-03-01 four\n']);
  });

  it('are none where the file is younger than the day, not tracked, or not there', async () => {
    const made = repository();
    made.write('new.yaml', 'new');
    expect(await told(made.path('other.yaml'))).toBeUndefined();
    expect(await told(made.path('acme.yaml'), day('2025-11-30'))).toBeUndefined();
    expect(await told(made.path('new.yaml'))).toBeUndefined();
    expect(await told(made.path('nowhere.yaml'))).toBeUndefined();
  });

  it('follow a file that was renamed', async () => {
    const made = new TestRepository();
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
    made.commit('2026-01-10', { 'acme.yaml': `${lines}one` });
    made.commit('2026-01-25', { 'acme.yaml': `${lines}two` });
    made.rename('acme.yaml', 'customers/Acme & Söhne.yaml');
    made.commit('2026-02-01', {});
    made.commit('2026-02-03', { 'customers/Acme & Söhne.yaml': `${lines}three` });
    expect((await told(made.path('customers/Acme & Söhne.yaml')))?.map(one => one.replace(lines, ''))).toEqual([
      '2026-02-03 three',
      '2026-02-01 two',
      '2026-01-25 two',
      '2026-01-20 one',
    ]);
  });

  it('follow a file through every name that it had, and one that is renamed and not committed', async () => {
    const made = new TestRepository();
    const plan = (goal: string) => `${LINES}goal: ${goal}\n`;
    made.commit('2026-01-10', { 'northwind.yaml': plan('3%') });
    made.commit('2026-01-25', { 'northwind.yaml': plan('4%') });
    made.rename('northwind.yaml', 'emea/northwind.yaml');
    made.commit('2026-02-01', {});
    made.rename('emea/northwind.yaml', 'emea/nordwind.yaml');
    made.commit('2026-02-03', { 'emea/nordwind.yaml': plan('5%') });
    made.commit('2026-02-04', { 'emea/nordwind.yaml': plan('6%') });
    const committed = ['2026-02-04 6%', '2026-02-03 5%', '2026-02-01 4%', '2026-01-25 4%', '2026-01-20 3%'];
    expect(await goalsOf(made.path('emea/nordwind.yaml'))).toEqual(committed);
    made.git(['mv', 'emea/nordwind.yaml', 'nw.yaml']);
    expect(await goalsOf(made.path('nw.yaml'))).toEqual(committed);
    expect(await goalsOf(made.path('nw.yaml'), day('2026-02-06'))).toEqual(['2026-02-06 6%']);
    made.write('nw.yaml', plan('7%'));
    made.git(['add', 'nw.yaml']);
    expect(await goalsOf(made.path('nw.yaml'))).toEqual(committed);
  });

  it('follow a file that has a former name again, committed or not', async () => {
    const made = new TestRepository();
    const plan = (goal: string) => `${LINES}goal: ${goal}\n`;
    made.commit('2026-01-10', { 'northwind.yaml': plan('3%') });
    made.rename('northwind.yaml', 'nw.yaml');
    made.commit('2026-01-25', {});
    made.commit('2026-02-01', { 'nw.yaml': plan('4%') });
    made.git(['mv', 'nw.yaml', 'northwind.yaml']);
    const before = ['2026-02-01 4%', '2026-01-25 3%', '2026-01-20 3%'];
    expect(await goalsOf(made.path('northwind.yaml'))).toEqual(before);
    made.commit('2026-02-03', {});
    expect(await goalsOf(made.path('northwind.yaml'))).toEqual(['2026-02-03 4%', ...before]);
  });

  it('of files that were moved once and again come with a few calls of git', async () => {
    const made = new TestRepository();
    const customers = ['acme', 'contoso', 'juniper', 'northwind'];
    const of = (folder: string) => customers.map(customer => `${folder}/${customer}.yaml`);
    made.commit(
      '2026-01-10',
      Object.fromEntries(of('plans').map(name => [name, `${LINES}customer: ${name}\ngoal: 3%\n`])),
    );
    for (const [at, to] of ['emea', 'emea-north', 'nordics', 'north'].entries()) {
      made.rename(['plans', 'emea', 'emea-north', 'nordics'][at] ?? '', to);
      made.commit(`2026-02-0${at + 1}`, {});
    }
    const found = await callsDuring(() => versionsOf(of('north').map(name => ({ file: made.path(name), from: FROM }))));
    expect([...found.result.values()].map(versions => versions.length)).toEqual([5, 5, 5, 5]);
    // Where the repository is, what changed, what is in HEAD, the renames, what changed under former names, the texts.
    expect(found.calls).toHaveLength(6);
  });

  it('of many files come together, however they are called', async () => {
    const made = new TestRepository();
    const names = ['a b.yaml', 'ü/ä.yaml', '*.yaml', ':(top)x.yaml', '-n.yaml', '"q".yaml', 'deep/er/x.yaml'];
    made.commit('2026-01-10', Object.fromEntries(names.map(name => [name, `old ${name}`])));
    made.commit('2026-02-10', Object.fromEntries(names.slice(1).map(name => [name, `new ${name}`])));
    const found = await versionsOf(names.map(name => ({ file: made.path(name), from: FROM })));
    expect([...found.values()].map(versions => versions.map(one => one.text)).toSorted()).toEqual(
      [['old a b.yaml'], ...names.slice(1).map(name => [`new ${name}`, `old ${name}`])].toSorted(),
    );
  });

  it('count a merged branch on the day of its merge', async () => {
    const made = repository();
    made.git(['checkout', '--quiet', '-b', 'draft', 'HEAD~2']);
    made.commit('2026-01-15', { 'branch.yaml': 'side' });
    made.git(['checkout', '--quiet', 'main']);
    made.git(['merge', '--quiet', '--no-ff', '--no-edit', 'draft'], '2026-02-08');
    made.commit('2026-02-09', { 'branch.yaml': 'later' });
    expect(await told(made.path('branch.yaml'))).toBeUndefined();
    expect(await told(made.path('branch.yaml'), day('2026-02-08'))).toEqual(['2026-02-09 later', '2026-02-08 side']);
  });

  it('are fifty at most, the one in force among them', async () => {
    const made = new TestRepository();
    const newer = Array.from({ length: 55 }, (_, index) => ['2026-02-01', `version ${index + 1}`] as const);
    made.commitMany('acme.yaml', [['2026-01-10', 'old'], ...newer]);
    const found = await told(made.path('acme.yaml'));
    expect([found?.length, found?.[0], found?.at(-1)]).toEqual([50, '2026-02-01 version 55', '2026-01-20 old']);
  });

  it('are read through links, and in work trees', async () => {
    const made = repository();
    const elsewhere = folderWith({});
    symlinkSync(made.folder, path.join(elsewhere, 'link'));
    expect(await told(path.join(elsewhere, 'link/acme.yaml'))).toHaveLength(3);
    made.git(['worktree', 'add', '--quiet', path.join(elsewhere, 'tree')]);
    expect(await told(path.join(elsewhere, 'tree/acme.yaml'))).toHaveLength(3);
  });

  it('lose their byte order mark, and those that are no text are left out', async () => {
    const made = new TestRepository();
    made.commit('2026-01-10', { 'acme.yaml': '\uFEFFold' });
    writeFileSync(made.path('acme.yaml'), new Uint8Array([0x6d, 0xfc, 0x0a]));
    made.commit('2026-02-01', {});
    expect(await told(made.path('acme.yaml'))).toEqual(['2026-01-20 old']);
  });
});

describe('no history, and no error', () => {
  it('outside a repository', async () => {
    expect(await told(path.join(folderWith({ 'acme.yaml': 'x' }), 'acme.yaml'))).toBeUndefined();
  });

  it('in a shallow clone', async () => {
    const made = repository();
    const clone = path.join(folderWith({}), 'clone');
    made.git(['clone', '--quiet', '--depth', '2', `file://${made.folder}`, clone]);
    expect(await told(path.join(clone, 'acme.yaml'))).toBeUndefined();
  });

  it('in a bare repository, an empty one, and something else called .git', async () => {
    const made = repository();
    made.git(['config', 'core.bare', 'true']);
    expect(await told(made.path('acme.yaml'))).toBeUndefined();
    const empty = new TestRepository({ 'acme.yaml': 'x' });
    expect(await told(empty.path('acme.yaml'))).toBeUndefined();
    const strange = folderWith({ 'acme.yaml': 'x', '.git': 'gitdir: /nowhere\n' });
    expect(await told(path.join(strange, 'acme.yaml'))).toBeUndefined();
  });

  it.runIf(process.getuid?.() === 0)('in a repository of somebody else', async () => {
    const made = repository();
    for (const name of ['.', '.git']) chownSync(made.path(name), 12345, 12345);
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
    vi.stubEnv('SUDO_UID', undefined);
    try {
      expect(await told(made.path('acme.yaml'))).toBeUndefined();
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('without git', async () => {
    const made = repository();
    vi.stubEnv('PATH', '/nowhere');
    try {
      expect(await told(made.path('acme.yaml'))).toBeUndefined();
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('after it was called off', async () => {
    const made = repository();
    const file = made.path('acme.yaml');
    expect(await versionsOf([{ file, from: FROM }], new Repositories(), AbortSignal.abort())).toEqual(new Map());
  });
});

it('runs nothing that a repository brings along, and does not believe a hook’s environment', async () => {
  const made = repository();
  const trap = made.path('trap.sh');
  writeFileSync(trap, `#!/bin/sh\ntouch '${made.path('sprung')}'\ncat\n`);
  chmodSync(trap, 0o755);
  for (const setting of [
    'core.fsmonitor',
    'core.pager',
    'diff.external',
    'gpg.program',
    'diff.x.textconv',
    'filter.x.smudge',
    'core.sshCommand',
  ])
    made.git(['config', setting, trap]);
  made.git(['config', 'log.showSignature', 'true']);
  made.git(['config', 'core.hooksPath', path.dirname(trap)]);
  made.write('.gitattributes', '*.yaml diff=x filter=x\n');
  mkdirSync(made.path('bin'));
  vi.stubEnv('GIT_DIR', '/nowhere');
  vi.stubEnv('GIT_EXTERNAL_DIFF', trap);
  vi.stubEnv('GIT_INDEX_FILE', '/nowhere/index');
  try {
    expect(await told(made.path('acme.yaml'))).toHaveLength(3);
  } finally {
    vi.unstubAllEnvs();
  }
  expect(existsSync(made.path('sprung'))).toBe(false);
});
