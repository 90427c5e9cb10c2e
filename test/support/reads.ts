import { vi } from 'vitest';
import { emptyLooks } from '../../plan/generated/looks.ts';
import { AGENDA_SECTIONS, PLAN_SECTIONS } from '../../plan/generated/model.ts';
import {
  type Agenda,
  emptyPlan,
  type Plan,
  type ReadDocument,
  type Visit,
  type VisitKind,
  type VisitKinds,
} from '../../plan/model/index.ts';
import { type People, peopleOf } from '../../plan/model/people.ts';
import { Digest } from '../../plan/rules/digest.ts';
import type { Looked, PlanSlice, PreparedRule } from '../../plan/rules/rule.ts';
import type { Entry, Occasion } from '../../plan/rules/said.ts';
import { applies } from '../../plan/rules/walk.ts';
import { isTorn, OUTSIDE, type Part, partsOf, type Section, type SyntaxDocument } from '../../plan/syntax/tree.ts';

/** What a rule looked at when it was shown one thing, beside that thing. */
export interface Glance {
  readonly rule: string;
  readonly kind: VisitKind;
  /** The section that the thing stands in; '' for a whole document. */
  readonly section: string;
  readonly looked: ReadonlySet<Looked>;
  /** What the rule said that it looks at further. */
  readonly further: ReadonlySet<Looked>;
}

/**
 * What a rule looks at in a document, thing by thing. Each thing is shown beside a plan of its own, which notes what is asked of it: so nothing
 * is known from before, for what rules work out once for a plan is kept by the plan.
 */
export function glancesOf(rule: PreparedRule, read: ReadDocument, occasion: Occasion): readonly Glance[] {
  const known = occasion.history !== undefined || !rule.appliesTo.onlyWithHistory;
  const plan = read.model.kind === 'plan' ? read.model : emptyPlan();
  if (!known || !applies(rule.appliesTo, plan)) return [];
  const walk = new Watch(rule, read, occasion);
  walk.run();
  return walk.glances;
}

/** The same walk as the engine's, with watched plans. */
class Watch {
  readonly glances: Glance[] = [];
  private readonly rule: PreparedRule;
  private readonly read: ReadDocument;
  private readonly occasion: Occasion;
  private readonly looks = emptyLooks();

  constructor(rule: PreparedRule, read: ReadDocument, occasion: Occasion) {
    this.rule = rule;
    this.read = read;
    this.occasion = occasion;
    rule.install((kind, look) => this.looks[kind].push({ rule, index: 0, severity: undefined, look }), {});
  }

  run(): void {
    const { model, visits } = this.read;
    this.look('document', '', watched => watched);
    if (model.kind === 'plan') this.look('plan', '', watched => (watched.kind === 'plan' ? watched : undefined));
    else this.look('agenda', '', watched => (watched.kind === 'agenda' ? watched : undefined));
    for (const problem of model.syntax.problems) this.look('problem', '', () => ({ problem, part: OUTSIDE }));
    for (const part of partsOf(model.syntax)) {
      for (const problem of part.problems) this.look('problem', part.section, () => ({ problem, part }));
      const definition = definitionOf(part);
      if (definition && !part.problems.some(isTorn)) this.look('part', part.section, () => ({ part, definition }));
      for (const visit of visits.get(part) ?? []) this.visit(visit, part.section);
    }
  }

  private visit<K extends VisitKind>(visit: Visit<K>, section: string): void {
    this.look(visit.kind, section, () => visit.element);
  }

  private look<K extends VisitKind>(
    kind: K,
    section: string,
    shown: (document: Plan | Agenda) => VisitKinds[K] | undefined,
  ): void {
    const entries: readonly Entry<K>[] = this.looks[kind];
    for (const { look } of entries) {
      const looked = new Set<Looked>();
      const further = new Set<Looked>();
      const note = (slice: Looked) => looked.add(slice);
      const { model } = this.read;
      const document = model.kind === 'plan' ? watchedPlan(model, note) : watchedAgenda(model, note);
      const plan = document.kind === 'plan' ? document : watchedPlan(emptyPlan(), note);
      const people = watchedPeople(model.kind === 'plan' ? peopleOf(model) : peopleOf(emptyPlan()), note);
      const element = shown(document);
      if (element)
        look(element, {
          today: this.occasion.today,
          history: this.occasion.history,
          document,
          plan,
          people,
          report: ({ at, message }) => void [at, message],
          looksFurther: (...at) => at.forEach(slice => void further.add(slice)),
        });
      this.glances.push({ rule: this.rule.id, kind, section, looked, further });
    }
  }
}

type Note = (slice: Looked) => void;

/** What is no section of the document: the engine sees to it, or it never changes. */
const FREE: ReadonlySet<string | symbol> = new Set(['kind', 'team']);

function watchedPlan(plan: Plan, note: Note): Plan {
  const syntax = watchedSyntax(plan.syntax, note);
  const watched = new Proxy(plan, { get: (_, key) => (key === 'syntax' ? syntax : noted(plan, key, note)) });
  beneath.set(watched, { plan, note });
  return watched;
}

/** The plans that are watched, and who notes what is asked of them. */
const beneath = new WeakMap<Plan, { readonly plan: Plan; readonly note: Note }>();

const rowsOf = Digest.prototype.of;

/** Whoever asks for a digest asks for that, and not for all that it is made of. */
vi.spyOn(Digest.prototype, 'of').mockImplementation(function (this: Digest, plan) {
  const watched = beneath.get(plan);
  watched?.note(this);
  return rowsOf.call(this, watched?.plan ?? plan);
});

function watchedAgenda(agenda: Agenda, note: Note): Agenda {
  const syntax = watchedSyntax(agenda.syntax, note);
  return new Proxy(agenda, { get: (_, key) => (key === 'syntax' ? syntax : noted(agenda, key, note)) });
}

function noted(document: Plan | Agenda, key: string | symbol, note: Note): unknown {
  if (!FREE.has(key)) note(sliceOf(key));
  return Reflect.get(document, key);
}

/** Whoever asks for people asks for the stakeholders. */
function watchedPeople(people: People, note: Note): People {
  return new Proxy(people, {
    get: (_, key) => {
      note('stakeholders');
      return Reflect.get(people, key);
    },
  });
}

/** The order of the sections is nobody's to declare; a section is one wherever it is asked for; all else is the whole document. */
function watchedSyntax(syntax: SyntaxDocument, note: Note): SyntaxDocument {
  const sections = syntax.sections.map(section => watchedSection(section, note));
  return new Proxy(syntax, {
    get: (_, key) => {
      if (key === 'sections') return sections;
      note(key === 'broken' ? 'broken' : 'whole');
      return Reflect.get(syntax, key);
    },
  });
}

function watchedSection(section: Section, note: Note): Section {
  const slice = sliceOf(section.part.section);
  const watch = <T extends object>(target: T, free: string, instead?: unknown): T =>
    new Proxy(target, {
      get: (_, key) => {
        if (key === free && instead !== undefined) return instead;
        if (key !== free) note(slice);
        return Reflect.get(target, key);
      },
    });
  return watch(section, 'part', watch<Part>(section.part, 'section'));
}

function sliceOf(key: string | symbol): PlanSlice {
  return isSection(key) ? key : 'whole';
}

function isSection(key: string | symbol): key is Exclude<PlanSlice, 'whole'> {
  return typeof key === 'string' && key !== 'internal' && (key in PLAN_SECTIONS || key in AGENDA_SECTIONS);
}

function definitionOf(part: Part): string | undefined {
  const sections: Readonly<Record<string, { list: boolean; definition: string }>> = {
    ...PLAN_SECTIONS,
    ...AGENDA_SECTIONS,
  };
  const section = Object.hasOwn(sections, part.section) ? sections[part.section] : undefined;
  return section && section.list === (part.kind === 'item') ? section.definition : undefined;
}
