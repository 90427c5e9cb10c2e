import { AGENDA_SECTIONS, PLAN_SECTIONS } from '../generated/model.ts';
import type { ReadDocument, Visit, VisitKind } from '../model/index.ts';
import { isTorn, OUTSIDE, type Part, partsOf } from '../syntax/tree.ts';

/** What rules can look at, by its kind; of each kind in reading order. */
export type Things = ReadonlyMap<VisitKind, readonly Visit[]>;

/** All that is to be seen in a document. */
export function thingsIn(read: ReadDocument): Things {
  const things = new Sorted();
  for (const visit of visitsOfWhole(read)) things.add(visit);
  for (const visit of visitsOutside(read)) things.add(visit);
  for (const part of partsOf(read.model.syntax)) addPart(read, part, things);
  return things.byKind;
}

/** What is to be seen in a part; without one, the document as a whole. */
export function thingsAt(read: ReadDocument, part: Part | undefined): Things {
  const things = new Sorted();
  if (part) addPart(read, part, things);
  else for (const visit of visitsOfWhole(read)) things.add(visit);
  return things.byKind;
}

/** The document as a whole. */
export function visitsOfWhole({ model }: ReadDocument): readonly Visit[] {
  const document: Visit = { kind: 'document', element: model };
  return [document, model.kind === 'plan' ? { kind: 'plan', element: model } : { kind: 'agenda', element: model }];
}

/** What is to be seen in no part. */
export function visitsOutside({ model }: ReadDocument): readonly Visit[] {
  return model.syntax.problems.map(problem => ({ kind: 'problem', element: { problem, part: OUTSIDE } }));
}

/** Things by their kind, while they are gathered. */
class Sorted {
  readonly byKind = new Map<VisitKind, Visit[]>();

  add(visit: Visit): void {
    const alike = this.byKind.get(visit.kind);
    if (alike) alike.push(visit);
    else this.byKind.set(visit.kind, [visit]);
  }
}

function addPart({ model, visits }: ReadDocument, part: Part, things: Sorted): void {
  for (const problem of part.problems) things.add({ kind: 'problem', element: { problem, part } });
  const definition = definitionOf(model.kind, part);
  // What YAML could not read was read in pieces, which fit no definition.
  const torn = part.problems.some(isTorn);
  if (definition && !torn) things.add({ kind: 'part', element: { part, definition } });
  for (const visit of visits.get(part) ?? []) things.add(visit);
}

function definitionOf(kind: 'plan' | 'agenda', part: Part): string | undefined {
  const sections: Readonly<Record<string, { list: boolean; definition: string }>> =
    kind === 'plan' ? PLAN_SECTIONS : AGENDA_SECTIONS;
  const section = Object.hasOwn(sections, part.section) ? sections[part.section] : undefined;
  if (!section) return undefined;
  return section.list === (part.kind === 'item') ? section.definition : undefined;
}
