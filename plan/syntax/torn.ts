import { absolute, isTorn, OUTSIDE, partsOf, type Source } from './tree.ts';

/** A place that cannot be read as it is meant, from the start of the text. */
export interface Torn {
  readonly at: number;
  readonly cause: string;
}

/** The first such place of a text, or of some documents of it; undefined where all of it can be read. */
export function firstTorn({ documents }: Pick<Source, 'documents'>): Torn | undefined {
  const all = documents.flatMap(document =>
    [OUTSIDE, ...partsOf(document)].flatMap(part =>
      (part === OUTSIDE ? document.problems : part.problems).filter(isTorn).map(problem => ({
        at: absolute(document, { part, start: problem.start, end: problem.end }).start,
        cause: problem.message,
        follows: problem.follows === true,
      })),
    ),
  );
  // What only follows from another mistake has no words of its own.
  all.sort((a, b) => Number(a.follows) - Number(b.follows) || a.at - b.at);
  const [first] = all;
  if (first) return { at: first.at, cause: first.cause };
  const broken = documents.find(document => document.broken);
  return broken && { at: broken.start, cause: 'This text cannot be read as YAML.' };
}
