import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI_BUNDLE, cliProcess, doubledPlan, folderWith, latePlan, type Ran } from '../support/cli.ts';
import { EXAMPLE_DAY, soundPlan } from '../support/examples.ts';
import { TestRepository } from '../support/repository.ts';

/** Many plans at once: other threads, results kept from earlier runs, and memory. */

function check(
  folder: string,
  args: readonly string[],
  flags: readonly string[] = [],
  bundle = CLI_BUNDLE,
): Promise<Ran> {
  return cliProcess(bundle, folder, ['check', '--today', EXAMPLE_DAY, ...args], '', flags);
}

/** Plans of several kinds, one of them unreadable, and one under settings of its own. */
function mixed(count: number): Record<string, string | Uint8Array> {
  const texts = [soundPlan(), latePlan(), doubledPlan(), 'plan: [', 'plan:\n  stauts: 北フーズ 🍱\n', ''];
  const files: Record<string, string | Uint8Array> = {
    'success-plan.config.yaml':
      'rules: { milestone-overdue: error, milstone: off }\nvocabulary: { statuses: { plan: { live: active } } }\n',
    'own/success-plan.config.yaml': 'rules: { milestone-overdue: off }\n',
    'own/late.success-plan.yaml': latePlan(),
    'latin.success-plan.yaml': new Uint8Array([0x61, 0xff]),
  };
  for (let i = 0; i < count; i++) files[`${i % 9}/${i}.success-plan.yaml`] = `${texts[i % texts.length]}# ${i}\n`;
  return files;
}

describe('in other threads', { timeout: 120_000 }, () => {
  it.each(['text', 'json', 'sarif'])('all is told in the same order, as %s', async format => {
    const folder = folderWith(mixed(60));
    const args = ['--format', format, '--format', `${format === 'json' ? 'text' : 'json'}=other`];
    const alone = await check(folder, [...args, '--jobs', '1']);
    const other = readFileSync(path.join(folder, 'other'), 'utf8');
    expect([alone.code, alone.err]).toEqual([
      2,
      'success-plan: latin.success-plan.yaml: not UTF-8 text; save it with the encoding UTF-8\n',
    ]);
    for (const jobs of ['2', '4']) {
      expect(await check(folder, [...args, '--jobs', jobs])).toEqual(alone);
      expect(readFileSync(path.join(folder, 'other'), 'utf8')).toBe(other);
    }
  });

  it('git is asked for older versions all the same, of plans that changed since their review and of those that did not', async () => {
    const repository = new TestRepository();
    const due = (day: string) => soundPlan().replaceAll('2026-08-31', day);
    const files = (from: number, to: number, day: string) =>
      Object.fromEntries(
        Array.from({ length: to - from }, (_, i) => [`${from + i}.success-plan.yaml`, `${due(day)}# ${from + i}\n`]),
      );
    repository.commit('2025-12-01', files(0, 30, '2026-08-31'));
    repository.commit('2026-02-09', files(10, 20, '2026-09-15'));
    for (const [name, text] of Object.entries(files(15, 25, '2026-09-30'))) repository.write(name, text);
    const run = async (...args: string[]) => {
      const ran = await check(repository.folder, ['--format', 'json', '--fail-on', 'never', ...args]);
      const findings: { rule: string; path: string }[] = JSON.parse(ran.out);
      return findings.filter(({ rule }) => rule === 'plan-change-unlogged');
    };
    const alone = await run('--jobs', '1');
    const changed = [...new Set(alone.map(one => Number.parseInt(one.path, 10)))];
    expect(changed.sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => 10 + i));
    expect(await run('--jobs', '3')).toEqual(alone);
    const some = ['3', '12', '17', '22'].map(name => `${name}.success-plan.yaml`);
    expect(await run(...some)).toEqual(alone.filter(one => some.includes(one.path)));
    expect(await run('--jobs', '3', '--no-history')).toEqual([]);
  });

  it('a plan that one dies of is named, and all others are checked', async () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 40; i++) files[`${String(i).padStart(2, '0')}.success-plan.yaml`] = latePlan();
    // Far more than the memory that threads are given here.
    files['20.success-plan.yaml'] = `plan:\n${'  - { a: b, c: [d, e, f] }\n'.repeat(150_000)}`;
    const { code, out, err } = await check(folderWith(files), ['--jobs', '2'], ['--max-old-space-size=80']);
    expect(err).toBe(
      'success-plan: 20.success-plan.yaml: could not be checked: the thread that was at it ended (out of memory)\n',
    );
    expect(code).toBe(2);
    expect(out).toMatch(/^39 plans checked: 39 warnings\. Not everything could be checked: see above\.$/m);
  });
});

it('memory does not grow with the number of plans', { timeout: 120_000 }, async () => {
  // Their findings and texts would take more than there is.
  const plan = `${latePlan()}x-notes: |\n${'  The customer asked for another example, and got one.\n'.repeat(400)}`;
  const files: Record<string, string> = {};
  for (let i = 0; i < 2000; i++) files[`${i % 20}/${i}.success-plan.yaml`] = `${plan}# ${i}\n`;
  const folder = folderWith(files);
  const args = ['--jobs', '2', '--no-history', '--format', 'sarif=out.sarif', '--format', 'json=out.json'];
  const { code, err } = await check(folder, args, ['--max-old-space-size=40']);
  expect([code, err]).toEqual([1, '2000 plans checked: 2000 warnings.\n']);
});

describe('with --cache', { timeout: 120_000 }, () => {
  const cached = (folder: string, args: readonly string[] = [], bundle = CLI_BUNDLE) =>
    check(folder, ['--cache', '--format', 'json', ...args], [], bundle);
  const results = (folder: string) => path.join(folder, '.success-plan-cache/results');
  /** The file is replaced whenever something was checked, and only then. */
  const written = (folder: string) => statSync(results(folder)).ino;

  it('all is told as without it, first and later, in one thread and in several', async () => {
    const folder = folderWith(mixed(40));
    for (const format of ['json', 'text', 'sarif']) {
      const plain = await check(folder, ['--format', format]);
      for (const jobs of ['1', '3', '2'])
        expect(await check(folder, ['--cache', '--format', format, '--jobs', jobs])).toEqual(plain);
    }
    const fresh = ['--cache', '--cache-location', 'elsewhere'];
    const [first, second] = [await check(folder, [...fresh, '--jobs', '3']), await check(folder, fresh)];
    expect([first, second]).toEqual([await check(folder, []), first]);
  });

  it('only what has changed is checked again: text, settings, day, program', async () => {
    const folder = folderWith({ 'a.success-plan.yaml': latePlan(), 'b.success-plan.yaml': soundPlan() });
    const program = path.join(folderWith({}), 'dist/cli.js');
    cpSync(path.dirname(CLI_BUNDLE), path.dirname(program), { recursive: true });
    copyFileSync(
      path.join(path.dirname(CLI_BUNDLE), '../package.json'),
      path.join(path.dirname(program), '../package.json'),
    );
    const expectNew = async (isNew: boolean, args: readonly string[] = [], bundle?: string) => {
      const before = written(folder);
      const { out } = await cached(folder, args, bundle);
      expect(written(folder) !== before).toBe(isNew);
      expect(out).toBe((await check(folder, ['--format', 'json', ...args])).out);
    };
    await cached(folder);
    await expectNew(false);
    writeFileSync(path.join(folder, 'b.success-plan.yaml'), latePlan().replace('2026-01-30', '2026-01-29'));
    await expectNew(true);
    await expectNew(false);
    writeFileSync(path.join(folder, 'success-plan.config.yaml'), 'rules: { milestone-overdue: error }\n');
    await expectNew(true);
    await expectNew(false);
    await expectNew(true, ['--today', '2026-02-11']);
    await expectNew(false, ['--today', '2026-02-11']);
    await expectNew(false);
    // Every byte of the program counts, and nothing else: this one is a copy.
    await expectNew(false, [], program);
    for (const bundle of ['cli.js', 'cli-shared-1.js', 'thread.js', 'yaml.js']) {
      appendFileSync(path.join(path.dirname(program), bundle), '\n// another version of a rule\n');
      await expectNew(true, [], program);
      await expectNew(false, [], program);
    }
  });

  it('a plan is checked again when git knows other older versions, and only then', async () => {
    const repository = new TestRepository();
    const { folder } = repository;
    const changed = soundPlan().replaceAll('2026-08-31', '2026-09-15');
    repository.commit('2025-12-01', { 'success-plan.yaml': soundPlan() });
    repository.commit('2026-02-09', { 'success-plan.yaml': changed });
    const first = await cached(folder);
    expect(first.out).toContain('plan-change-unlogged');
    const before = written(folder);
    expect(await cached(folder)).toEqual(first);
    expect(written(folder)).toBe(before);
    // Another commit, which leaves the plan alone.
    repository.commit('2026-02-09', { 'notes.txt': 'called Dana' });
    expect(await cached(folder)).toEqual(first);
    // The same text as it has always been.
    repository.git(['checkout', '--quiet', '--orphan', 'fresh']);
    repository.commit('2025-12-01', {});
    const later = await cached(folder);
    expect(later.out).not.toContain('plan-change-unlogged');
    expect(later).toEqual(await check(folder, ['--format', 'json']));
  });

  it('a plan is checked again when its renaming is taken back, and committed or not it has its older versions', async () => {
    const repository = new TestRepository();
    const { folder } = repository;
    repository.commit('2025-12-01', { 'northwind.success-plan.yaml': soundPlan() });
    repository.commit('2026-02-09', {
      'northwind.success-plan.yaml': soundPlan().replaceAll('2026-08-31', '2026-09-15'),
    });
    repository.git(['mv', 'northwind.success-plan.yaml', 'nw.success-plan.yaml']);
    const renamed = await cached(folder);
    expect(renamed.out).toContain('plan-change-unlogged');
    expect(await cached(folder)).toEqual(renamed);
    repository.git(['rm', '--quiet', '--cached', 'nw.success-plan.yaml']);
    expect((await cached(folder)).out).toBe('[]\n');
    repository.git(['add', 'nw.success-plan.yaml']);
    expect(await cached(folder)).toEqual(renamed);
    repository.commit('2026-02-09', {});
    expect(await cached(folder)).toEqual(renamed);
  });

  it('a damaged cache is left out with a word, and made anew', async () => {
    const folder = folderWith({ 'a.success-plan.yaml': latePlan() });
    const first = await cached(folder);
    truncateSync(results(folder), statSync(results(folder)).size - 3);
    const second = await cached(folder);
    expect(second).toEqual({
      ...first,
      err: expect.stringMatching(/^success-plan: the cache in .* is damaged, or not ours: .*\n$/),
    });
    expect(await cached(folder)).toEqual(first);
  });

  it('several runs at once leave a sound cache', async () => {
    const folder = folderWith(mixed(30));
    const plain = await check(folder, ['--format', 'json']);
    const runs = await Promise.all(['1', '2', '1', '2'].map(jobs => cached(folder, ['--jobs', jobs])));
    for (const run of runs) expect(run).toEqual(plain);
    const before = written(folder);
    expect(await cached(folder)).toEqual(plain);
    expect(written(folder)).toBe(before);
  });

  it('lies in node_modules where the repository has them, and git does not see it', async () => {
    const repository = new TestRepository({ 'emea/a.success-plan.yaml': latePlan() });
    await cached(repository.path('emea'));
    expect(repository.git(['status', '--porcelain', '--untracked-files=all'])).toBe('?? emea/a.success-plan.yaml\n');
    expect(written(repository.folder)).toBeGreaterThan(0);
    mkdirSync(repository.path('node_modules'));
    await cached(repository.path('emea'));
    expect(statSync(repository.path('node_modules/.cache/success-plan/results')).size).toBeGreaterThan(0);
  });
});
