import { outDir } from './build.ts';
import { inTurn } from './editor.ts';
import type { RepositoryFigures } from './figures.ts';
import { gather, ids, PROCESS_MEASURES, PROGRAMS, type Program } from './measures.ts';
import type { Part } from './part.ts';
import { programsFor } from './programs.ts';
import { makeRepository } from './repository.ts';
import { runWhole } from './whole-process.ts';

/** What takes a minute and more, and takes as long every time. */
const MOST_ROUNDS: Readonly<Partial<Record<Program, number>>> = { spectralSchema: 2 };

/** All programs over one repository, each as a whole process. What a program fails at is named in `failures`, and it is not run again. */
export function repositoryPart(plans: number, rounds: number, failures: Set<string>): Part<RepositoryFigures> {
  const repository = makeRepository(outDir, plans);
  const { commands, missing } = programsFor(repository);
  const figures: RepositoryFigures = { plans, bytes: repository.bytes, programs: {}, missing };
  const failed = new Set<string>();
  const round = async (n: number) => {
    for (const [program, command] of inTurn([...commands], n)) {
      if (failed.has(program) || n >= (MOST_ROUNDS[program] ?? rounds)) continue;
      try {
        await command.prepare?.();
        const found = await runWhole(`${plans}-${program}`, command);
        const samples = figures.programs[program] ?? {};
        for (const measure of ids(PROCESS_MEASURES)) {
          const value = found[measure];
          if (value !== undefined) gather(samples, measure, [value]);
        }
        figures.programs[program] = samples;
      } catch (error) {
        failed.add(program);
        failures.add(`${PROGRAMS[program]}, ${plans} plans: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  return { name: `${plans} plans`, rounds, round, figures };
}
