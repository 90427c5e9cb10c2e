import { rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigFiles } from '../../server/config-file.ts';
import { readConfigText } from '../../server/config-text.ts';
import { decodeText, fileFailure, readTextFile } from '../../server/text-file.ts';
import { folderWith } from '../support/cli.ts';

describe('the nearest configuration', () => {
  it('is the one beside the plan, else the next above; plans that share it get the same object', async () => {
    const folder = folderWith({
      'success-plan.config.yaml': 'rules: { milestone-overdue: hint }\n',
      'emea/success-plan.config.yaml': 'rules: { milestone-overdue: error }\n',
    });
    const configs = new ConfigFiles(readConfigText);
    const level = async (plan: string) =>
      (await configs.nearest(path.join(folder, plan))).settings.rules.get('milestone-overdue')?.severity;
    expect(await level('acme.success-plan.yaml')).toBe('hint');
    expect(await level('apac/deep/acme.success-plan.yaml')).toBe('hint');
    expect(await level('emea/acme.success-plan.yaml')).toBe('error');
    expect(await configs.nearest(path.join(folder, 'a.yaml'))).toBe(
      await configs.nearest(path.join(folder, 'apac/b.yaml')),
    );
    expect((await configs.inFolder(path.join(folder, 'emea'))).path).toBe(
      path.join(folder, 'emea/success-plan.config.yaml'),
    );
  });

  it('is an empty one, always the same, where there is none or the plan has no path', async () => {
    const configs = new ConfigFiles(readConfigText);
    const none = await configs.nearest(undefined);
    expect([none.path, none.settings.rules.size, none.settings.plans]).toEqual([undefined, 0, undefined]);
    expect(await configs.nearest(path.join(folderWith({}), 'acme.success-plan.yaml'))).toBe(none);
  });

  it('is read once until it is forgotten', async () => {
    const folder = folderWith({ 'success-plan.config.yaml': 'plans: [a.yaml]\n' });
    const configs = new ConfigFiles(readConfigText);
    const plan = path.join(folder, 'plan.yaml');
    const before = await configs.nearest(plan);
    writeFileSync(path.join(folder, 'success-plan.config.yaml'), 'plans: [b.yaml]\n');
    expect(await configs.nearest(plan)).toBe(before);
    configs.forget();
    expect((await configs.nearest(plan)).settings.plans?.globs).toEqual(['b.yaml']);
    rmSync(path.join(folder, 'success-plan.config.yaml'));
    configs.forget();
    expect((await configs.nearest(plan)).path).toBeUndefined();
  });

  it('that cannot be read says why and sets nothing; one that can in part keeps that part', async () => {
    const folder = folderWith({
      'latin/success-plan.config.yaml': new Uint8Array([0x70, 0xfc, 0x0a]),
      'folder/success-plan.config.yaml/x.txt': '',
      'yml/success-plan.config.yml': 'rules: { milestone-overdue: hint }\n',
      'both/success-plan.config.yml': 'rules: { milestone-overdue: hint }\n',
      'both/success-plan.config.yaml': 'rules: { milestone-overdue: hint }\n',
      'part/success-plan.config.yaml': 'rules: { milestone-overdue: hint, nope: off }\n',
    });
    const configs = new ConfigFiles(readConfigText);
    const failure = async (name: string) => (await configs.inFolder(path.join(folder, name))).failure;
    expect(await failure('latin')).toBe('not UTF-8 text; save it with the encoding UTF-8');
    expect(await failure('folder')).toBe('this is a folder, not a file');
    expect(await failure('yml')).toBe('is not read by this name; call it success-plan.config.yaml');
    expect(await failure('both')).toBeUndefined();
    const part = await configs.inFolder(path.join(folder, 'part'));
    expect([
      part.failure,
      part.files[0]?.problems.length,
      part.settings.rules.get('milestone-overdue')?.severity,
    ]).toEqual([undefined, 1, 'hint']);
  });
});

it('what a configuration extends is read from disk, by its path from the file', async () => {
  const folder = folderWith({
    'standards/base.yaml': 'rules: { milestone-overdue: hint }\n',
    'plans/success-plan.config.yaml': 'extends: [strict, ../standards/base.yaml, ./gone.yaml]\n',
  });
  const config = await new ConfigFiles(readConfigText).inFolder(path.join(folder, 'plans'));
  expect(config.settings.rules.get('milestone-overdue')?.severity).toBe('hint');
  expect(config.files.map(file => path.relative(folder, file.path))).toEqual([
    'plans/success-plan.config.yaml',
    'standards/base.yaml',
  ]);
  expect(config.files[0]?.problems[0]?.message).toContain('“./gone.yaml” cannot be read: no such file or folder.');
  expect(config.asked).toHaveLength(3);
});

describe('text files', () => {
  it('are read without their byte order mark, which is remembered', async () => {
    const folder = folderWith({ 'bom.yaml': '\uFEFFplan:\r\n', 'plain.yaml': 'plan: “é”\n' });
    expect(await readTextFile(path.join(folder, 'bom.yaml'))).toEqual({ text: 'plan:\r\n', bom: true });
    expect(await readTextFile(path.join(folder, 'plain.yaml'))).toEqual({ text: 'plan: “é”\n', bom: false });
  });

  it('that are not there, or are no files, say so', async () => {
    const folder = folderWith({ 'a.yaml': '' });
    expect(await readTextFile(path.join(folder, 'b.yaml'))).toEqual({
      failure: 'no such file or folder',
      missing: true,
    });
    expect(await readTextFile(path.join(folder, 'a.yaml/b.yaml'))).toEqual({
      failure: 'no such file or folder',
      missing: true,
    });
    expect(await readTextFile(folder)).toEqual({ failure: 'this is a folder, not a file', missing: false });
  });

  it('of another encoding are refused whole', () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x70, 0x00])).failure).toMatch(/^not UTF-8/);
  });

  it('have failures in words, and codes where we have none', () => {
    expect(fileFailure(Object.assign(new Error('EACCES: …'), { code: 'EACCES' }))).toBe('permission denied');
    expect(fileFailure(Object.assign(new Error('…'), { code: 'EIO' }))).toBe('EIO');
    expect(fileFailure(new Error('no idea'))).toBe('Error: no idea');
  });
});
