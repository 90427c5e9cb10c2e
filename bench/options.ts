import { parseArgs } from 'node:util';
import type { EditorEffort } from './editor.ts';
import { ids } from './measures.ts';
import type { Size } from './plans.ts';

/** What one run does. */
export interface Options {
  readonly sizes: readonly { readonly size: Size; readonly effort: EditorEffort }[];
  readonly repositories: readonly { readonly plans: number; readonly rounds: number }[];
  readonly panel: { readonly rounds: number; readonly draws: number };
  readonly portfolio: { readonly rounds: number; readonly plans: number; readonly draws: number };
  readonly window: { readonly rounds: number };
  readonly json: string | undefined;
  readonly docs: boolean;
}

const FULL: Readonly<Partial<Record<Size, EditorEffort>>> = {
  typical: { rounds: 4, keys: 30, edits: 200, bursts: 4, questions: 8, readings: 60 },
  large: { rounds: 3, keys: 20, edits: 200, bursts: 3, questions: 10, readings: 12 },
  huge: { rounds: 2, keys: 8, edits: 12, bursts: 1, questions: 2, readings: 3 },
};
const QUICK: Readonly<Partial<Record<Size, EditorEffort>>> = {
  typical: { rounds: 2, keys: 15, edits: 20, bursts: 2, questions: 3, readings: 40 },
  large: { rounds: 2, keys: 10, edits: 10, bursts: 2, questions: 2, readings: 8 },
};

const PARTS = ['editor', 'repositories', 'panel', 'portfolio', 'window'] as const;
type PartName = (typeof PARTS)[number];

/**
 * Reads the command line. `--quick` (two minutes), `--size NAME` and `--repo PLANS` (each once or more),
 * `--only editor|repositories|panel|portfolio|window` (once or more), `--rounds N`, `--json FILE`, `--docs`. Throws for what does not exist.
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      size: { type: 'string', multiple: true },
      repo: { type: 'string', multiple: true },
      only: { type: 'string', multiple: true },
      rounds: { type: 'string' },
      json: { type: 'string' },
      docs: { type: 'boolean', default: false },
    },
  });
  const rounds = values.rounds === undefined ? undefined : whole('--rounds', values.rounds);
  const efforts = values.quick ? QUICK : FULL;
  const only = named('--only', values.only, PARTS);
  const wanted = (part: PartName) => only.includes(part);
  const sizes = wanted('editor') ? named('--size', values.size, ids(efforts)) : [];
  const repos = values.repo?.map(given => whole('--repo', given)) ?? (values.quick ? [200] : [1_000, 10_000]);
  return {
    sizes: sizes.flatMap(size => {
      const effort = efforts[size];
      return effort ? [{ size, effort: { ...effort, rounds: rounds ?? effort.rounds } }] : [];
    }),
    repositories: wanted('repositories')
      ? repos.map(plans => ({ plans, rounds: rounds ?? roundsFor(plans, values.quick) }))
      : [],
    panel: { rounds: wanted('panel') ? (rounds ?? (values.quick ? 1 : 3)) : 0, draws: values.quick ? 10 : 20 },
    portfolio: {
      rounds: wanted('portfolio') ? (rounds ?? (values.quick ? 1 : 3)) : 0,
      plans: values.quick ? 200 : 1_000,
      draws: values.quick ? 8 : 20,
    },
    window: { rounds: wanted('window') && !values.quick ? (rounds ?? 5) : 0 },
    json: values.json,
    docs: values.docs,
  };
}

function roundsFor(plans: number, quick: boolean): number {
  if (plans > 10_000) return 1;
  return quick ? 1 : plans > 1_000 ? 2 : 4;
}

/** Those that were named, or all. */
function named<T extends string>(
  option: string,
  given: readonly string[] | undefined,
  all: readonly T[],
): readonly T[] {
  const wrong = given?.find(name => !all.some(one => one === name));
  if (wrong !== undefined) throw new Error(`${option} ${wrong}: there are ${all.join(', ')}`);
  return given ? all.filter(one => given.includes(one)) : all;
}

function whole(option: string, given: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${option} ${given}: a whole number from 1 on is wanted`);
  return number;
}
