import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../plan/templates/formats.ts';
import { cli, folderWith } from '../support/cli.ts';
import { EXAMPLE_DAY, wholePlan } from '../support/examples.ts';
import { findingsOf } from '../support/findings.ts';

const read = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');

describe('init', () => {
  it.each(FORMATS.map(({ value }) => value))('writes a plan that check can read: %s', async format => {
    const folder = folderWith({});
    const options = [
      '--customer',
      'Acme Retail',
      '--owner',
      'Jane Smith, CSM',
      '--co-owner',
      'Sarah Chen',
      '--renewal',
      '1 Dec 2026',
    ];
    const { code, out, err } = await cli(folder, ['init', '--format', format, ...options]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('acme-retail.success-plan.yaml is written.');
    const text = read(folder, 'acme-retail.success-plan.yaml');
    expect(text).toContain(`format: ${format}\n`);
    expect(text).not.toContain('${');
    expect(text).toContain('renewal_date: "2026-12-01"');
    expect(findingsOf(text, EXAMPLE_DAY).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('needs nothing but a file', async () => {
    const folder = folderWith({});
    expect((await cli(folder, ['init', 'customers/blue-river.success-plan.yaml'])).code).toBe(0);
    expect(read(folder, 'customers/blue-river.success-plan.yaml')).toContain('company: "Blue River"');
    expect((await cli(folder, ['init'])).code).toBe(0);
    expect(findingsOf(read(folder, 'success-plan.yaml')).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says so where a folder that is checked will not find the file', async () => {
    const folder = folderWith({});
    const { code, err } = await cli(folder, ['init', 'acme.yaml']);
    expect(code).toBe(0);
    expect(err).toContain('Call it acme.success-plan.yaml, or name it under “plans” in success-plan.config.yaml');
    expect((await cli(folder, ['init', 'customers/acme.success-plan.yml'])).err).toBe('');
  });

  it.each([
    ['customers/müller.success-plan.yaml', 'customers/müller.success-plan.yaml'],
    ['Blue River.success-plan.yaml', '"Blue River.success-plan.yaml"'],
    ['-acme.success-plan.yaml', './-acme.success-plan.yaml'],
  ])('tells how to check it, so that it can be typed: %s', async (name, typed) => {
    expect((await cli(folderWith({}), ['init', '--', name])).out).toContain(`; success-plan check ${typed} names`);
  });

  it('knows the plans that the configuration names', async () => {
    const folder = folderWith({ 'success-plan.config.yaml': 'plans: ["accounts/**/plan.yaml", "!accounts/old/**"]\n' });
    expect((await cli(folder, ['init', 'accounts/acme/plan.yaml'])).err).toBe('');
    expect((await cli(folder, ['init', 'plan.yaml'])).err).toContain('plan.yaml is not the name of a plan');
    expect((await cli(folder, ['init', 'accounts/old/plan.yaml'])).err).toContain('is not the name of a plan');
    const extended = folderWith({
      'success-plan.config.yaml': 'extends: standards/plans.yaml\n',
      'standards/plans.yaml': 'plans: ["../accounts/**"]\n',
    });
    expect((await cli(extended, ['init', 'accounts/acme/plan.yaml'])).err).toBe('');
    expect((await cli(extended, ['init', 'accounts/acme/plan'])).err).toContain('is not the name of a plan');
  });

  it('leaves alone what is there', async () => {
    const folder = folderWith({ 'acme.success-plan.yaml': 'plan:\n' });
    const { code, err } = await cli(folder, ['init', 'acme.success-plan.yaml']);
    expect([code, err]).toEqual([2, 'success-plan: acme.success-plan.yaml: is there already, and stays as it is\n']);
    expect(read(folder, 'acme.success-plan.yaml')).toBe('plan:\n');
  });

  it.each([
    [['--format', 'slides'], 'There is no “slides”.'],
    [['--renewal', 'someday'], '“someday” is no day.'],
    [['--renewal', '2020-01-01'], 'is over'],
  ])('says in one line what it cannot do: %s', async (options, said) => {
    const { code, err } = await cli(folderWith({}), ['init', ...options]);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('agenda', () => {
  it('prints the agenda of the next review, or writes it into a new file beside its plan', async () => {
    const folder = folderWith({ 'plans/northwind.success-plan.yaml': wholePlan('') });
    const printed = await cli(folder, ['agenda', 'plans/northwind.success-plan.yaml']);
    expect([printed.code, printed.err]).toEqual([0, '']);
    expect(findingsOf(printed.out)).toEqual([]);
    expect(printed.out).toContain('plan: "plans/northwind.success-plan.yaml"');
    const args = [
      'agenda',
      'plans/northwind.success-plan.yaml',
      '-o',
      'plans/april.qbr.yaml',
      '--minutes',
      '45',
      '--date',
      '2026-04-14',
    ];
    expect((await cli(folder, args)).code).toBe(0);
    const text = read(folder, 'plans/april.qbr.yaml');
    expect(text).toContain('date: "2026-04-14"\n  plan: "northwind.success-plan.yaml"\n  duration: 45 minutes');
    expect(findingsOf(text)).toEqual([]);
    const again = await cli(folder, args);
    expect([again.code, again.err]).toEqual([
      2,
      'success-plan: plans/april.qbr.yaml: is there already, and stays as it is\n',
    ]);
  });

  it('reads standard input, and says what it cannot read', async () => {
    const folder = folderWith({
      'a.qbr.yaml': 'qbr:\n  duration: 60 minutes\n',
      'b.success-plan.yaml': new Uint8Array([0xff, 0xfe, 0x00]),
      'c.success-plan.yaml': 'plan:\n  version: "1.0\ncustomer:\n  company: Acme\n',
      'success-plan.config.yaml': 'rules: {}\n',
    });
    expect((await cli(folder, ['agenda', '-'], { stdin: wholePlan('') })).out).toContain(
      'qbr:\n  date: "2026-04-21"\n  duration',
    );
    for (const [file, said] of [
      ['none.success-plan.yaml', 'none.success-plan.yaml: no such file or folder'],
      ['a.qbr.yaml', 'a.qbr.yaml: holds no success plan'],
      ['b.success-plan.yaml', 'not UTF-8'],
      ['success-plan.config.yaml', 'success-plan.config.yaml: is a configuration, not a plan'],
      ['c.success-plan.yaml', 'c.success-plan.yaml: Line 2 cannot be read: A quote is opened here and never closed.'],
    ] as const) {
      const { code, err } = await cli(folder, ['agenda', file, '-o', 'x.qbr.yaml']);
      expect(code).toBe(2);
      expect(err).toContain(said);
      expect(existsSync(path.join(folder, 'x.qbr.yaml'))).toBe(false);
    }
    expect((await cli(folder, ['agenda', '-', '--minutes', '5'])).code).toBe(2);
  });
});
