import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { makePlan } from './plans.ts';

/** How long each plan of a repository is, in lines. */
export const PLAN_LINES = 240;
/** How many plans share a folder, as the customers of one team do. */
const PER_FOLDER = 100;

/** A repository of made plans on disk. */
export interface Repository {
  readonly folder: string;
  readonly plans: number;
  readonly bytes: number;
}

/** The plans of a repository with their paths, in the order of these. The same for the same number on every machine. */
export function* plansOf(plans: number): Generator<{ readonly file: string; readonly text: string }> {
  const digits = String(plans - 1).length;
  for (let n = 0; n < plans; n++) {
    const team = String(Math.floor(n / PER_FOLDER)).padStart(Math.max(1, digits - 2), '0');
    const file = `team-${team}/customer-${String(n).padStart(digits, '0')}.success-plan.yaml`;
    yield { file, text: makePlan(n + 1, PLAN_LINES) };
  }
}

/** Makes the repository below a folder, or takes the one that the same generator has left there. */
export function makeRepository(parent: string, plans: number): Repository {
  const folder = path.join(parent, `repo-${plans}`);
  const stamp = path.join(parent, `repo-${plans}.stamp`);
  const generator = generatorHash();
  const [made, bytes] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  if (made === generator && existsSync(folder)) return { folder, plans, bytes: Number(bytes) };
  rmSync(stamp, { force: true });
  rmSync(folder, { recursive: true, force: true });
  let sum = 0;
  let last = '';
  for (const { file, text } of plansOf(plans)) {
    const target = path.join(folder, file);
    const inside = path.dirname(target);
    if (inside !== last) mkdirSync(inside, { recursive: true });
    last = inside;
    writeFileSync(target, text);
    sum += Buffer.byteLength(text);
  }
  track(folder);
  writeFileSync(stamp, `${generator} ${sum}`);
  return { folder, plans, bytes: sum };
}

/**
 * A git repository of its own, with the plans in its index: it lies in a folder that this project's git ignores. The option puts all of them into
 * one pack instead of a file each. Where there is no git, it stays a folder.
 */
function track(folder: string): void {
  for (const args of [
    ['init', '--quiet'],
    ['-c', 'core.bigFileThreshold=1', 'add', '--all'],
  ])
    spawnSync('git', args, { cwd: folder, stdio: 'ignore' });
}

/** Stands for the sources that the plans come from: another generator makes other plans. */
function generatorHash(): string {
  const hash = createHash('sha256');
  for (const source of ['plans.ts', 'stories.ts', 'random.ts', 'repository.ts'])
    hash.update(readFileSync(path.join(import.meta.dirname, source)));
  return hash.digest('hex');
}
