import type { Figures, RepositoryFigures } from './figures.ts';
import { type Floor, type Found, type Goal, NOT_IN_RUN } from './goal.ts';
import { figureOf, PROGRAMS, type Program, ratioOf, scaled } from './measures.ts';

const wall = (repository: RepositoryFigures, program: Program) => figureOf(repository.programs[program]?.wall);

/** The repository that a goal speaks of. For 1,000 plans a smaller one does, which a quick run has: it shows where things stand. */
function asked({ repositories }: Figures, plans: number): RepositoryFigures | undefined {
  const smaller = plans === 1_000 ? repositories.find(one => one.plans < plans) : undefined;
  return repositories.find(one => one.plans === plans) ?? smaller;
}

function atRepository(figures: Figures, plans: number, find: (repository: RepositoryFigures) => Found): Found {
  const one = asked(figures, plans);
  return one ? find(one) : NOT_IN_RUN;
}

/** One program's time as a part of another's. */
function quotient(part: Program, whole: Program): (repository: RepositoryFigures) => Found {
  return repository => {
    const gone = [part, whole].find(program => wall(repository, program) === undefined);
    if (gone) return repository.missing[gone] ?? `not measured: ${PROGRAMS[gone]}`;
    return ratioOf(wall(repository, part), wall(repository, whole)) ?? 'not measured';
  };
}

/** One program's time over a repository as a part of another's. Of several floors the least is one: two threads are not always faster than one. */
export function repository(
  plans: number,
  what: string,
  part: Program,
  whole: Program,
  limit: number,
  ...[floor, ...others]: readonly [Program, ...Program[]]
): Goal {
  return {
    what,
    at: figures => `${(asked(figures, plans)?.plans ?? plans).toLocaleString('en')} plans`,
    unit: '×',
    limit,
    find: figures => atRepository(figures, plans, quotient(part, whole)),
    floor: {
      what: PROGRAMS[floor].replace('floor: ', ''),
      find: figures => {
        const found = [floor, ...others].map(one => atRepository(figures, plans, quotient(one, whole)));
        const least = Math.min(...found.filter(one => typeof one === 'number'));
        return Number.isFinite(least) ? least : (found[0] ?? NOT_IN_RUN);
      },
    },
  };
}

/** Two threads over one, as the bare parser has it. */
export const HALVES: Floor = {
  what: 'js-yaml alone, two threads / one',
  find: figures => atRepository(figures, 10_000, quotient('eventsTwo', 'events')),
};

/** The most memory that a program held. */
export function memoryOf(plans: number, program: Program): Goal['find'] {
  return figures =>
    atRepository(
      figures,
      plans,
      one => figureOf(one.programs[program]?.memory) ?? one.missing[program] ?? 'not measured',
    );
}

/** The time of ten times as many plans, as a part of ten times the time. */
export function linear(program: Program): Goal['find'] {
  return figures =>
    atRepository(figures, 100_000, many =>
      atRepository(figures, 10_000, few => {
        const ratio = ratioOf(wall(many, program), scaled(wall(few, program), 10));
        return ratio ?? many.missing[program] ?? 'not measured';
      }),
    );
}
