import type { Visit } from '../generated/model.ts';
import type { Part, Section, SyntaxDocument } from '../syntax/tree.ts';
import type { TeamFormat } from '../team-format.ts';
import type { List } from './field.ts';
import { borrowBudget, emptyList, type Reading, type Slot, sectionList } from './reader.ts';

/** Reads the sections of one document and collects, part by part, what rules can look at. Never throws. */
export class SectionReader {
  readonly visits = new Map<Part, Visit[]>();
  private readonly sections = new Map<string, Section>();
  private readonly budget = borrowBudget();
  private readonly team: TeamFormat;

  constructor(document: SyntaxDocument, team: TeamFormat) {
    this.team = team;
    for (const section of document.sections) {
      if (!this.sections.has(section.part.section)) this.sections.set(section.part.section, section);
    }
  }

  /** The section of that name, or undefined where it is absent. */
  section<T>(name: string, read: (reading: Reading, slot: Slot, holder: undefined) => T): T | undefined {
    const section = this.sections.get(name);
    return section && read(this.reading(section.part), slotOf(section.part), undefined);
  }

  /** The items of a section that is a list; empty where it is absent or something else. */
  list<T>(name: string, read: (reading: Reading, slot: Slot, holder: undefined) => T): List<T> {
    const section = this.sections.get(name);
    if (!section) return emptyList();
    if (section.items)
      return sectionList(
        section.part,
        section.items.map(item => read(this.reading(item), slotOf(item), undefined)),
      );
    const { part } = section;
    const target = part.node.kind === 'alias' ? part.node.target : part.node;
    const items = target?.kind === 'sequence' ? target.items : [];
    const borrowed = part.node.kind === 'alias' ? { part, start: part.node.start, end: part.node.end } : undefined;
    return sectionList(
      part,
      items.map(node => read(this.reading(part), { node, key: undefined, borrowed }, undefined)),
    );
  }

  private reading(part: Part): Reading {
    const visits = this.visits.get(part) ?? [];
    this.visits.set(part, visits);
    return { part, visits, budget: this.budget, team: this.team };
  }
}

function slotOf(part: Part): Slot {
  return { node: part.node, key: part.key, borrowed: undefined };
}
