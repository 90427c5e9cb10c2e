import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesOf } from '../../bench/plan-files.ts';
import { makeRepository, PLAN_LINES, plansOf } from '../../bench/repository.ts';

const parent = mkdtempSync(path.join(tmpdir(), 'bench-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('a made repository', () => {
  it('has the same plans every time, each another one, in the order of their paths', () => {
    const plans = [...plansOf(120)];
    expect(plans).toEqual([...plansOf(120)]);
    expect(new Set(plans.map(({ text }) => text)).size).toBe(120);
    const files = plans.map(({ file }) => file);
    expect(files).toEqual([...new Set(files)].sort());
    const lines = plans.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0) / 120;
    expect(Math.abs(lines - PLAN_LINES)).toBeLessThan(15);
  });

  it('begins with the same plans whatever its size', () => {
    const texts = (plans: number) => [...plansOf(plans)].slice(0, 5).map(({ text }) => text);
    expect(texts(1_000)).toEqual(texts(10));
  });

  it('lies on disk as made, is taken again, and is made anew when it is of another generator', () => {
    const made = makeRepository(parent, 12);
    const files = filesOf(made.folder);
    const plans = [...plansOf(12)];
    expect(files.map(file => path.relative(made.folder, file).split(path.sep).join('/'))).toEqual(
      plans.map(({ file }) => file),
    );
    expect(files.map(file => readFileSync(file, 'utf8'))).toEqual(plans.map(({ text }) => text));
    expect(made.bytes).toBe(files.reduce((sum, file) => sum + statSync(file).size, 0));

    const [first = ''] = files;
    writeFileSync(first, 'plan: {}\n');
    expect(makeRepository(parent, 12)).toEqual(made);
    expect(readFileSync(first, 'utf8')).toBe('plan: {}\n');

    writeFileSync(path.join(parent, 'repo-12.stamp'), 'another 1');
    expect(makeRepository(parent, 12)).toEqual(made);
    expect(readFileSync(first, 'utf8')).toBe(plans[0]?.text);
  });
});
