import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ALL_RULES } from '../../plan/generated/rules.ts';

const folder = path.resolve(import.meta.dirname, '../../bench/peers');
const text = (file: string) => readFileSync(path.join(folder, file), 'utf8');

describe('the peers', () => {
  it('are locked at one version each, without an address of a registry', () => {
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(text('package.json'));
    const lock = text('package-lock.json');
    const { packages }: { packages: Record<string, { version?: string }> } = JSON.parse(lock);
    for (const [name, version] of Object.entries(dependencies)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version).toBe(version);
    }
    expect(lock).not.toContain('"resolved"');
  });

  it('have twelve of our rules in the words of spectral', () => {
    const { rules }: { rules: Record<string, unknown> } = parse(text('spectral.yaml'));
    expect(Object.keys(rules)).toHaveLength(12);
    for (const rule of Object.keys(rules)) expect(ALL_RULES.map(({ id }) => id)).toContain(rule);
  });
});
