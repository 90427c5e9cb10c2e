import { emptyLooks, type Looks } from '../generated/looks.ts';
import { AGENDA_SECTIONS, PLAN_SECTIONS } from '../generated/model.ts';
import type { ReadDocument, Visit, VisitKind } from '../model/index.ts';
import type { Steps } from '../steps.ts';
import { isTorn, OUTSIDE, type Part, type Place, partsOf } from '../syntax/tree.ts';
import { groupOf, keep, type Memory, type Remembered } from './memory.ts';
import type { PreparedRule, Report, Severity } from './rule.ts';
import type { Occasion, RawFinding, Said } from './said.ts';
import { Choice, Walk } from './walk.ts';

/** How one rule is set for a document: left out, or with a severity of the team's own and options. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Rules that look at the same sections, so that what they said stands or falls together. */
interface Group extends Remembered {
  readonly looks: Looks;
  /** The kinds of things that they look at. */
  readonly kinds: Set<VisitKind>;
}

const NOTHING: readonly RawFinding[] = [];

/** What is another object in every version: it is looked at as a whole. */
const WHOLE: ReadonlySet<VisitKind> = new Set(['document', 'plan', 'agenda'] as const);

/** Rules set up once for a configuration and used on any number of documents. */
export class Engine {
  private readonly looks = emptyLooks();
  private readonly groups: Group[] = [];
  private readonly working = new Map<string, PreparedRule>();
  private readonly choice: Choice;
  /** True if a rule at work compares a plan with its older versions. */
  readonly asksForHistory: boolean;

  constructor(rules: readonly PreparedRule[], settings: ReadonlyMap<string, RuleSetting>) {
    const groups = new Map<string, Group>();
    for (const rule of rules) {
      const setting = settings.get(rule.id);
      if (setting?.severity === 'off') continue;
      const severity = setting?.severity;
      const index = this.working.size;
      this.working.set(rule.id, rule);
      rule.install((kind, look) => {
        const entry = { rule, index, severity, look };
        this.looks[kind].push(entry);
        // Comments are looked at once everything else was said.
        if (kind === 'ignore') return;
        const group = this.groupFor(groups, rule, kind);
        group.looks[kind].push(entry);
        group.kinds.add(kind);
      }, setting?.options ?? {});
    }
    this.groups = [...groups.values()];
    this.choice = new Choice([...this.working.values()]);
    this.asksForHistory = [...this.working.values()].some(rule => rule.appliesTo.onlyWithHistory);
  }

  /** Shows everything in a document to all rules. Never throws. */
  run(read: ReadDocument, occasion: Occasion): Said {
    const walk = this.walk(read, occasion);
    const show = (visit: Visit) => walk.visit(this.looks, visit);
    for (const visit of visitsOfWhole(read)) show(visit);
    for (const visit of visitsOutside(read)) show(visit);
    for (const part of partsOf(read.model.syntax)) showPart(read, part, show);
    return walk;
  }

  /**
   * The same where an earlier version of the document may have been looked at: of what nothing has changed for, it is remembered what was said. A
   * step is some rules at one part. Never throws.
   */
  *runOn(memory: Memory, read: ReadDocument, occasion: Occasion): Steps<Said> {
    const walk = this.walk(read, occasion);
    for (const visit of visitsOutside(read)) walk.visit(this.looks, visit);
    const findings = [...walk.findings];
    const asked = this.groups
      .filter(group => !(group.onlyWhole && read.model.syntax.broken) && !(group.onlyWithHistory && !occasion.history))
      .map(group => ({ group, stamp: memory.stamp(read, group, occasion) }));
    const [ofWhole, ofParts] = [true, false].map(whole =>
      asked.filter(({ group }) => [...group.kinds].some(kind => WHOLE.has(kind) === whole)),
    );
    const stamps = memory.all((ofParts ?? []).map(({ stamp }) => stamp));
    for (const part of [undefined, ...partsOf(read.model.syntax)]) {
      const shelf = memory.shelf(part);
      if (part && shelf.sum?.stamps === stamps) {
        for (const one of shelf.sum.findings) findings.push(one);
        continue;
      }
      const from = findings.length;
      let isSettled = true;
      for (const { group, stamp } of (part ? ofParts : ofWhole) ?? []) {
        let kept = shelf.kept[group.index];
        let said = memory.recall(read, kept, stamp);
        if (!said) {
          const failed = walk.failures.length;
          said = ask(walk, group, read, part);
          // A rule that breaks is asked again: what it would have said is not known.
          kept = walk.failures.length === failed ? keep(read, stamp, said, walk.further) : undefined;
          shelf.kept[group.index] = kept;
          yield;
        }
        isSettled &&= kept?.further.length === 0;
        for (const one of said) findings.push(one);
      }
      shelf.sum = isSettled ? { stamps, findings: from < findings.length ? findings.slice(from) : NOTHING } : undefined;
    }
    return { findings, failures: walk.failures };
  }

  /** What the rules say of things that are known only once a document was walked. Never throws. */
  say(read: ReadDocument, occasion: Occasion, visits: readonly Visit[]): Said {
    const walk = this.walk(read, occasion);
    for (const visit of visits) walk.visit(this.looks, visit);
    return walk;
  }

  /** A finding's report as its rule makes it of this version of the document: what it was said of may have other surroundings now. */
  reportOf(raw: RawFinding, read: ReadDocument, occasion: Occasion): Report | undefined {
    if (raw.of === read.model) return raw.report;
    const walk = this.walk(read, occasion);
    const whole = visitsOfWhole(read).find(({ kind }) => kind === raw.visit.kind);
    walk.visit(this.looks, whole ?? raw.visit, raw.rule);
    return walk.findings.find(({ place, report }) => isSame(place, raw.place) && report.message === raw.report.message)
      ?.report;
  }

  /** True for a rule that is at work; one that is switched off, or asks for what is not at hand, says nothing. */
  asks(id: string, { history }: Occasion): boolean {
    const rule = this.working.get(id);
    return rule !== undefined && (history !== undefined || !rule.appliesTo.onlyWithHistory);
  }

  private walk(read: ReadDocument, occasion: Occasion): Walk {
    return new Walk(read, occasion, this.choice);
  }

  private groupFor(groups: Map<string, Group>, rule: PreparedRule, kind: VisitKind): Group {
    const common = groupOf(rule, kind);
    const name = JSON.stringify(common);
    const group = groups.get(name) ?? { ...common, index: groups.size, looks: emptyLooks(), kinds: new Set() };
    groups.set(name, group);
    return group;
  }
}

/** What the rules of a group say of a part, or of the document as a whole. */
function ask(walk: Walk, { looks }: Group, read: ReadDocument, part: Part | undefined): readonly RawFinding[] {
  walk.findings = [];
  walk.further.clear();
  const show = (visit: Visit) => walk.visit(looks, visit);
  if (part) showPart(read, part, show);
  else visitsOfWhole(read).forEach(show);
  return walk.findings;
}

function isSame(place: Place, other: Place): boolean {
  return place.part === other.part && place.start === other.start && place.end === other.end;
}

/** The document as a whole. */
function visitsOfWhole({ model }: ReadDocument): readonly Visit[] {
  const document: Visit = { kind: 'document', element: model };
  return [document, model.kind === 'plan' ? { kind: 'plan', element: model } : { kind: 'agenda', element: model }];
}

/** What is to be seen in no part. */
function visitsOutside({ model }: ReadDocument): readonly Visit[] {
  return model.syntax.problems.map(problem => ({ kind: 'problem', element: { problem, part: OUTSIDE } }));
}

/** Shows what is to be seen in a part. */
function showPart({ model, visits }: ReadDocument, part: Part, show: (visit: Visit) => void): void {
  for (const problem of part.problems) show({ kind: 'problem', element: { problem, part } });
  const definition = definitionOf(model.kind, part);
  // What YAML could not read was read in pieces, which fit no definition.
  const torn = part.problems.some(isTorn);
  if (definition && !torn) show({ kind: 'part', element: { part, definition } });
  for (const visit of visits.get(part) ?? []) show(visit);
}

function definitionOf(kind: 'plan' | 'agenda', part: Part): string | undefined {
  const sections: Readonly<Record<string, { list: boolean; definition: string }>> =
    kind === 'plan' ? PLAN_SECTIONS : AGENDA_SECTIONS;
  const section = Object.hasOwn(sections, part.section) ? sections[part.section] : undefined;
  if (!section) return undefined;
  return section.list === (part.kind === 'item') ? section.definition : undefined;
}
