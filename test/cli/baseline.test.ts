import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith, latePlan } from '../support/cli.ts';
import { TestRepository } from '../support/repository.ts';

const COMMAND = ['check', '--no-history', '--baseline', 'known.json'];
const OF_ABOVE = ['check', '--no-history', '--baseline', '../known.json'];
const late = latePlan();

/** A repository of two plans, each with one late milestone, and its baseline. */
async function withBaseline(): Promise<string> {
  const folder = folderWith({ 'acme.success-plan.yaml': late, 'emea/juniper.success-plan.yaml': late });
  const { code, out, err } = await cli(folder, [...COMMAND, '--update-baseline']);
  expect([code, out, err]).toEqual([
    0,
    '2 plans checked: nothing found. known.json knows 2 findings now (2 new).\n',
    '',
  ]);
  return folder;
}

function baselineIn(folder: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, 'known.json'), 'utf8'));
}

const entry = {
  rule: 'milestone-overdue',
  line: late
    .split('\n')
    .find(line => line.includes('2026-01-3'))
    ?.trim(),
};

describe('a baseline', () => {
  it('knows findings by their rule and line, each under its file', async () => {
    const folder = await withBaseline();
    expect(baselineIn(folder)).toEqual({
      version: 1,
      findings: { 'acme.success-plan.yaml': [entry], 'emea/juniper.success-plan.yaml': [entry] },
    });
  });

  it('keeps still about what it knows, from any folder, on any day, wherever its line has moved', async () => {
    const folder = await withBaseline();
    writeFileSync(path.join(folder, 'acme.success-plan.yaml'), `# For the renewal in August\n\n${late}`);
    const later = ['check', '--no-history', '--today', '2026-02-12'];
    expect(await cli(folder, [...later, '--baseline', 'known.json'])).toEqual({
      code: 0,
      out: '2 plans checked: nothing found. 2 known findings are not told.\n',
      err: '',
    });
    const inside = await cli(path.join(folder, 'emea'), [...later, '--baseline', '../known.json', '--format', 'json']);
    expect([inside.code, inside.out]).toEqual([0, '[]\n']);
  });

  it('lets everything else fail: another line, one more of a kind, another plan', async () => {
    const folder = await withBaseline();
    const file = path.join(folder, 'acme.success-plan.yaml');
    writeFileSync(file, late.replace(entry.line ?? '', `${entry.line} # agreed by phone`));
    const moved = await cli(folder, COMMAND);
    expect(moved.code).toBe(1);
    expect(moved.out).toContain('[milestone-overdue]');
    expect(moved.out).toContain(
      '2 plans checked: 1 warning. 1 known finding is not told. 1 known finding is gone: --update-baseline forgets it.\n',
    );
    writeFileSync(file, late);
    writeFileSync(path.join(folder, 'contoso.success-plan.yaml'), late);
    expect((await cli(folder, COMMAND)).out).toContain('3 plans checked: 1 warning. 2 known findings are not told.\n');
  });

  it('forgets what is mended and what is no more when it is updated, and nothing that was not checked', async () => {
    const folder = await withBaseline();
    const acme = path.join(folder, 'acme.success-plan.yaml');
    writeFileSync(acme, late.replace('2026-01-3', '2026-03-3'));
    const update = [...COMMAND, '--update-baseline', 'acme.success-plan.yaml'];
    expect((await cli(folder, update)).out).toBe(
      '1 plan checked: nothing found. known.json knows 1 finding now (1 forgotten).\n',
    );
    expect(baselineIn(folder)).toEqual({ version: 1, findings: { 'emea/juniper.success-plan.yaml': [entry] } });
    rmSync(path.join(folder, 'emea'), { recursive: true });
    expect((await cli(folder, update)).out).toBe(
      '1 plan checked: nothing found. known.json knows 0 findings now (1 forgotten).\n',
    );
    expect(baselineIn(folder)).toEqual({ version: 1, findings: {} });
  });

  it('counts as gone what a plan had that was deleted or moved, where it was looked for', async () => {
    const folder = await withBaseline();
    rmSync(path.join(folder, 'acme.success-plan.yaml'));
    const known = (left: string) => `1 plan checked: ${left} 1 known finding is not told.`;
    const gone = '1 known finding is gone: --update-baseline forgets it.';
    expect((await cli(folder, COMMAND)).out).toBe(`${known('nothing found.')} ${gone}\n`);
    expect((await cli(path.join(folder, 'emea'), [...OF_ABOVE, '..'])).out).toBe(
      `${known('nothing found.')} ${gone}\n`,
    );
    expect((await cli(folder, [...COMMAND, '--shard', '1/1'])).out).toBe(`${known('nothing found.')} ${gone}\n`);
    for (const args of [['emea'], ['emea/juniper.success-plan.yaml']])
      expect((await cli(folder, [...COMMAND, ...args])).out).toBe(`${known('nothing found.')}\n`);
    renameSync(path.join(folder, 'emea'), path.join(folder, 'apac'));
    const moved = await cli(folder, COMMAND);
    expect(moved.out).toContain(
      '1 plan checked: 1 warning. 2 known findings are gone: --update-baseline forgets them.\n',
    );
    expect((await cli(folder, [...COMMAND, '--update-baseline'])).out).toBe(
      '1 plan checked: nothing found. known.json knows 1 finding now (1 new and 2 forgotten).\n',
    );
  });

  it('counts nothing as gone of plans that are there and were not looked at', async () => {
    const folder = await withBaseline();
    const told = '1 plan checked: nothing found. 1 known finding is not told.\n';
    for (const args of [['acme.success-plan.yaml'], ['emea'], ['--shard', '2/2']])
      expect((await cli(folder, [...COMMAND, ...args])).out).toBe(told);
  });

  it('takes nothing for gone that a sparse working copy has left out, or that changed since a revision alone', async () => {
    const made = new TestRepository();
    made.commit('2026-01-20', { 'acme/success-plan.yaml': late, 'emea/success-plan.yaml': late });
    await cli(made.folder, [...COMMAND, '--update-baseline']);
    made.write('acme/success-plan.yaml', `# For the renewal in August\n${late}`);
    const told = '1 plan checked: nothing found. 1 known finding is not told.\n';
    expect((await cli(made.folder, [...COMMAND, '--since', 'HEAD'])).out).toBe(told);
    made.git(['sparse-checkout', 'set', 'acme']);
    expect((await cli(made.folder, COMMAND)).out).toBe(told);
    expect((await cli(made.folder, [...COMMAND, '--update-baseline'])).out).toBe(
      '1 plan checked: nothing found. known.json knows 2 findings now.\n',
    );
  });

  it('says how much it knows of all plans, whichever were checked', async () => {
    const folder = await withBaseline();
    writeFileSync(path.join(folder, 'contoso.success-plan.yaml'), late);
    const update = [...COMMAND, '--update-baseline'];
    expect((await cli(folder, [...update, 'acme.success-plan.yaml'])).out).toBe(
      '1 plan checked: nothing found. known.json knows 2 findings now.\n',
    );
    expect((await cli(folder, [...update, 'contoso.success-plan.yaml'])).out).toBe(
      '1 plan checked: nothing found. known.json knows 3 findings now (1 new).\n',
    );
  });

  it('counts those that are alike', async () => {
    const outcomes = (...ids: string[]) => `outcomes:\n${ids.map(id => `  - id: ${id}\n    prio: 1\n`).join('')}`;
    const folder = folderWith({ 'success-plan.yaml': outcomes('O1', 'O2') });
    await cli(folder, [...COMMAND, '--update-baseline']);
    const { findings } = JSON.parse(readFileSync(path.join(folder, 'known.json'), 'utf8'));
    expect(findings['success-plan.yaml']).toContainEqual({ rule: 'unknown-key', line: 'prio: 1', times: 2 });
    writeFileSync(path.join(folder, 'success-plan.yaml'), outcomes('O1', 'O2', 'O3'));
    const { out } = await cli(folder, [...COMMAND, '--format', 'ndjson']);
    const told: { rule: string }[] = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(told.filter(({ rule }) => rule === 'unknown-key')).toHaveLength(1);
  });

  it.each([
    ['is not there', undefined, 'there is no such baseline; --update-baseline writes it'],
    ['is none', '[]', 'is no baseline of success-plan; delete it and write it anew with --update-baseline'],
    [
      'was cut off',
      '{"version":1,"fin',
      'is no baseline of success-plan; delete it and write it anew with --update-baseline',
    ],
    [
      'has entries of another kind',
      '{"version":1,"findings":{"a":[{"rule":1}]}}',
      'is no baseline of success-plan; delete it and write it anew with --update-baseline',
    ],
  ])('that %s is told in one line, and nothing is checked', async (_, text, line) => {
    const folder = folderWith({ 'success-plan.yaml': late, ...(text !== undefined && { 'known.json': text }) });
    expect(await cli(folder, COMMAND)).toEqual({ code: 2, out: '', err: `success-plan: known.json: ${line}\n` });
  });

  it('that cannot be written is told, with exit 2', async () => {
    const folder = folderWith({ 'success-plan.yaml': late });
    const { code, err } = await cli(folder, ['check', '--baseline', 'no/such.json', '--update-baseline']);
    expect([code, err]).toEqual([2, 'success-plan: no/such.json: cannot be written: no such file or folder\n']);
  });

  it('knows nothing of a configuration that cannot be followed', async () => {
    const folder = folderWith({
      'success-plan.yaml': late,
      'success-plan.config.yaml': 'rules: { milestone-late: off }\n',
    });
    await cli(folder, [...COMMAND, '--update-baseline']);
    const { code, out } = await cli(folder, COMMAND);
    expect(code).toBe(2);
    expect(out).toContain('success-plan.config.yaml: 1 error');
  });
});
