import { type AgendaSections, type PlanSections, readAgendaSections, readPlanSections } from '../generated/model.ts';
import type { Source, SyntaxDocument } from '../syntax/tree.ts';
import { STANDARD_FORMAT, type TeamFormat } from '../team-format.ts';
import { SectionReader } from './section-reader.ts';
import type { Visits } from './visits.ts';

/** A success plan as one YAML document of a file holds it. */
export interface Plan extends PlanSections {
  readonly kind: 'plan';
  readonly syntax: SyntaxDocument;
  readonly team: TeamFormat;
}

/** The agenda of a review. */
export interface Agenda extends AgendaSections {
  readonly kind: 'agenda';
  readonly syntax: SyntaxDocument;
  readonly team: TeamFormat;
}

/** A document with what rules can look at, part by part. */
export interface ReadDocument {
  readonly model: Plan | Agenda;
  readonly visits: Visits;
}

/** The documents of a text, each told apart by its top-level key: `qbr` makes an agenda, anything else is a plan. Never throws. */
export function readDocuments(source: Source, team = STANDARD_FORMAT): ReadDocument[] {
  return source.documents.map(syntax => readDocument(syntax, team));
}

function readDocument(syntax: SyntaxDocument, team: TeamFormat): ReadDocument {
  const reader = new SectionReader(syntax, team);
  const isAgenda =
    syntax.sections.some(s => s.part.section === 'qbr') && !syntax.sections.some(s => s.part.section === 'plan');
  const model: Plan | Agenda = isAgenda
    ? { kind: 'agenda', syntax, team, ...readAgendaSections(reader) }
    : { kind: 'plan', syntax, team, ...readPlanSections(reader) };
  return { model, visits: reader.visits };
}

/** A plan with nothing in it: what a review agenda is checked beside. */
export function emptyPlan(): Plan {
  const syntax: SyntaxDocument = {
    start: 0,
    end: 0,
    sections: [],
    starts: new Map(),
    problems: [],
    broken: false,
    hasAlias: false,
  };
  const team = STANDARD_FORMAT;
  return { kind: 'plan', syntax, team, ...readPlanSections(new SectionReader(syntax, team)) };
}
