import { inCommon, pairsOf } from '../history/pairs.ts';
import type { Agenda, Plan } from '../model/index.ts';
import { saidBy } from './parts-of.ts';
import { customerOf } from './whole.ts';

/** A document in two versions of a file; undefined where one has none for it. */
export interface DocumentPair {
  readonly old: Plan | Agenda | undefined;
  readonly now: Plan | Agenda | undefined;
}

/** Which documents of a file are the same in both versions: of several, by their customers, else by what they say. */
export function pairedDocuments(
  olds: readonly (Plan | Agenda)[],
  nows: readonly (Plan | Agenda)[],
): readonly DocumentPair[] {
  const [old, now] = [olds[0], nows[0]];
  if (olds.length === 1 && nows.length === 1) return [{ old, now }];
  const { same, gone, come } = pairsOf(olds, nows, {
    named: model => ({ name: model.kind === 'plan' ? model.customer?.company : undefined }),
    likeness: (a, b) => (a.kind === b.kind ? inCommon(sections(a), sections(b)) : 0),
  });
  return [
    ...same.map(([a, b]) => ({ old: a, now: b })),
    ...gone.filter(hasText).map(one => ({ old: one, now: undefined })),
    ...come.filter(hasText).map(one => ({ old: undefined, now: one })),
  ].sort((a, b) => placeOf(a, nows) - placeOf(b, nows));
}

function placeOf({ now }: DocumentPair, nows: readonly (Plan | Agenda)[]): number {
  return now ? nows.indexOf(now) : nows.length;
}

function hasText(model: Plan | Agenda): boolean {
  return model.syntax.sections.length > 0 || customerOf(model) !== '';
}

/** What a document says, part by part. */
function sections({ syntax }: Plan | Agenda): readonly string[] {
  return syntax.sections.flatMap(({ part, items }) =>
    (items ?? [part]).map(one => `${part.section} ${saidBy(one.node)}`),
  );
}
