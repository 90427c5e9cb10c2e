import type { ReadDocument, VisitKind } from '../model/index.ts';
import { Digest } from './digest.ts';
import type { Applicability, Looked, PlanSlice, PreparedRule } from './rule.ts';
import type { Occasion } from './said.ts';

/** What rules can look at in one version, by number: that it is the same in the next one is all that has to be known. */
export type Facts = readonly unknown[];

/** What the rules of a group have in common. */
export interface Remembered {
  /** Its place among the groups of its engine. */
  readonly index: number;
  /** The numbers of the facts that its rules look at beside what they are shown. */
  readonly facts: readonly number[];
  /** True for rules that keep still while the document cannot be read whole. */
  readonly onlyWhole: boolean;
  readonly onlyWithHistory: boolean;
}

/** A section, or one of what is no section: what every rule looks at, and what some do beside sections. */
type Fact = Looked | 'common' | 'team' | 'sort' | 'history';

/** Numbers for what the rules of an engine look at, as each comes up. */
export class LookedAt {
  private readonly names: Fact[] = [];

  /** What decides to which group a rule belongs at a kind of thing. */
  groupOf(rule: PreparedRule, kind: VisitKind): Omit<Remembered, 'index'> {
    const { onlyWhole = false, onlyWithHistory = false, ...choice }: Applicability = rule.appliesTo;
    const facts: Fact[] = [...(rule.readsAt(kind) ?? ['whole']), 'common', 'team'];
    // Rules that speak to some formats, stages or statuses alone.
    if (Object.keys(choice).length > 0) facts.push('sort');
    if (onlyWithHistory) facts.push('history');
    const numbers = new Set(facts.map(fact => this.numberOf(fact)));
    return { facts: [...numbers].sort((a, b) => a - b), onlyWhole, onlyWithHistory };
  }

  /** All of it in one version. */
  in(read: ReadDocument, { today, history }: Occasion): Facts {
    const { model } = read;
    return this.names.map(name => {
      switch (name) {
        case 'common':
          return `${model.kind} ${today} ${sectionOrder(model)}`;
        case 'team':
          return model.team;
        case 'sort':
          return sortOf(model);
        case 'history':
          return history;
        default:
          return sliceOf(read, name);
      }
    });
  }

  private numberOf(fact: Fact): number {
    const known = this.names.indexOf(fact);
    return known >= 0 ? known : this.names.push(fact) - 1;
  }
}

/** What a section was read to, or what was asked of each outcome: another object, once anything in it is other than it was. */
export function sliceOf({ model }: ReadDocument, slice: Looked): unknown {
  if (slice instanceof Digest) return model.kind === 'plan' ? slice.of(model) : undefined;
  if (slice === 'whole') return model;
  if (slice === 'broken') return model.syntax.broken;
  const sections: Readonly<Partial<Record<PlanSlice, unknown>>> = model;
  return sections[slice];
}

/** What rules that speak to some plans alone look at, as a text that is compared. */
function sortOf(model: ReadDocument['model']): string {
  const head = model.kind === 'plan' ? model.plan : undefined;
  return `${head?.format?.value} ${head?.stage?.value} ${head?.status?.value}`;
}

/** In which order the sections stand: many rules speak of the first of something. */
function sectionOrder({ syntax }: ReadDocument['model']): string {
  return syntax.sections.map(({ part }) => part.section).join('\n');
}
