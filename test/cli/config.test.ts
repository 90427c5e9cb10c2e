import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createConfig } from '../../plan/authoring/dialogues/create-config.ts';
import { nextStep } from '../../plan/authoring/dialogues/dialogue.ts';
import { PRESETS } from '../../plan/config/presets.ts';
import { day } from '../../plan/day.ts';
import { cli, folderWith, latePlan } from '../support/cli.ts';

const CONFIG = 'success-plan.config.yaml';
const read = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');

const team = () =>
  folderWith({
    'standards/base.yaml': 'rules: { milestone-overdue: error }\n',
    [`plans/${CONFIG}`]:
      'extends: ../standards/base.yaml\noverrides: [{ files: [pilots/**], rules: { milestone-overdue: hint } }]\n',
    'plans/pilots/acme.success-plan.yaml': latePlan(),
  });

describe('config print', () => {
  it('shows what counts for a plan and for a folder, in words that check takes', async () => {
    const folder = team();
    const plan = 'plans/pilots/acme.success-plan.yaml';
    const { code, out, err } = await cli(folder, ['config', 'print', plan]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`# What counts for ${plan}, from these, of which the later wins:
#   standards/base.yaml
#   plans/${CONFIG}
#   the override for "pilots/**" in plans/${CONFIG}

rules:
  milestone-overdue: hint # the override for "pilots/**" in plans/${CONFIG}; by itself warning
`);
    const pasted = folderWith({ [CONFIG]: out, 'acme.success-plan.yaml': latePlan() });
    expect((await cli(pasted, ['check', '--fail-on', 'info'])).out).toContain('1 hint');
    expect((await cli(folder, ['config', 'print', 'plans'])).out).toContain('\n  milestone-overdue: error # ');
  });

  it('is what config does by itself, for the current folder', async () => {
    const folder = path.join(team(), 'plans');
    const { out } = await cli(folder, ['config']);
    expect(out).toContain('# What counts for this folder, from these');
    expect((await cli(folder, ['config', 'print', '.'])).out).toBe(out);
    // By the file as by its folder; a path without “print” is meant so, too.
    expect((await cli(folder, ['config', CONFIG])).out).toBe(out);
    expect((await cli(folder, ['config', '--all'])).out).toContain('\n  # risks-missing: warning\n');
  });

  it('says so where there is no configuration', async () => {
    const { code, out, err } = await cli(folderWith({}), ['config']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`no ${CONFIG} lies there or above, so every rule speaks at its own level.`);
  });

  it('shows what counts and tells each mistake in a line', async () => {
    const folder = folderWith({ [CONFIG]: 'extends: gone.yaml\nrules:\n  risks-missing: off\n  nope: off\n' });
    const { code, out, err } = await cli(folder, ['config', 'print']);
    expect(code).toBe(2);
    expect(out).toContain('risks-missing: off');
    expect(err.split('\n')).toEqual([
      `success-plan: ${CONFIG}:1:10 “gone.yaml” cannot be read: no such file or folder. The path counts from this file’s folder.`,
      `success-plan: ${CONFIG}:4:3 There is no rule “nope”. “success-plan explain” lists all rules.`,
      '',
    ]);
  });

  it.each([
    ['not UTF-8', { [CONFIG]: new Uint8Array([0xff, 0xfe]) }, '.', `${CONFIG}: not UTF-8`],
    [
      'a name that is not read',
      { 'success-plan.config.yml': 'rules: {}\n' },
      '.',
      `is not read by this name; call it ${CONFIG}`,
    ],
    ['no such path', {}, 'customers', 'customers: no such file or folder'],
    ['no path', {}, '', '"": no such file or folder'],
  ])('prints nothing where nothing can be read: %s', async (_, files, given, said) => {
    const { code, out, err } = await cli(folderWith(files), ['config', 'print', given]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('keeps what names would do to a terminal, or to the YAML, out of it', async () => {
    const folder = folderWith({ [`a\nrules: {}\u001b[31m/${CONFIG}`]: 'fiscal_year_start: may\n' });
    const { out } = await cli(folder, ['config', 'print', 'a\nrules: {}\u001b[31m']);
    expect(out).toContain('# What counts for a␊rules: {}␛[31m, from ');
    expect(out).not.toMatch(/^rules/m);
  });
});

describe('config init', () => {
  it.each(PRESETS.map(({ name }) => name))('writes what the editor’s command writes: %s', async preset => {
    const folder = folderWith({});
    const { code, out, err } = await cli(folder, [
      'config',
      'init',
      '--extends',
      preset,
      '--fiscal-year-start',
      'april',
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      `${CONFIG} is written. It counts for its folder and all below it; success-plan config print shows what that comes to.\n`,
    );
    const context = { today: day('2026-02-10'), answers: { preset, fiscalYear: 'april' } };
    expect(nextStep(createConfig, context)).toEqual({
      type: 'create',
      fileName: CONFIG,
      snippet: read(folder, CONFIG),
    });
    expect((await cli(folder, ['check', CONFIG])).code).toBe(0);
  });

  it('writes into the folder that is named, or the file, and says what it is good for', async () => {
    const folder = folderWith({});
    const emea = await cli(folder, ['config', 'init', 'customers/my emea']);
    expect(emea.out).toContain(`customers/my emea/${CONFIG} is written.`);
    expect(emea.out).toContain('success-plan config print "customers/my emea" shows');
    expect((await cli(folder, ['config', 'init', 'standards/plans.yaml'])).out).toBe(
      `standards/plans.yaml is written. It counts where a ${CONFIG} names it under “extends”.\n`,
    );
    expect(read(folder, 'standards/plans.yaml')).toBe(read(folder, `customers/my emea/${CONFIG}`));
  });

  it('says which one it takes the place of', async () => {
    const folder = team();
    const { code, err } = await cli(folder, ['config', 'init', 'plans/pilots', '--extends', 'pre-sale']);
    expect(code).toBe(0);
    expect(err).toBe(
      `success-plan: plans/${CONFIG} counted here until now, and no longer does. To build on it, write in the new one: extends: [../${CONFIG}, pre-sale]\n`,
    );
  });

  it('leaves alone what is there', async () => {
    const folder = folderWith({ [CONFIG]: 'rules: {}\n' });
    const { code, err } = await cli(folder, ['config', 'init']);
    expect([code, err]).toEqual([2, `success-plan: ${CONFIG}: is there already, and stays as it is\n`]);
    expect(read(folder, CONFIG)).toBe('rules: {}\n');
  });

  it.each([
    ['success-plan.config.yml', `is not read by this name; call it ${CONFIG}`],
    ['acme.success-plan.yaml', 'is the name of a plan'],
    ['', '"": no such file or folder'],
  ])('writes nothing that would not be read: %j', async (given, said) => {
    const folder = folderWith({});
    const { code, out, err } = await cli(folder, ['config', 'init', given]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(existsSync(path.join(folder, given || CONFIG))).toBe(false);
  });

  it('names the presets that there are', async () => {
    const { code, err } = await cli(folderWith({}), ['config', 'init', '--extends', 'loud']);
    expect(code).toBe(2);
    expect(err).toContain('recommended, strict, pre-sale');
  });
});
