import {
  type AgendaSections,
  type PlanSections,
  readAgendaSections,
  readPlanSections,
  type Visit,
} from '../generated/model.ts';
import type { Part, Source, SyntaxDocument } from '../syntax/tree.ts';
import { SectionReader } from './section-reader.ts';

/** A success plan as one YAML document of a file holds it. */
export interface Plan extends PlanSections {
  readonly kind: 'plan';
  readonly syntax: SyntaxDocument;
}

/** The agenda of a review. */
export interface Agenda extends AgendaSections {
  readonly kind: 'agenda';
  readonly syntax: SyntaxDocument;
}

/** A document with what rules can look at, part by part. */
export interface ReadDocument {
  readonly model: Plan | Agenda;
  readonly visits: ReadonlyMap<Part, readonly Visit[]>;
}

/** The documents of a text, each told apart by its top-level key: `qbr` makes an agenda, anything else is a plan. Never throws. */
export function readDocuments(source: Source): ReadDocument[] {
  return source.documents.map(readDocument);
}

function readDocument(syntax: SyntaxDocument): ReadDocument {
  const reader = new SectionReader(syntax);
  const isAgenda =
    syntax.sections.some(s => s.part.section === 'qbr') && !syntax.sections.some(s => s.part.section === 'plan');
  const model: Plan | Agenda = isAgenda
    ? { kind: 'agenda', syntax, ...readAgendaSections(reader) }
    : { kind: 'plan', syntax, ...readPlanSections(reader) };
  return { model, visits: reader.visits };
}

/** A plan with nothing in it: what a review agenda is checked beside. */
export function emptyPlan(): Plan {
  const syntax: SyntaxDocument = { start: 0, end: 0, sections: [], starts: new Map(), problems: [], broken: false };
  return { kind: 'plan', syntax, ...readPlanSections(new SectionReader(syntax)) };
}
