import { rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { folderWith } from '../support/cli.ts';
import { diff, EASED, eased, editedRepository, PLAN, told } from '../support/diffs.ts';
import { soundPlan } from '../support/examples.ts';
import { TestRepository } from '../support/repository.ts';

describe('diff says in one line, and exits with 2,', { timeout: 60_000 }, () => {
  it.each([
    ['that there is no such revision', ['mian'], 'git knows no revision “mian” in '],
    ['that nothing is to be compared', [], 'name a revision to compare with'],
    [
      'that an option of git is none of ours',
      ['--upload-pack=touch x', 'HEAD'],
      "unknown option '--upload-pack=touch x'",
    ],
    ['that what looks like an option is no revision', ['--', '--output=x'], 'git knows no revision “--output=x” in '],
    ['that a revision has no line ends', ['HEAD\nHEAD'], 'git knows no revision “HEAD'],
    ['that an empty name is no revision', [''], 'git knows no revision “” in '],
    [
      'that a path stands first',
      [PLAN],
      'is no revision but a file or a folder. Name first what to compare it with, as in success-plan diff HEAD',
    ],
    [
      'that a path is nowhere',
      ['HEAD', 'HEAD', 'nope.yaml'],
      'nope.yaml: there is no such file or folder in HEAD, nor in HEAD',
    ],
    [
      'that a word is neither revision nor path',
      ['HEAD', 'nope'],
      'nope: git knows no revision of that name, and there is no such file',
    ],
    ['that a path lies outside', ['HEAD', '../elsewhere'], '../elsewhere: lies outside the repository '],
    ['that an empty path is none', ['HEAD', 'HEAD', ''], '"": no such file or folder'],
    ['that a format is none', ['HEAD', '--format', 'html'], "argument 'html' is invalid"],
  ])('%s', async (_, args, line) => {
    const { code, out, err } = await diff(editedRepository(), ...args);
    expect([code, err.split('\n').length]).toEqual([2, 2]);
    expect(out).toBe('');
    expect(err).toContain(line);
  });

  it('that a name is both, a revision and a file', async () => {
    const made = editedRepository();
    made.git(['branch', PLAN]);
    expect((await diff(made, 'HEAD', PLAN)).err).toBe(
      `success-plan: “${PLAN}” is a revision and a file. For the file write ./${PLAN}, for the revision for example refs/heads/${PLAN}\n`,
    );
    expect(await told(made, 'HEAD', `./${PLAN}`)).toEqual([`${PLAN} ${EASED}`]);
  });

  it('what cannot be read in one of the two, and tells of the others', async () => {
    const made = new TestRepository();
    made.write('latin.success-plan.yaml', '');
    writeFileSync(made.path('latin.success-plan.yaml'), new Uint8Array([0x61, 0xff]));
    made.commit('2026-01-20', { [PLAN]: soundPlan(), 'torn.success-plan.yaml': `x: [\n${soundPlan()}` });
    for (const name of [PLAN, 'torn.success-plan.yaml', 'latin.success-plan.yaml']) made.write(name, eased());
    const { code, out, err } = await diff(made, 'HEAD');
    expect(code).toBe(2);
    expect(err.split('\n')).toEqual([
      'success-plan: latin.success-plan.yaml: cannot be read in HEAD: not UTF-8 text',
      expect.stringMatching(
        /^success-plan: torn\.success-plan\.yaml: cannot be read in HEAD: Line \d+ cannot be read: /,
      ),
      '',
    ]);
    expect(out).toContain(EASED);
    expect(out).toContain('1 of 1 plan changed since HEAD. Not everything could be compared.');
  });

  it('that there is no repository, no git, or nothing of that commit', async () => {
    expect((await diff({ folder: folderWith({ [PLAN]: soundPlan() }) }, 'HEAD')).err).toBe(
      'success-plan: this folder is in no git repository, so nothing is known of what plans said before\n',
    );
    const made = editedRepository();
    made.commit('2026-02-01', {});
    const clone = path.join(folderWith({}), 'clone');
    made.git(['clone', '--quiet', '--depth', '1', `file://${made.folder}`, clone]);
    expect(await diff({ folder: clone }, 'HEAD')).toMatchObject({ code: 0 });
    expect((await diff({ folder: clone }, 'HEAD^')).err).toContain('This is a shallow clone: fetch the rest');
    vi.stubEnv('PATH', '/nowhere');
    try {
      expect((await diff(made, 'HEAD')).err).toBe('success-plan: git was not found: nothing can be compared\n');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('that a text is too long, or was not fetched', async () => {
    const made = editedRepository();
    made.commit('2026-02-01', { 'long.success-plan.yaml': `# ${'x'.repeat(10_000_100)}\n` });
    made.write('long.success-plan.yaml', soundPlan());
    expect((await diff(made, 'HEAD')).err).toBe(
      'success-plan: long.success-plan.yaml: cannot be read in HEAD: too long to be compared\n',
    );
    const blob = made.git(['rev-parse', `HEAD^:${PLAN}`]).trim();
    rmSync(made.path(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`), { force: true });
    expect((await diff(made, 'HEAD^', 'HEAD', PLAN)).err).toContain('its text was not fetched');
  });

  it('that a path lies in a repository of its own', async () => {
    const made = editedRepository();
    const inner = new TestRepository();
    inner.commit('2026-01-01', { 'success-plan.yaml': soundPlan() });
    made.git(['clone', '--quiet', inner.folder, 'inner']);
    expect((await diff(made, 'HEAD', 'inner/success-plan.yaml')).err).toContain('lies in a repository of its own, ');
    expect(await told(made, 'HEAD')).toEqual([`${PLAN} ${EASED}`]);
  });
});
