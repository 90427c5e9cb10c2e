import type { Figures, RepositoryFigures, SizeFigures } from '../../bench/figures.ts';
import { ids, type Program } from '../../bench/measures.ts';

/** Figures of a run in which nothing was measured, but for what is given. */
export function figures(given: Partial<Figures>): Figures {
  return {
    machine: '2 cores',
    loaded: { diagnostics: 512_400, writing: 640_000, all: 1_400_000, libraries: 190_000 },
    vsixBytes: undefined,
    sizes: [],
    repositories: [],
    panel: { drawn: {}, missing: undefined },
    portfolio: { plans: 1_000, took: {}, missing: undefined },
    window: { took: {}, missing: undefined },
    ...given,
  };
}

/** A size of which nothing was measured, but for what is given. */
export function size(name: string, given: Partial<SizeFigures>): SizeFigures {
  return {
    name,
    lines: 300,
    bytes: 9_400,
    edits: 200,
    servers: { ours: {}, yls: {}, ylsNoDelay: {} },
    reading: {},
    rules: {},
    ...given,
  };
}

/** A repository with the times of programs in seconds; each held 100 MB. */
export function repository(
  plans: number,
  walls: Partial<Record<Program, number[]>>,
  missing: RepositoryFigures['missing'] = {},
): RepositoryFigures {
  const programs: RepositoryFigures['programs'] = {};
  for (const program of ids(walls)) programs[program] = { wall: walls[program] ?? [], memory: [100] };
  return { plans, bytes: plans * 7_500, programs, missing };
}
