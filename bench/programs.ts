import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { cli, floors, outDir, ownFloors } from './build.ts';
import { ids, PROGRAMS, type Program } from './measures.ts';
import { ajvCli, jsYamlAjv, publishedSchema, spectral, spectralRules, spectralWithSchema } from './peers.ts';
import { PLAN_TODAY } from './plans.ts';
import type { Repository } from './repository.ts';
import { type Command, runWhole } from './whole-process.ts';

/** A program over a repository, and what has to be done before it is measured. */
export interface Prepared extends Command {
  prepare?(): Promise<unknown>;
}

/** Programs whose time grows too much: beyond so many plans they are left out. The others have no limit. */
const UP_TO: Readonly<Partial<Record<Program, number>>> = {
  spectral: 1_000,
  spectralSchema: 1_000,
  ajvCli: 10_000,
  script: 10_000,
  library: 10_000,
};

/** The options of `check` that some of our rows need, as its help has them. */
const NEEDS: Readonly<Partial<Record<Program, readonly string[]>>> = {
  one: ['--jobs'],
  two: ['--jobs'],
  cold: ['--cache-location'],
  warm: ['--cache-location'],
};

/** Everything that can be run over a repository of this size. What cannot is named with the reason. */
export function programsFor(repository: Repository): {
  readonly commands: ReadonlyMap<Program, Prepared>;
  readonly missing: Readonly<Partial<Record<Program, string>>>;
} {
  const help = spawnSync(process.execPath, [cli, 'check', '--help'], { encoding: 'utf8' }).stdout;
  const commands = new Map<Program, Prepared>();
  const missing: Partial<Record<Program, string>> = {};
  for (const program of ids(PROGRAMS)) {
    const absent = NEEDS[program]?.find(option => !help.includes(option));
    if (absent) missing[program] = `${absent} is not there yet`;
    else if (repository.plans > (UP_TO[program] ?? Number.POSITIVE_INFINITY))
      missing[program] = `left out beyond ${(UP_TO[program] ?? 0).toLocaleString('en')} plans`;
    else commands.set(program, commandFor(program, repository, help.includes('--jobs') ? ['--jobs', '1'] : []));
  }
  return { commands, missing };
}

function commandFor(program: Program, repository: Repository, oneJob: readonly string[]): Prepared {
  const { folder, plans } = repository;
  const caches = path.join(outDir, `cache-${plans}`);
  const cold = path.join(caches, 'cold');
  const warm = path.join(caches, 'warm');
  const check = (...options: string[]): Command => ({
    args: [cli, 'check', '--no-history', '--today', PLAN_TODAY, ...options, '.'],
    folder,
    done: [0, 1],
    proof: told => told.includes(`${plans} plans checked`),
  });
  const floor = (bundle: string, ...args: string[]): Command => ({
    args: [bundle, ...args],
    folder,
    proof: told => told.startsWith(`${plans} files`),
  });
  switch (program) {
    case 'ours':
      return check();
    case 'one':
      return check('--jobs', '1');
    case 'two':
      return check('--jobs', '2');
    case 'cold':
      return {
        ...check(...oneJob, '--cache', '--cache-location', cold),
        prepare: async () => {
          rmSync(cold, { recursive: true, force: true });
          mkdirSync(caches, { recursive: true });
        },
      };
    case 'warm': {
      const command = check(...oneJob, '--cache', '--cache-location', warm);
      return { ...command, prepare: () => fillOnce(warm, command) };
    }
    case 'ajvCli':
      return { ...ajvCli(), folder, proof: told => told.split(' valid').length > plans * 0.99 };
    case 'script':
      return { ...jsYamlAjv(), folder, proof: told => told.includes(`${plans} files checked`) };
    case 'spectral':
      return { ...spectral(spectralRules), folder, done: [0, 1], proof: told => /severity|problems/.test(told) };
    case 'spectralSchema':
      return { ...spectral(withSchema()), folder, done: [0, 1], proof: told => /severity|problems/.test(told) };
    case 'node':
      return { args: ['-e', ''], folder, proof: () => true };
    case 'files':
    case 'events':
    case 'library':
      return floor(floors, program, folder);
    case 'eventsTwo':
      return floor(floors, 'events', folder, '2');
    case 'silent':
      return floor(ownFloors, program, folder);
    case 'silentTwo':
      return floor(ownFloors, 'silent', folder, '2');
  }
}

const filled = new Set<string>();

/** The first time in this run, the cache is made anew: what an older run left may be of other sources. */
async function fillOnce(cache: string, command: Command): Promise<void> {
  if (filled.has(cache) && existsSync(cache)) return;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(path.dirname(cache), { recursive: true });
  await runWhole('cache-filling', command);
  filled.add(cache);
}

/** The twelve rules with our schema, filled in for spectral. */
function withSchema(): string {
  const file = path.join(outDir, 'spectral-schema.yaml');
  const schema = JSON.stringify(JSON.parse(readFileSync(publishedSchema, 'utf8')));
  const ruleset = readFileSync(spectralWithSchema, 'utf8')
    .replace('TWELVE_RULES', () => JSON.stringify(spectralRules))
    .replace('PUBLISHED_SCHEMA', () => schema);
  writeFileSync(file, ruleset);
  return file;
}
