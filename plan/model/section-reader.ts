import type { Visit } from '../generated/model.ts';
import type { Part, Section, SyntaxDocument } from '../syntax/tree.ts';
import type { TeamFormat } from '../team-format.ts';
import type { List } from './field.ts';
import type { PartContents, PartReader } from './part-reader.ts';
import { borrowBudget, sectionList } from './reader.ts';
import { PartVisits } from './visits.ts';

/** Reads the sections of one document and collects, part by part, what rules can look at. Never throws. */
export class SectionReader {
  readonly visits: PartVisits;
  private readonly sections = new Map<string, Section>();
  /** Where there are aliases, a part is more than its text, and all parts share what aliases may grow to. */
  private readonly shared: { left: number } | undefined;
  private readonly team: TeamFormat;

  constructor(document: SyntaxDocument, team: TeamFormat) {
    this.team = team;
    this.visits = new PartVisits(document.starts);
    this.shared = document.hasAlias ? borrowBudget() : undefined;
    for (const section of document.sections) {
      if (!this.sections.has(section.part.section)) this.sections.set(section.part.section, section);
    }
  }

  /** The section of that name, or undefined where it is absent. */
  section<T>(name: string, reader: PartReader<T>): T | undefined {
    const section = this.sections.get(name);
    return section && this.part(section.part, reader);
  }

  /** The items of a section that is a list; empty where it is absent or something else. */
  list<T>(name: string, reader: PartReader<T>): List<T> {
    const section = this.sections.get(name);
    if (!section) return reader.absent;
    if (!section.items) return this.uncut(section.part, reader);
    const parts = section.items;
    const { shared, team } = this;
    const contents = shared ? parts.map(part => reader.contents(part, team, shared)) : reader.items(team)(parts);
    this.visits.putAll(name, { parts, contents });
    const make = () =>
      sectionList(
        section.part,
        contents.map(({ value }) => value),
      );
    return this.shared ? make() : reader.lists.get(section, this.team, make);
  }

  private part<T>(part: Part, reader: PartReader<T>): T {
    const { shared, team } = this;
    const make = () => reader.contents(part, team, shared);
    return this.take(part, shared ? make() : reader.parts.get(part, team, make));
  }

  private uncut<T>(part: Part, reader: PartReader<T>): List<T> {
    const target = part.node.kind === 'alias' ? part.node.target : part.node;
    const nodes = target?.kind === 'sequence' ? target.items : [];
    const borrowed = part.node.kind === 'alias' ? { part, start: part.node.start, end: part.node.end } : undefined;
    const make = () =>
      this.contents(part, reading =>
        sectionList(
          part,
          nodes.map(node => reader.read(reading, { node, key: undefined, borrowed }, undefined)),
        ),
      );
    return this.take(part, this.shared ? make() : reader.uncut.get(part, this.team, make));
  }

  private contents<V>(part: Part, read: (reading: Parameters<PartReader<V>['read']>[0]) => V): PartContents<V> {
    const visits: Visit[] = [];
    return { value: read({ part, visits, budget: this.shared ?? borrowBudget(), team: this.team }), visits };
  }

  private take<V>(part: Part, { value, visits }: PartContents<V>): V {
    this.visits.put(part, visits);
    return value;
  }
}
